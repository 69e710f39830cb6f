/** External addresses, with and without a machine, and their list A37. */
import { randomUUID } from 'node:crypto';
import { addressNumber, freeAddress } from '../addresses';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { implement } from '../registry';
import { addressPlanName, addressPrice } from './catalogue';
import type { Organization } from './groups';
import { accountOf, requireGroup } from './groups';
import { pageOf } from './page';
import { iso, organizationWire } from './wire';

export interface ReservedIp {
  uuid: string;
  id: number;
  tenant_id: string;
  organization_uuid: string;
  address: string;
  /** The machine or cluster that has it. */
  owner_uuid: string | null;
  /** 1 if the address stays when its machine is deleted. */
  reserved: number;
  /** A JSON list of texts. */
  tags: string;
  created_at: number;
  updated_at: number;
}

/** Stores a new address, either of a machine or cluster, whose meter charges it, or without one. */
export function keepReserved(
  store: Store,
  of: {
    organization: Organization;
    ownerUuid: string | null;
    keep: boolean;
    tags?: readonly string[];
    at: number;
  },
): ReservedIp {
  const last = store.get<{ id: number | null }>('select max(id) as id from reserved_ips')?.id ?? 0;
  const { tenant_id } = of.organization;
  const address: ReservedIp = {
    uuid: randomUUID(),
    id: last + 1,
    tenant_id,
    organization_uuid: of.organization.uuid,
    address: freeAddress(store, 'reserved_ips', tenant_id),
    owner_uuid: of.ownerUuid,
    reserved: of.keep ? 1 : 0,
    tags: JSON.stringify(of.tags ?? []),
    created_at: of.at,
    updated_at: of.at,
  };
  store.insert('reserved_ips', { ...address });
  return address;
}

/** Creates an address without a machine, with its own meter. */
export function reserveFree(
  cloud: Cloud,
  organization: Organization,
  at: number,
  tags: readonly string[] = [],
): ReservedIp {
  const address = keepReserved(cloud.store, {
    organization,
    ownerUuid: null,
    keep: true,
    tags,
    at,
  });
  chargeFree(cloud, organization, address, at);
  return address;
}

/** Opens the meter of an address that nobody has. */
export function chargeFree(
  cloud: Cloud,
  organization: Organization,
  { uuid, address }: ReservedIp,
  at: number,
): void {
  cloud.ledger.openMeter({
    resource: uuid,
    account: accountOf(organization.uuid),
    tenantId: organization.tenant_id,
    label: `Reserved address ${address}`,
    rate: addressPrice,
    at,
    about: {
      service: 'ipaddress',
      name: address,
      plan: addressPlanName,
      parts: [{ name: addressPlanName, rate: addressPrice }],
    },
  });
}

function addressWire(cloud: Cloud, organization: Organization, row: ReservedIp) {
  const times = { created_at: iso(row.created_at), updated_at: iso(row.updated_at) };
  const number = addressNumber(row.address);
  const tags = JSON.parse(row.tags) as string[];
  const gateway = row.address.replace(/\d+$/, '254');
  return {
    uuid: row.uuid,
    ip_address_id: row.id,
    ip_address: {
      address: number,
      cidr: 24,
      gateway: addressNumber(gateway),
      ...times,
      deleted_at: null,
      address_string: row.address,
      gateway_string: gateway,
      private_address: number,
      private_address_string: row.address,
      active: true,
      suitable_for: 'all',
    },
    organization: organizationWire(cloud, organization),
    tags: tags.length > 0 ? tags : null,
    ...times,
  };
}

implement('A37', ({ params, query }, context) => {
  const { cloud, store } = context;
  const { organization } = requireGroup(context, 'organizations', params.uuid);
  cloud.catchUp(organization.tenant_id);
  const found = store
    .all<ReservedIp>(
      `select * from reserved_ips where organization_uuid = ? and reserved = 1 order by created_at desc, id desc`,
      organization.uuid,
    )
    .filter((row) => row.address.includes(query.search ?? ''));
  const { rows, page } = pageOf(query.order_by === 'asc' ? found.reverse() : found, query);
  return {
    rows: rows.map((row) => addressWire(cloud, organization, row)),
    page: { ...page, page: `${page.page},` }, // QA1
  };
});
