/** A private network of a DewaVPS account and the machines in it. What it is called: `lib/resources/vps`. */
import type { RowIdentity } from '@/components/parts/actions/action';
import { statusGroup } from '@/lib/contract/states';
import type { Result, Row } from '@/lib/contract/types';
import { networks } from '@/lib/resources/vps';
import { aboutOf } from '@/lib/resources/resource';

export type NetworkRow = Row<'D49'>;
export type NetworkDetail = Result<'D50'>;

export const aboutNetwork = aboutOf(networks);

/** A machine in a network, with what other reads know of it. */
export interface Member extends Row<'D51'> {
  /** It routes the others out. */
  leads: boolean;
  publicAddress: string | null;
}

export const memberIdentity: RowIdentity<Member> = {
  id: ({ instance_uuid: uuid, private_ip: ip, hostname }) => uuid ?? ip ?? hostname ?? '',
  name: ({ instance_uuid: uuid, hostname, private_ip: ip }) => hostname ?? uuid ?? ip ?? '',
};

/** Puts the reads of a network together; the public addresses are those of D55. */
export function membersOf(
  rows: readonly Row<'D51'>[],
  gateway: string | null,
  routers: readonly Row<'D55'>[],
): readonly Member[] {
  const known = new Map(routers.map(({ uuid, ip_address }) => [uuid, ip_address]));
  return rows.map((row) => ({
    ...row,
    leads: row.instance_uuid !== null && row.instance_uuid === gateway,
    publicAddress: (row.instance_uuid && known.get(row.instance_uuid)) || null,
  }));
}

/** Why nothing can be joined to a network: it is being made, or that failed; null once it is there. */
export function notReady(status: string | null): 'pending' | 'error' | null {
  const group = statusGroup(status);
  return group === 'busy' ? 'pending' : group === 'error' ? 'error' : null;
}
