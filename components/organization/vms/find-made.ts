/** Which machine an order made, where the provider doesn't say (QA16). */
import { request } from '@/lib/query';
import { ProblemError } from '@/lib/problem';
import type { Row } from '@/lib/contract/types';
import type { GroupParams } from './group';

/** The newest machine of a hostname; null for none. */
export function newestOf(
  vms: readonly Pick<Row<'A25'>, 'uuid' | 'hostname' | 'created_at'>[],
  hostname: string,
): string | null {
  const mine = vms.filter((vm) => vm.hostname?.toLowerCase() === hostname.toLowerCase());
  mine.sort((a, b) => (b.created_at ?? '').localeCompare(a.created_at ?? ''));
  return mine[0]?.uuid ?? null;
}

/** Reads the list again and finds the machine; null where it isn't there (yet) or can't be read. */
export async function findMade(params: GroupParams, hostname: string): Promise<string | null> {
  try {
    return newestOf((await request('A25', { params })).data, hostname);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
