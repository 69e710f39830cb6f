'use client';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { useOnChange } from '@/components/ui/use-on-change';
import { useOnNavigation } from '@/components/ui/use-on-navigation';
import { paths, scopeOf } from '@/lib/paths';
import { readFresh, request } from '@/lib/query/fetcher';
import { isBackendKey } from '@/lib/query/key';
import { wasDeletedHere } from '@/lib/query/lost-answer/deleted-here';
import { usePerson } from '@/lib/query/person';
import { pollInterval, slow } from '@/lib/query/poll';
import { refusals } from '@/lib/query/outage';
import { useBackendRead } from '@/lib/query/use-backend-query';
import { useStore } from '@/lib/store';
import { useShell } from './context';
import {
  placesChange,
  placesIn,
  placesOf,
  type OwnPlace,
  type OwnPlaces,
  type PlacesChange,
} from './own-places';

/** Milliseconds between two looks that refused calls ask for: a page makes several of them at once. */
const pause = 5_000;

interface Seen {
  places: OwnPlaces;
  /** When a refused call was last looked into, by `performance.now()`. */
  looked: number;
}

/** Whether refused calls may ask for a look now; then it is their last one for a while. */
function isTurn(seen: Seen): boolean {
  const now = performance.now();
  if (now - seen.looked < pause) return false;
  seen.looked = now;
  return true;
}

/** Compares with what was seen last, and notes what is seen now. */
function changeSince(seen: Seen, now: OwnPlaces): PlacesChange | null {
  const change = placesChange(seen.places, now);
  seen.places = now;
  return change;
}

/** Forgets the answers about organizations and projects. What is still on screen is asked for again, and refused. */
function forgetAnswers(client: QueryClient, lost: readonly OwnPlace[]): void {
  const names = (input: unknown) => {
    const text = JSON.stringify(input);
    return lost.some(({ uuid }) => text.includes(uuid));
  };
  void client.resetQueries({
    predicate: ({ queryKey }) => isBackendKey(queryKey) && queryKey[1] === '' && names(queryKey[3]),
  });
}

/** The page to open in place of the current one; null if the current one may stay. */
function elsewhere(lost: ReadonlyMap<string, OwnPlace>, now: OwnPlaces): string | null {
  const at = scopeOf(window.location.pathname);
  if (at.kind !== 'group') return null;
  const here = lost.get(at.project === undefined ? `o/${at.org}` : `p/${at.project}`);
  if (!here || wasDeletedHere(here.uuid)) return null; // who deleted it is led on by what they did
  return now.has(`o/${at.org}`) ? paths.overview({ org: at.org }) : paths.home();
}

/**
 * Watches where the person is a member, and how. It reads the own profile once a minute, after a navigation, and anew when a
 * call was refused. Of what was lost, all answers are dropped; its page is left. After every change the navigation and
 * the rights of the page are made anew, as after a suspension of an organization.
 * @param renew renders the page again; hides it meanwhile if it may no longer be seen
 */
export function ScopeWatcher({ renew }: { renew: (work: () => void, hide: boolean) => void }) {
  const t = useTranslations('shell');
  const client = useQueryClient();
  const router = useRouter();
  const { identity } = usePerson();
  const { scopes } = useShell();
  const read = useBackendRead()('A04', {});
  const [seen] = useState<Seen>(() => ({ places: placesOf(scopes), looked: -pause }));
  const { data, refetch } = useQuery({
    ...read,
    refetchOnWindowFocus: true,
    // Never fast: what the person changes there is shown by the page itself.
    refetchInterval: ({ state: { error } }) => {
      const wait = pollInterval({ identity, account: '', ref: 'A04', pace: 'slow', error });
      return wait === false ? false : Math.max(wait, slow);
    },
  });
  // The server kept the answer, unless it learnt of a change while it made the page.
  useOnNavigation(() => void refetch());
  const refused = useStore(refusals);
  useOnChange(
    refused,
    () => {
      if (!isTurn(seen)) return;
      const queryFn = () => readFresh(() => request('A04', {}));
      // If that fails, the next refusal or the next minute looks again.
      client.fetchQuery({ ...read, queryFn, staleTime: 0 }).catch(() => null);
    },
    refused,
  );
  const told = ({ lost, changed }: PlacesChange) => {
    // What the person deleted here themself was told.
    const gone = [...lost.values()].filter(({ uuid }) => !wasDeletedHere(uuid));
    const names = (places: readonly OwnPlace[]) => places.map(({ name }) => name).join(', ');
    if (gone.length > 0)
      toast({
        title: t('memberGone', { names: names(gone) }),
        text: t('memberGoneText'),
        lasts: 0,
      });
    if (changed.length > 0)
      toast({ title: t('roleChanged', { names: names(changed) }), text: t('roleChangedText') });
  };
  const act = () => {
    if (!data) return;
    const now = placesIn(data);
    const change = changeSince(seen, now);
    if (!change) return;
    const next = elsewhere(change.lost, now);
    if (change.lost.size > 0) forgetAnswers(client, [...change.lost.values()]);
    renew(() => {
      if (next !== null) router.replace(next);
      router.refresh();
    }, next !== null);
    told(change);
  };
  useOnChange(data, act, undefined);
  return null;
}
