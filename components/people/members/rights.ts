/** What the signed-in person may do with the members of an organization or project. Server only. */
import { roleIn } from '@/components/organization/vms/access';
import { roleMay } from '@/components/parts/shell/group-role';
import { roleCan } from '@/lib/contract/permissions';
import { isOffered } from '@/lib/next/offered';
import { unknownOrganization, type GroupScope } from '@/lib/paths';
import { settings } from '@/lib/settings';
import { placeOf } from './member';
import type { MemberFacts } from './place';

/** Reads what the page tells its parts, and whether the person may read the list at all. */
export async function memberFacts(scope: GroupScope): Promise<MemberFacts & { read: boolean }> {
  const [here, owner] = await Promise.all([roleIn(scope), roleIn({ org: scope.org })]);
  const place = placeOf(scope);
  return {
    read: roleMay(here, 'group.read', place),
    mayChange: roleMay(here, 'group.admin', place),
    inOrganization:
      scope.org !== unknownOrganization && owner !== null && roleCan(owner, 'group.read'),
    financeLevel: settings().NUSA_FINANCE_LEVEL ?? null,
    offered: { A12: isOffered('A12'), A17: isOffered('A17') },
  };
}
