/** Finds the machine that an order created, since the answer of the provider doesn't name it (QA16). */
import { request } from '@/lib/query';
import { ProblemError } from '@/lib/problem';
import type { Row } from '@/lib/contract/types';
import type { GroupParams } from './group';

/** The uuid of the newest machine with a hostname; null if there is none. */
export function newestOf(
  vms: readonly Pick<Row<'A25'>, 'uuid' | 'hostname' | 'created_at'>[],
  hostname: string,
): string | null {
  const mine = vms.filter((vm) => vm.hostname?.toLowerCase() === hostname.toLowerCase());
  mine.sort((a, b) => (b.created_at ?? '').localeCompare(a.created_at ?? ''));
  return mine[0]?.uuid ?? null;
}

/** Reads the list and finds the uuid of the machine; null if it isn't there (yet) or the list can't be read. */
export async function findCreated(params: GroupParams, hostname: string): Promise<string | null> {
  try {
    return newestOf((await request('A25', { params })).data, hostname);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
