'use client';
import { transient } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/** The details of an instance (D04). */
export type Detail = Result<'D04'>;

const pace = (machine: Detail | undefined) =>
  machine && transient(machine.status, machine.operation_flag) ? 'fast' : 'slow';

/** Polls the instance of the page; the frame and every tab share one poll. */
export function useInstance(instance: string) {
  const input = { params: { instance_uuid: instance } };
  return useBackendQuery('D04', input, { poll: pace });
}
