import { paths, type GroupScope } from '../../paths';
import type { ReadRef } from '../../contract';
import type { Resource } from '../resource';

/** The buckets of an organization or project. They have no id but their name, and no read lists them alone: A57 answers their store. */
export const buckets = {
  kind: 'bucket',
  id: ({ name }) => name,
  name: ({ name }) => name,
  page: paths.buckets,
  href: (place, bucket) => (bucket === '' ? paths.buckets(place) : paths.bucket(place, bucket)),
} as const satisfies Pick<
  Resource<ReadRef, { name: string }, GroupScope>,
  'kind' | 'id' | 'name' | 'page' | 'href'
>;
