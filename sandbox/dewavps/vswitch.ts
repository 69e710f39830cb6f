/** Rows of private networks: finds and creates them, and lists their members. */
import { createHash, randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { Refusal, invalidOperation } from '../refusal';
import type { Instance, Vswitch } from './instance';

/** A network with its second, numeric id, which D54 needs (QD6). */
export interface Network extends Vswitch {
  number: number;
}

const columns = 'rowid as number, *';

export const networksOf = (store: Store, tenantId: string) =>
  store.all<Network>(
    `select ${columns} from vswitches where tenant_id = ? order by created_at desc, rowid desc`,
    tenantId,
  );

/** Finds a network by its uuid or its number. @throws Refusal 404 */
export function findNetwork(store: Store, tenantId: string, id: string): Network {
  const found = store.get<Network>(
    `select ${columns} from vswitches where tenant_id = ? and (uuid = ? or rowid = ?)`,
    tenantId,
    id,
    /^\d{1,15}$/.test(id) ? Number(id) : null,
  );
  if (!found) throw new Refusal(404, 'Private Network not found.');
  return found;
}

/** The machines in a network, in the order of their addresses. */
export function membersOf(store: Store, uuid: string): Instance[] {
  const members = store.all<Instance>('select * from instances where vswitch_uuid = ?', uuid);
  const host = ({ private_ip }: Instance) => Number(private_ip?.split('.').at(-1));
  return members.sort((a, b) => host(a) - host(b));
}

const firstTag = 1000;
const lastTag = 4094;

/**
 * Creates a network with the customer's first free VLAN tag and the /24 of that tag.
 * @throws Refusal 400 if no tag is free
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
    network: rangeOf(tag),
    gateway_uuid: null,
    status: of.status ?? 'Active',
    created_at: of.at,
    updated_at: of.at,
  };
  cloud.store.insert('vswitches', { ...vswitch });
  return vswitch;
}

/** The range of a tag: `10.252.12.0/24` for tag 1000, and so on. */
function rangeOf(tag: number): string {
  const index = tag - firstTag + 12;
  return `10.${252 - Math.floor(index / 256)}.${index % 256}.0/24`;
}

/** The MAC address of a machine in its private network; always the same. */
export function privateMac(uuid: string): string {
  const bytes = createHash('sha256').update(`private ${uuid}`).digest('hex').slice(0, 6);
  return `52:54:01:${bytes.match(/../g)?.join(':')}`;
}
