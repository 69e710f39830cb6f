import { paths } from '../../paths';
import type { ReadRef } from '../../contract';
import type { Resource } from '../resource';

interface NamedGroup {
  uuid: string;
  name: string | null;
}

/** The organizations of a person. */
export const organizations = {
  kind: 'organization',
  id: ({ uuid }) => uuid,
  name: ({ name, uuid }) => name ?? uuid,
  href: (_: null, org) => paths.overview({ org }),
} as const satisfies Pick<Resource<ReadRef, NamedGroup, null>, 'kind' | 'id' | 'name' | 'href'>;
