/** Private networks and public addresses, read: D49, D56–D58. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import { monthHours } from '../ledger';
import { invalidOperation } from '../refusal';
import { implement } from '../registry';
import type { Store } from '../db';
import { addressPrice, findLocation } from './catalogue';
import type { PublicIp, Vswitch } from './instance';
import { paged } from './instances';
import { dateText, dateTextPlain } from './text';

const networksOf = (store: Store, tenantId: string) =>
  store.all<Vswitch>(
    'select * from vswitches where tenant_id = ? order by created_at desc, rowid desc',
    tenantId,
  );
const addressesOf = (store: Store, tenantId: string) =>
  store.all<PublicIp>(
    'select * from public_ips where tenant_id = ? order by created_at desc, rowid desc',
    tenantId,
  );

const firstTag = 1000;
const lastTag = 4094;

/**
 * Keeps a network: the first VLAN tag that the customer has free, and the /24 of that tag.
 * @throws Refusal 400 when there is none.
 */
export function keepNetwork(
  cloud: Cloud,
  tenantId: string,
  of: { name: string; location_id: number; at: number; status?: string },
): Vswitch {
  const taken = new Set(networksOf(cloud.store, tenantId).map((row) => row.tag));
  let tag = firstTag;
  while (taken.has(tag)) tag += 1;
  if (tag > lastTag) throw invalidOperation('No private network is available');
  const vswitch: Vswitch = {
    uuid: randomUUID(),
    tenant_id: tenantId,
    name: of.name,
    tag,
    location_id: of.location_id,
    network: networkOf(tag),
    gateway_uuid: null,
    status: of.status ?? 'Active',
    created_at: of.at,
    updated_at: of.at,
  };
  cloud.store.insert('vswitches', { ...vswitch });
  return vswitch;
}

/** `10.252.12.0/24` for tag 1000, and so on. */
function networkOf(tag: number): string {
  const index = tag - firstTag + 12;
  return `10.${252 - Math.floor(index / 256)}.${index % 256}.0/24`;
}

interface Head {
  uuid: string;
  hostname: string;
  private_ip: string | null;
}
const head = (store: Store, uuid: string | null) =>
  uuid
    ? (store.get<Head>('select uuid, hostname, private_ip from instances where uuid = ?', uuid) ??
      null)
    : null;

implement('D49', ({ query }, { store, tenant }) => ({
  rows: networksOf(store, tenant.id)
    .filter(
      (row) => query.location_id === undefined || row.location_id === Number(query.location_id),
    )
    .filter((row) => row.name.toLowerCase().includes(query.search?.toLowerCase() ?? ''))
    .map((row) => ({
      uuid: row.uuid,
      name: row.name,
      tag: row.tag,
      location: findLocation(row.location_id)?.name ?? null,
      location_flag: 'id',
      network_ip: row.network,
      gateway: head(store, row.gateway_uuid),
      status: row.status,
      created_at: dateTextPlain(row.created_at),
    })),
}));

implement('D56', ({ query }, { store, tenant }) => ({
  rows: networksOf(store, tenant.id)
    .filter((row) => row.location_id === Number(query.location_id) && row.status === 'Active')
    .map(({ uuid, name }) => ({ uuid, name })),
}));

implement('D57', ({ query }, { store, tenant }) => ({
  rows: addressesOf(store, tenant.id)
    .filter((row) => row.location_id === Number(query.location_id) && row.instance_uuid === null)
    .map(({ uuid, address }) => ({ uuid, ip_address: address })),
}));

implement('D58', ({ query }, { store, tenant }) => {
  const { rows, page } = paged(addressesOf(store, tenant.id), query);
  return {
    rows: rows.map((row) => {
      const machine = head(store, row.instance_uuid);
      return {
        uuid: row.uuid,
        ip_address: row.address,
        rdns: row.rdns,
        location: findLocation(row.location_id)?.name ?? null,
        location_id: row.location_id,
        instance: machine ? { uuid: machine.uuid, hostname: machine.hostname } : null,
        price_per_hour: addressPrice,
        estimated_monthly_cost: addressPrice * monthHours,
        created_at: dateText(row.created_at),
      };
    }),
    page,
  };
});
