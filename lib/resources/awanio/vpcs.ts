import { paths, type GroupScope } from '../../paths';
import type { ReadRef } from '../../contract';
import type { Resource } from '../resource';

/** The VPC of an organization. No read lists it: the organization's own detail carries it. */
export const vpcs = {
  kind: 'network',
  id: ({ uuid }) => uuid ?? '',
  name: ({ label, uuid }) => label ?? uuid ?? '',
  href: paths.vpc,
} as const satisfies Pick<
  Resource<ReadRef, { uuid: string | null; label: string | null }, GroupScope>,
  'kind' | 'id' | 'name' | 'href'
>;
