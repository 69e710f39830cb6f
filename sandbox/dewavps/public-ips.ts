/** Public addresses: list, creation, names, deletion: D57–D59, D61, D62, D14. */
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { monthHours, monthStart } from '../ledger';
import { Refusal, invalid, invalidOperation } from '../refusal';
import { implement } from '../registry';
import { addressPrice, findLocation } from './catalogue';
import { needMoney } from './checks';
import { ownerOf, type PublicIp } from './instance';
import { paged } from './instances';
import { makeAddress } from './order';
import { dateText } from './text';

/** The most addresses without a machine of one customer. */
const freeQuota = 10;

const addressesOf = (store: Store, tenantId: string) =>
  store.all<PublicIp>(
    'select * from public_ips where tenant_id = ? order by created_at desc, rowid desc',
    tenantId,
  );

/** Finds an address of a tenant. @throws Refusal 404 */
export function findAddress(store: Store, tenantId: string, uuid: string): PublicIp {
  const found = store.get<PublicIp>(
    'select * from public_ips where uuid = ? and tenant_id = ?',
    uuid,
    tenantId,
  );
  if (!found) throw new Refusal(404, 'Public Network not found.');
  return found;
}

implement('D57', ({ query }, { store, tenant }) => ({
  rows: addressesOf(store, tenant.id)
    .filter((row) => row.location_id === Number(query.location_id) && row.instance_uuid === null)
    .map(({ uuid, address }) => ({ uuid, ip_address: address })),
}));

implement('D58', ({ query }, { cloud, store, tenant }) => {
  const { rows, page } = paged(addressesOf(store, tenant.id), query);
  return {
    rows: rows.map((row) => rowWire(cloud, row)),
    page,
  };
});

/** The row as the real API sends it (`id`, `cost`, and no `instance` while the address is free), with our additions. */
function rowWire(cloud: Cloud, row: PublicIp) {
  const owner = ownerOf(cloud.store, row.instance_uuid);
  return {
    id: row.uuid,
    ip_address: row.address,
    instance: owner ? { id: owner.uuid, hostname: owner.hostname } : undefined,
    cost: cloud.ledger.spent({ resource: row.uuid }, monthStart(cloud.now(row.tenant_id))),
    rdns: row.rdns,
    location: findLocation(row.location_id)?.name ?? null,
    location_id: row.location_id,
    price_per_hour: addressPrice,
    estimated_monthly_cost: addressPrice * monthHours,
    created_at: dateText(row.created_at),
  };
}

implement('D59', ({ body }, { cloud, store, tenant, account, now }) => {
  const location = findLocation(Number(body.location_id));
  if (!location) throw invalid({ location_id: ['The selected location id is invalid.'] });
  const free = addressesOf(store, tenant.id).filter(({ instance_uuid }) => instance_uuid === null);
  if (free.length >= freeQuota)
    throw invalidOperation(`You can hold at most ${freeQuota} addresses without an instance`);
  needMoney(cloud, account, addressPrice, 'address');
  const { address } = makeAddress(cloud, tenant.id, location.id, null, now);
  return { ip_address: address };
});

/** Sets the reverse name of an address; it must be a full domain name, which other name servers can find. */
function setName(store: Store, address: PublicIp, rdns: string, now: number): string {
  const name = rdns.toLowerCase();
  if (!name.includes('.') || /^[\d.]+$/.test(name))
    throw invalid({ rdns: ['The rdns must be a full domain name.'] });
  store.update('public_ips', { uuid: address.uuid }, { rdns: name, updated_at: now });
  return name;
}

implement('D61', ({ params, body }, { store, tenant, now }) =>
  setName(store, findAddress(store, tenant.id, params.ip_uuid), body.rdns, now),
);

implement('D14', ({ params, body }, { store, tenant, now }) => {
  const address = findAddress(store, tenant.id, params.ip_uuid);
  if (address.instance_uuid === null)
    throw invalidOperation('Public Network is not attached to an instance');
  return setName(store, address, body.rdns, now);
});

implement('D62', ({ params }, { cloud, store, tenant, now }) => {
  const address = findAddress(store, tenant.id, params.ip_uuid);
  if (address.instance_uuid !== null)
    throw invalidOperation('Public Network is in use by an instance');
  store.transaction(() => {
    cloud.ledger.closeMeter(address.uuid, now);
    store.run('delete from public_ips where uuid = ?', address.uuid);
  });
  return { uuid: address.uuid, ip_address: address.address };
});
