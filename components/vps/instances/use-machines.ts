'use client';
/** Reads the machines of an account for dialogs about volumes, networks and addresses. */
import { useMemo, useState } from 'react';
import { useRefused } from '@/components/parts/shell/use-refused';
import { transient } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { instances, newestInstances } from '@/lib/resources/vps';
import { useVerbReason, type VerbReason } from './verb-reason';

export type { VerbReason };

/** How many machines are read. A search finds the others. */
const limit = instances.pageSize;

const pace = (list: Result<'D02'> | undefined) =>
  list?.data.some(({ status, operation_flag }) => transient(status, operation_flag))
    ? 'fast'
    : 'slow';

/**
 * Reads the newest machines. Needs the messages `machines`.
 * @returns `why` says why a machine's status doesn't allow an action; `more` says whether there are other machines
 */
export function useMachines(): { why: VerbReason; more: boolean } {
  const enabled = !useRefused('read_instance');
  const { data } = useBackendQuery('D02', newestInstances, { poll: pace, enabled });
  const machines = data?.data;
  const byId = useMemo(() => new Map(machines?.map((row) => [row.uuid, row])), [machines]);
  const count = machines?.length ?? 0;
  return { why: useVerbReason(byId), more: (data?.page?.total ?? count) > count };
}

/** The machines to choose from: the newest, or those that match the search text. */
export function useMachineSearch() {
  const [search, setSearch] = useState('');
  const q = search.trim();
  const machines = useBackendQuery(
    'D02',
    { query: { limit, page: 1, search: q || undefined } },
    { keep: true },
  );
  return { machines, search, setSearch };
}
