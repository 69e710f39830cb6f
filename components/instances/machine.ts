import type { Row } from '@/lib/contract/types';
import { paths } from '@/lib/paths';
import type { About } from '@/lib/query/follow/works';
import type { RowWords } from '@/components/actions/action';

/** What status and actions need to know of an instance; rows of D02 and the detail of D04 both are one. */
export type Machine = Pick<
  Row<'D02'>,
  'uuid' | 'hostname' | 'status' | 'operation_flag' | 'ip_address'
>;

/** What it is called on screen: its hostname, else its id. */
export const nameOf = ({ hostname, uuid }: Pick<Machine, 'hostname' | 'uuid'>): string =>
  hostname ?? uuid;

/** How the places that show actions call an instance. */
export const instanceWords: RowWords<Machine> = { id: ({ uuid }) => uuid, name: nameOf };

/** What the activity panel says a change of a machine is about. */
export const aboutInstance = (
  account: string,
  machine: Pick<Machine, 'uuid' | 'hostname'>,
): About => ({
  kind: 'instance',
  id: machine.uuid,
  name: nameOf(machine),
  href: paths.instance(account, machine.uuid),
});
