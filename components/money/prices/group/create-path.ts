/** Where something is created from a plan in an organization or project. Pure. */
import { paths, type GroupScope } from '@/lib/paths';
import type { Plan } from './plans';

/**
 * The page that creates something by a plan, filled in; null if this console creates none of its kind. An external
 * address has no operation of its own: it comes with a machine.
 */
export function createPath(
  scope: GroupScope,
  { kind, uuid }: Pick<Plan, 'kind' | 'uuid'>,
): string | null {
  if (kind === 'vm') return paths.newVm(scope, { plan: uuid });
  if (kind === 'ip') return paths.newVm(scope, { address: 'new' });
  return null;
}
