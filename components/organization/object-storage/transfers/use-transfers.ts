'use client';
import { useSyncExternalStore } from 'react';
import { usePerson } from '@/lib/query/person';
import type { Snapshot, Transfers } from './engine';
import { transfersOf } from './page-transfers';

/** The uploads of this page, and what is shown of them; drawn again at each tick while something goes on. */
export function useTransfers(): { transfers: Transfers; snapshot: Snapshot } {
  const { identity } = usePerson();
  const transfers = transfersOf(identity);
  const snapshot = useSyncExternalStore(
    transfers.subscribe,
    transfers.snapshot,
    transfers.snapshot,
  );
  return { transfers, snapshot };
}
