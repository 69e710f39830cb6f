'use client';
import { useQuery } from '@tanstack/react-query';
import { serverNow } from '@/lib/clock';
import type { Row } from '@/lib/contract/types';
import { paymentState } from '@/lib/payments/payment';
import { request } from '@/lib/query/fetcher';
import { usePerson } from '@/lib/query/person';
import { keepInTab, readInTab } from '@/lib/query/storage';

/**
 * Milliseconds for which a tab believes the list. Otherwise each load of a page would ask for it, although seldom anybody
 * pays. A payment of this browser is known at once without it.
 */
const believed = 5 * 60_000;

/** The references that the list named, and when, in milliseconds since 1970. */
interface Told {
  ids: string[];
  at: number;
}

/** What a tab kept; null if it is none, or of a clock that was ahead. */
export function toldBefore(kept: unknown, now = Date.now()): Told | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { ids, at } = kept as Partial<Told>;
  if (!Array.isArray(ids) || typeof at !== 'number' || at > now) return null;
  return { ids: ids.filter((id) => typeof id === 'string'), at };
}

/** Whether a deposit can still be paid. A list that leaves the state out tells nothing. */
export const isOpen = (
  { status, expired_at: end }: Pick<Row<'D79'>, 'status' | 'expired_at'>,
  now: number,
): boolean =>
  status !== null && paymentState(status) === 'waiting' && (end === null || Date.parse(end) > now);

/** The references of an account's newest deposits that can still be paid, also of those of other browsers. */
export function useOpenDeposits(account: string, enabled: boolean): readonly string[] {
  const { identity } = usePerson();
  const name = `open-deposits:${account}`;
  const { data } = useQuery({
    queryKey: [identity, 'open-deposits', account],
    queryFn: async ({ signal }): Promise<Told> => {
      const list = await request('D79', { query: { limit: 10, page: 1 } }, { account, signal });
      const ids = list.data.filter((row) => isOpen(row, serverNow())).map(({ id }) => id);
      const told = { ids, at: Date.now() };
      keepInTab(identity, name, told);
      return told;
    },
    initialData: () => toldBefore(readInTab(identity, name)) ?? undefined,
    initialDataUpdatedAt: () => toldBefore(readInTab(identity, name))?.at,
    staleTime: believed,
    enabled,
  });
  return data?.ids ?? [];
}
