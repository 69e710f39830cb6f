'use client';
/** The machines of an account, for dialogs about volumes, networks and addresses: their status, and a choice of them. */
import { useMemo, useState } from 'react';
import { useRefused } from '@/components/parts/shell/use-refused';
import { transient } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { instances, newestInstances } from '@/lib/resources/vps';
import { useVerbReason, type VerbReason } from './verb-reason';

export type { VerbReason };

/** As many machines as are read; a search finds the others. */
const most = instances.pageSize;

const pace = (list: Result<'D02'> | undefined) =>
  list?.data.some(({ status, operation_flag }) => transient(status, operation_flag))
    ? 'fast'
    : 'slow';

/** Says why a status doesn't allow an action, for the newest machines. `more`: there are others. Needs the messages `machines`. */
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
    { query: { limit: most, page: 1, search: q || undefined } },
    { keep: true },
  );
  return { machines, search, setSearch };
}
