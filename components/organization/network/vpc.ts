/** The VPC of an organization, and the machines that have an address in it. */
import { useMemo } from 'react';
import { useShell } from '@/components/parts/shell/context';
import type { Scope } from '@/components/parts/shell/scopes';
import type { AddressRange } from '@/lib/contract/reading/network';
import type { Result, Row } from '@/lib/contract/types';
import type { GroupScope } from '@/lib/paths';
import { useBackendQuery } from '@/lib/query';
import { holds, vpcRange } from '@/lib/ranges/ranges';
import { vpcs } from '@/lib/resources/awanio';
import { aboutOf } from '@/lib/resources/resource';
import { groupParams } from '../vms/group';

export type Vpc = NonNullable<Result<'A07'>['vpc']>;

/** Describes a VPC to the list of activities. */
export const aboutVpc = aboutOf(vpcs);

/** The range of a VPC; null without a VPC, or if its range can't be read. */
export const rangeOfVpc = (vpc: Vpc | null): AddressRange | null => vpcRange(vpc?.vpc_ip ?? null);

/** Reads the machines of an organization or project, and finds those with an address in the range. */
export function useMachinesIn(scope: GroupScope, range: AddressRange) {
  const query = useBackendQuery('A25', { params: groupParams(scope) }, { poll: 'slow' });
  const all = query.data?.data ?? [];
  const inside = all.filter((vm) => holds(range, vm.private_ip_address_v4));
  return { query, inside, outside: all.length - inside.length };
}

export type Machine = Row<'A25'>;

/** The projects of an organization that this person knows and whose machines they may see. */
export function useProjectsOf({ org }: GroupScope): readonly (Scope & { kind: 'project' })[] {
  const { scopes } = useShell();
  return useMemo(
    () =>
      scopes.filter(
        (scope) => scope.kind === 'project' && scope.machines && scope.group.org === org,
      ) as (Scope & { kind: 'project' })[],
    [scopes, org],
  );
}
