'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useShell } from '@/components/parts/shell/context';
import { useInBrowser } from '@/components/ui/use-in-browser';
import { serverNow } from '@/lib/clock';
import { usePerson } from '@/lib/query';
import { request } from '@/lib/query/fetcher';
import { keep as keepInBrowser, readKept } from '@/lib/query/storage';
import { makeStore, useStore } from '@/lib/store';
import {
  keptName,
  listCount,
  readChecklist,
  readKeptChecklist,
  withKept,
  type Checklist,
  type KeptChecklist,
} from './checklist';
import {
  openedPlaces,
  type Leaver,
  type OrganizationMember,
  type Place,
  type ProjectPlace,
} from './places';

/** What the person may know, as far as it was read. */
export interface ShownChecklist {
  /** Null until it is read. */
  list: Checklist | null;
  /** How much was read, while it is being read. */
  progress: { read: number; all: number } | null;
  /** Reads it again; null where the person can open nothing any more. */
  again: (() => void) | null;
}

/** The list that this browser kept at the removal, which outlasts the membership that it was made from. */
export function useKeptChecklist(org: string, user: string) {
  const { identity } = usePerson();
  const { person } = useShell();
  const inBrowser = useInBrowser();
  const [written, setWritten] = useState<KeptChecklist | null>(null);
  const name = keptName(org, user);
  const found = useMemo(
    () => (inBrowser ? readKeptChecklist(readKept(identity, name)) : null),
    [inBrowser, identity, name],
  );
  const keep = (list: Checklist, leaver: Leaver, organization: string) => {
    const at = new Date(serverNow()).toISOString();
    const whole: KeptChecklist = {
      version: 1,
      at,
      by: person.name,
      organization,
      person: leaver,
      ...list,
    };
    keepInBrowser(identity, name, whole);
    setWritten(whole);
  };
  return { kept: written ?? found, keep };
}

const empty: Checklist = { places: [], unread: [] };

/**
 * Reads what the person may know, once it is known where they are a member.
 * @param rests reads nothing now: the person is being taken out
 */
export function useChecklist({
  here,
  places,
  financeLevel,
  kept,
  rests,
}: {
  here: { place: Place; member: OrganizationMember | null };
  places: readonly ProjectPlace[];
  financeLevel: number | null;
  kept: KeptChecklist | null;
  rests: boolean;
}): ShownChecklist {
  const { identity } = usePerson();
  const [read] = useState(() => makeStore(0));
  const count = useStore(read);
  const opened = openedPlaces(here, places, financeLevel);
  const known = places.every(({ membership }) => membership.state !== 'reading');
  const { data, isFetching, refetch } = useQuery({
    // Not the key of a backend's answer: it joins many.
    queryKey: [
      'offboarding',
      'checklist',
      identity,
      here.place.key,
      ...opened.map(({ key }) => key),
    ],
    enabled: known && !rests && opened.length > 0,
    staleTime: Infinity,
    retry: false,
    queryFn: ({ signal }) => {
      read.set(0);
      return readChecklist(
        opened,
        (ref, input) => request(ref, input, { signal, again: true }),
        () => read.set(read.current() + 1),
      );
    },
  });
  const now = data ?? (known && opened.length === 0 ? empty : null);
  const list = useMemo(() => (now ? withKept(now, kept) : kept), [now, kept]);
  const reading = !known || (isFetching && !rests);
  return {
    list,
    progress: reading ? { read: count, all: listCount(opened.length) } : null,
    again: opened.length > 0 ? () => void refetch() : null,
  };
}
