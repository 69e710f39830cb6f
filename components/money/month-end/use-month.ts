'use client';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountOfKey } from '@/components/money/invoices/place-links';
import type { BilledPlace } from '@/lib/money/account-invoice';
import type { ProblemError } from '@/lib/problem';
import { requestSignedIn, usePerson } from '@/lib/query';
import { laneOf } from '@/lib/query/paced';
import { forgetInTab } from '@/lib/query/storage';
import { makeStore, useStore, type Store } from '@/lib/store';
import { keptSteps, keptStart } from './kept-steps';
import type { PlaceMonth } from './read-month';

/** How far the reading of an account is. */
interface StepsRead {
  done: number;
  all: number;
  /** Seconds that its next call waits for the provider's limit. */
  waits: number;
}

/** An account's month as far as it is read. */
export interface ReadPlace {
  place: BilledPlace;
  month: PlaceMonth | null;
  /** Why it couldn't be read. */
  problem: ProblemError | null;
  reading: boolean;
  again: () => void;
}

export interface ReadMonth {
  places: readonly ReadPlace[];
  /** Percent that is read, 0–100. */
  percent: number;
  /** Seconds that all reading waits; 0 while anything goes on. */
  waits: number;
  /** Whether anything is being read. */
  reading: boolean;
  /** Whether somebody stopped it. */
  stopped: boolean;
  stop: () => void;
  goOn: () => void;
  /** Forgets what was read, and reads it anew. */
  anew: () => void;
}

type Steps = Readonly<Record<string, StepsRead>>;

const none: StepsRead = { done: 0, all: 1, waits: 0 };

/** Changes what is known of one account's reading. */
function note(store: Store<Steps>, key: string, change: Partial<StepsRead>): void {
  const before = store.current();
  store.set({ ...before, [key]: { ...none, ...before[key], ...change } });
}

/** The query of an account's month. Its key is not that of a backend's answer: it joins many. */
function monthQuery(
  { identity, own }: ReturnType<typeof usePerson>,
  place: BilledPlace,
  month: string,
  steps: Store<Steps>,
) {
  const name = `${month} ${place.key}`;
  return {
    queryKey: [identity, 'month-end', name],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<PlaceMonth> => {
      const [{ readPlaceMonth }, { serverNow }] = await Promise.all([
        import('./read-month'),
        import('@/lib/clock'),
      ]);
      const account = accountOfKey(place.key);
      const asked = { account: account ?? undefined, own, signal, again: true };
      const onWait = (waits: number) => note(steps, name, { waits });
      return readPlaceMonth(place, month, {
        ask: (ref, input) =>
          laneOf(account).run(() => requestSignedIn(ref, input, asked), { signal, onWait }),
        step: keptSteps(identity, month, place.key, signal),
        onProgress: (done, all) => note(steps, name, { done, all }),
        now: serverNow(),
      });
    },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  };
}

/** Reads a month of several accounts, each by itself. It begins at once, and goes on after a reload. */
export function useMonth(places: readonly BilledPlace[], month: string): ReadMonth {
  const person = usePerson();
  const client = useQueryClient();
  const [steps] = useState(() => makeStore<Steps>({}));
  const [stoppedMonth, setStopped] = useState<string | null>(null);
  const stopped = stoppedMonth === month;
  const read = useStore(steps);
  const queries = useQueries({
    queries: places.map((place) => ({
      ...monthQuery(person, place, month, steps),
      enabled: !stopped,
    })),
  });
  const stepsOf = ({ key }: BilledPlace) => read[`${month} ${key}`] ?? none;
  const each = places.map((place, index): ReadPlace => {
    const query = queries[index];
    return {
      place,
      month: query?.data ?? null,
      problem: (query?.error ?? null) as ProblemError | null,
      reading: query?.isFetching ?? false,
      again: () => void query?.refetch(),
    };
  });
  const share = (of: ReadPlace) =>
    (of.month || of.problem) && !of.reading ? 1 : stepsOf(of.place).done / stepsOf(of.place).all;
  const waiting = each.filter(({ reading }) => reading).map(({ place }) => stepsOf(place).waits);
  const begin = [person.identity, 'month-end'];
  return {
    places: each,
    percent: (100 * each.reduce((sum, of) => sum + share(of), 0)) / Math.max(1, each.length),
    waits: waiting.length > 0 && waiting.every((seconds) => seconds > 0) ? Math.max(...waiting) : 0,
    reading: waiting.length > 0,
    stopped,
    stop: () => {
      setStopped(month);
      void client.cancelQueries({ queryKey: begin });
    },
    goOn: () => setStopped(null),
    anew: () => {
      forgetInTab(person.identity, keptStart(month));
      setStopped(null);
      steps.set({});
      void client.resetQueries({
        queryKey: begin,
        predicate: ({ queryKey }) => String(queryKey[2]).startsWith(`${month} `),
      });
    },
  };
}
