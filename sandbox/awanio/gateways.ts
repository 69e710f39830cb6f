/**
 * The provider's payment gateways: A47, A48. Each tenant has one from the start, whose merchant the stand-in in `gateway/`
 * knows. Others are kept as they are given; nobody pays by them, as the API has no way to give them methods.
 */
import { randomUUID } from 'node:crypto';
import { operation } from '@/lib/contract/index';
import type { Cloud } from '../cloud';
import { merchantOfTenant } from '../gateway/merchants';
import { settingsOf } from '../gateway/settings';
import type { Signer } from '../gateway/signature';
import { implement } from '../registry';
import { basePaths } from '../route';
import { iso } from './wire';

/** A payment gateway of a tenant. Instants are milliseconds of tenant time. */
export interface PaymentGateway {
  id: number;
  uuid: string;
  tenant_id: string;
  name: string;
  merchant_code: string;
  merchant_key: string;
  callback: string;
  url: string;
  /** JSON: a list of {@link GatewayMeta}. */
  meta: string;
  output_type: string;
  /** Percent. */
  vat: number;
  created_at: number;
  updated_at: number;
}

/** Where a payer goes back to, and the minutes in which they can pay. */
interface GatewayMeta {
  return: string;
  expiryPeriod: string;
}

/** The minutes in which a top-up can be paid, as in the documentation's sample. */
const payableMinutes = 30;

function rowsOf({ store }: Cloud, tenantId: string): PaymentGateway[] {
  const sql = 'select * from payment_gateways where tenant_id = ? order by id';
  return store.all<PaymentGateway>(sql, tenantId);
}

function keep(
  cloud: Cloud,
  of: Omit<PaymentGateway, 'id' | 'uuid' | 'created_at' | 'updated_at'>,
): PaymentGateway {
  const now = cloud.now(of.tenant_id);
  const row = { ...of, uuid: randomUUID(), created_at: now, updated_at: now };
  return { ...row, id: cloud.store.insert('payment_gateways', row) };
}

/** The gateway by which a tenant's customers pay; it is made when it is first needed. */
export function mainGateway(cloud: Cloud, tenantId: string): PaymentGateway {
  const { code, key } = merchantOfTenant(cloud, tenantId, 'awanio');
  const known = rowsOf(cloud, tenantId).find(({ merchant_code }) => merchant_code === code);
  if (known) return known;
  return keep(cloud, {
    tenant_id: tenantId,
    name: 'duitku',
    merchant_code: code,
    merchant_key: key,
    callback: `http://${cloud.pictureHost}${basePaths.awanio}${operation('A53').path}`,
    url: '/gateway/webapi/api/merchant/v2/inquiry',
    meta: JSON.stringify([{ return: '', expiryPeriod: String(payableMinutes) }]),
    output_type: 'webview',
    vat: 11,
  });
}

/** What the backend signs with for a gateway. */
export const signerOf = (cloud: Cloud, gateway: PaymentGateway): Signer => ({
  code: gateway.merchant_code,
  key: gateway.merchant_key,
  form: settingsOf(cloud.store, gateway.tenant_id).form,
});

/** The minutes in which a top-up by a gateway can be paid. */
export function minutesOf({ meta }: PaymentGateway): number {
  const [first] = JSON.parse(meta) as GatewayMeta[];
  return Number(first?.expiryPeriod) || payableMinutes;
}

/** A gateway with its key, which the real API leaks, too. */
const gatewayWire = (gateway: PaymentGateway) => ({
  uuid: gateway.uuid,
  name: gateway.name,
  merchant_code: gateway.merchant_code,
  merchant_key: gateway.merchant_key,
  url: gateway.url,
  output_type: gateway.output_type,
  vat: gateway.vat,
  created_at: iso(gateway.created_at),
  updated_at: iso(gateway.updated_at),
});

implement('A47', (_, { cloud, tenant }) => {
  mainGateway(cloud, tenant.id);
  return { rows: rowsOf(cloud, tenant.id).map(gatewayWire) };
});

implement('A48', ({ body }, { cloud, tenant }) => {
  mainGateway(cloud, tenant.id);
  const { meta, ...of } = body;
  const kept = keep(cloud, { ...of, tenant_id: tenant.id, meta: JSON.stringify(meta ?? []) });
  const { uuid, name, merchant_code, merchant_key, output_type, vat } = gatewayWire(kept);
  return { id: kept.id, uuid, name, merchant_code, merchant_key, output_type, vat };
});
