/** The public address of a machine or cluster: its choice, taking it, and giving it back. */
import { addressNumber } from '../addresses';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { Refusal } from '../refusal';
import type { Organization } from './groups';
import { chargeFree, keepReserved, type ReservedIp } from './reserved';

/** The choice of a public address: none, a new one (kept after its owner's deletion or not), or a reserved one. */
export type External = null | { kind: 'new'; keep: boolean } | { kind: 'reserved'; uuid: string };

/**
 * Reads the choice of an external address.
 * @throws Refusal 422 for an address that is neither new nor named
 */
export function externalOf(
  wanted: boolean | undefined,
  choice: { is_new: boolean; reserved: boolean; uuid?: string | undefined } | undefined,
): External {
  if (!wanted) return null;
  if (!choice || choice.is_new) return { kind: 'new', keep: choice?.reserved ?? false };
  if (!choice.reserved || choice.uuid === undefined)
    throw new Refusal(422, 'reserve_external_ip: needs the uuid of a reserved address');
  return { kind: 'reserved', uuid: choice.uuid };
}

/**
 * Gives the chosen address to a machine or cluster, whose own meter charges it from now on.
 * @returns its uuid, or null for none
 * @throws Refusal 404 or 409 if the named address is not there or has an owner
 */
export function takeExternal(
  cloud: Cloud,
  owner: { uuid: string; organization: Organization; at: number },
  external: External,
): string | null {
  const { uuid: ownerUuid, organization, at } = owner;
  if (external === null) return null;
  if (external.kind === 'new')
    return keepReserved(cloud.store, { organization, ownerUuid, keep: external.keep, at }).uuid;
  const { uuid } = external;
  const address = cloud.store.get<ReservedIp>(
    'select * from reserved_ips where uuid = ? and organization_uuid = ?',
    uuid,
    organization.uuid,
  );
  if (!address) throw new Refusal(404, 'RESERVED IP NOT FOUND');
  if (address.owner_uuid !== null) throw new Refusal(409, 'RESERVED IP IS ALREADY USED');
  cloud.ledger.closeMeter(uuid, at);
  cloud.store.update('reserved_ips', { uuid }, { owner_uuid: ownerUuid, updated_at: at });
  return uuid;
}

/** Takes the address from what is deleted: one that is kept is charged by itself from now on, another is gone. */
export function giveBack(
  cloud: Cloud,
  organization: Organization,
  uuid: string | null,
  at: number,
): void {
  const address = addressOf(cloud.store, uuid);
  if (!address) return;
  if (address.reserved === 0) {
    cloud.store.run('delete from reserved_ips where uuid = ?', address.uuid);
    return;
  }
  const free = { owner_uuid: null, updated_at: at };
  cloud.store.update('reserved_ips', { uuid: address.uuid }, free);
  chargeFree(cloud, organization, address, at);
}

export const addressOf = (store: Store, uuid: string | null): ReservedIp | undefined =>
  uuid === null
    ? undefined
    : store.get<ReservedIp>('select * from reserved_ips where uuid = ?', uuid);

/** The wire form of an address inside a machine or cluster. */
export const externalWire = ({ id, address }: ReservedIp) => ({
  id,
  address: addressNumber(address),
  address_string: address,
  cidr: 24,
  active: true,
  suitable_for: 'all',
});
