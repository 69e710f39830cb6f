/** The answer to “Why can't I?”: which right is missing, who has it, and whom to ask. */
import { operation } from '@/lib/contract';
import { roleCan, type Place, type Role } from '@/lib/contract/permissions';
import { matrixRows } from '@/lib/contract/role-matrix';
import type { Lacking } from './why';

export interface WhyAnswer {
  /** Where the right is given. In a project it may be one of the organization. */
  place: Place;
  /** The roles that have it, the one with the fewest rights first. */
  roles: readonly Role[];
}

/**
 * @param at where the page is
 * @param finance whether this deployment has the finance role
 */
export function answerWhy(
  { area, see = false, ofOrganization = false }: Lacking,
  at: Place,
  finance: boolean,
): WhyAnswer {
  const row = matrixRows.find(({ id }) => id === area);
  const places: readonly Place[] = row?.places ?? [];
  const place = ofOrganization || !places.includes(at) ? 'organization' : at;
  const ref = see ? row?.see : row?.change;
  const permission = ref ? operation(ref).permission : 'group.admin';
  const all: readonly Role[] = finance ? ['member', 'finance', 'admin'] : ['member', 'admin'];
  return { place, roles: all.filter((role) => roleCan(role, permission, place)) };
}
