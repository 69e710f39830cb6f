import { paths, type GroupScope } from '../../paths';
import type { Resource } from '../resource';

interface NamedGroup {
  uuid: string;
  name: string | null;
}

/** The projects of an organization in which the person is a member. */
export const projects = {
  kind: 'project',
  ref: 'A15',
  id: ({ uuid }) => uuid,
  name: ({ name, uuid }) => name ?? uuid,
  page: paths.projects,
  href: ({ org }, project) => paths.overview({ org, project }),
  words: ({ slug, uuid }) => [slug, uuid],
} as const satisfies Resource<'A15', NamedGroup, GroupScope>;
