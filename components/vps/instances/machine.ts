import type { RowIdentity } from '@/components/parts/actions/action';
import type { Row } from '@/lib/contract/types';
import { instances } from '@/lib/resources/vps';
import { aboutOf } from '@/lib/resources/resource';

/** What status and actions need to know of an instance; rows of D02 and the detail of D04 both are one. */
export type Machine = Pick<
  Row<'D02'>,
  'uuid' | 'hostname' | 'status' | 'operation_flag' | 'ip_address'
>;

export const instanceIdentity: RowIdentity<Machine> = instances;
export const nameOf = instances.name;
export const aboutInstance = aboutOf(instances);
