'use client';
import { transient } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/** An instance as its backend tells of it. */
export type Detail = Result<'D04'>;

const pace = (machine: Detail | undefined) =>
  machine && transient(machine.status, machine.operation_flag) ? 'fast' : 'slow';

/** The instance of the page, followed live; the frame and every tab share one poller. */
export function useInstance(instance: string) {
  const input = { params: { instance_uuid: instance } };
  return useBackendQuery('D04', input, { poll: pace });
}
