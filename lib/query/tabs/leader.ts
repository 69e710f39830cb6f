'use client';
import { makeStore, useStore } from '@/lib/store';

/** Whether this tab polls for all tabs. `./election` chooses it. At most one of a person's tabs does. */
export const leader = makeStore(false);

/** The value of `leader`, followed. */
export function useLeader(): boolean {
  return useStore(leader);
}
