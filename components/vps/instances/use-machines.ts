'use client';
/** The machines of an account, for what is done to their volumes, networks and addresses: how they stand, and which to choose. */
import { useMemo, useState } from 'react';
import { useRefused } from '@/components/parts/shell/use-refused';
import { transient } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { instances } from '@/lib/resources/vps';
import { useVerbReason, type VerbReason } from './verb-reason';

export type { VerbReason };

/** Of machines beyond these the backend alone knows. */
const most = instances.pageSize;

const pace = (list: Result<'D02'> | undefined) =>
  list?.data.some(({ status, operation_flag }) => transient(status, operation_flag))
    ? 'fast'
    : 'slow';

/** The newest machines' states. `more`: there are others besides. Needs the messages `machines`. */
export function useMachines(account: string): { why: VerbReason; more: boolean } {
  const input = { query: { limit: most, page: 1 } };
  const enabled = !useRefused(account, 'read_instance');
  const { data } = useBackendQuery('D02', input, { account, poll: pace, enabled });
  const machines = data?.data;
  const byId = useMemo(() => new Map(machines?.map((row) => [row.uuid, row])), [machines]);
  const count = machines?.length ?? 0;
  return { why: useVerbReason(byId), more: (data?.page?.total ?? count) > count };
}

/** Machines to choose from: the newest, or those that what is typed finds, which is for an account with `more`. */
export function useMachineSearch(account: string) {
  const [search, setSearch] = useState('');
  const q = search.trim();
  const machines = useBackendQuery(
    'D02',
    { query: { limit: most, page: 1, ...(q === '' ? {} : { search: q }) } },
    { account, keep: true },
  );
  return { machines, search, setSearch };
}
