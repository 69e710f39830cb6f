'use client';
import { useState } from 'react';
import { paths } from '@/lib/paths';
import { readFresh, request } from '@/lib/query/fetcher';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import type { Leaver, Place } from './places';
import { removeFrom, type Outcome } from './removal';

/** One place of the removal, with its outcome so far. */
export interface RemovalStep {
  place: Place;
  outcome: Outcome;
}

export interface Removal {
  running: boolean;
  /** Empty until it is started. */
  steps: readonly RemovalStep[];
  /** Takes the person out of these places, one after the other. Earlier outcomes of other places stay. */
  start: (places: readonly Place[]) => Promise<void>;
}

/** Takes a person out of several places. It goes on when another page of the console is opened. */
export function useRemoval(leaver: Leaver | null): Removal {
  const { org } = useGroup();
  const change = useBackendChange();
  const [running, setRunning] = useState(false);
  const [steps, setSteps] = useState<readonly RemovalStep[]>([]);
  const note = (place: Place, outcome: Outcome) =>
    setSteps((now) => {
      const next = { place, outcome };
      const known = now.some((step) => step.place.key === place.key);
      return known
        ? now.map((step) => (step.place.key === place.key ? next : step))
        : [...now, next];
    });
  const start = async (places: readonly Place[]) => {
    if (running || !leaver) return;
    setRunning(true);
    for (const place of places) note(place, { state: 'waiting' });
    const about = {
      kind: 'member',
      id: leaver.uuid,
      name: leaver.name,
      href: paths.members({ org }),
    } as const;
    try {
      for (const place of places) {
        note(place, { state: 'working' });
        const read = <R extends 'A10' | 'A21'>(ref: R, input: Parameters<typeof request<R>>[1]) =>
          readFresh(() => request(ref, input));
        note(place, await removeFrom(place, about, { change, read }));
      }
    } finally {
      setRunning(false);
    }
  };
  return { running, steps, start };
}
