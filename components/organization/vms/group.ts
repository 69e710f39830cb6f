/** Where Awanio's machines stand, as its paths say it. */
import type { GroupScope } from '@/lib/paths';

export interface GroupParams {
  group_type: 'organizations' | 'projects';
  uuid: string;
}

/** A project's machines are asked for by the project alone: that needs no right to read the organization. */
export function groupParams({ org, project }: GroupScope): GroupParams {
  return project === undefined
    ? { group_type: 'organizations', uuid: org }
    : { group_type: 'projects', uuid: project };
}
