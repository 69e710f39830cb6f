/** The path parameters that name an organization or project in Awanio's paths. */
import type { GroupScope } from '@/lib/paths';

export interface GroupParams {
  group_type: 'organizations' | 'projects';
  uuid: string;
}

/** Makes the parameters. For a project they name only the project, so no right to the organization is needed. */
export function groupParams({ org, project }: GroupScope): GroupParams {
  return project === undefined
    ? { group_type: 'organizations', uuid: org }
    : { group_type: 'projects', uuid: project };
}
