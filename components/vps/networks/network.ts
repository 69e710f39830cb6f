/** A private network of a DewaVPS account and the machines in it. Its name and path: `lib/resources/vps`. */
import type { RowIdentity } from '@/components/parts/actions/action';
import { statusGroup } from '@/lib/contract/states';
import type { Result, Row } from '@/lib/contract/types';
import { networks } from '@/lib/resources/vps';
import { aboutOf } from '@/lib/resources/resource';

/** A row of the list of networks (D49). */
export type NetworkRow = Row<'D49'>;
/** The details of a network (D50). */
export type NetworkDetail = Result<'D50'>;

/** Describes a network to the list of activities: its kind, id, name and path. */
export const aboutNetwork = aboutOf(networks);

/** A machine in a network (D51), with facts from D50 and D55. */
export interface Member extends Row<'D51'> {
  /** Whether it is the gateway: the other machines reach the internet through it. */
  isGateway: boolean;
  publicAddress: string | null;
}

/** The id and the name of a member. The backend may know a member's address only, so that can be both. */
export const memberIdentity: RowIdentity<Member> = {
  id: ({ instance_uuid: uuid, private_ip: ip, hostname }) => uuid ?? ip ?? hostname ?? '',
  name: ({ instance_uuid: uuid, hostname, private_ip: ip }) => hostname ?? uuid ?? ip ?? '',
};

/**
 * Joins the reads of a network to its members.
 * @param gateway uuid of the machine that is the gateway
 * @param routers rows of D55, which have the public addresses
 */
export function membersOf(
  rows: readonly Row<'D51'>[],
  gateway: string | null,
  routers: readonly Row<'D55'>[],
): readonly Member[] {
  const known = new Map(routers.map(({ uuid, ip_address }) => [uuid, ip_address]));
  return rows.map((row) => ({
    ...row,
    isGateway: row.instance_uuid !== null && row.instance_uuid === gateway,
    publicAddress: (row.instance_uuid && known.get(row.instance_uuid)) || null,
  }));
}

/** Says why a network can't be changed: `pending` while it is being made, `error` if that failed; null when it is ready. */
export function notReady(status: string | null): 'pending' | 'error' | null {
  const group = statusGroup(status);
  return group === 'busy' ? 'pending' : group === 'error' ? 'error' : null;
}
