/**
 * Follows running work until it ends. It uses the answers that the pages of all tabs read anyway, and reads by itself
 * only what no page shows. Only the leading tab does this; it writes what it finds where all tabs read it.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { ReadRef } from '@/lib/contract';
import type { Input } from '@/lib/contract/types';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { isIdle } from '../user-input';
import { request } from '../fetcher';
import { backendKey } from '../key';
import { leader } from '../tabs/leader';
import { sharingOf, type SharedAnswer } from '../tabs/share';
import type { AnyInput } from '../url';
import { changeEntry, entriesOf, type Entry } from './entries';
import { outcome, rules, observationOf } from './rules';

const tick = 2_500;
/** An entry is read by itself if no page has shown it for this long. */
const unseenFor = 6_000;
/** Work that takes longer than this is read less often, every `slowly`. */
const quickFor = 2 * 60_000;
const slowly = 60_000;
/** Work is followed for at most this long. */
const givenUpAfter = 30 * 60_000;

/** After these problems, reading again is useless. */
const final: readonly ProblemCode[] = [
  'no_access',
  'not_found',
  'credential_refused',
  'not_signed_in',
  'not_offered',
  'not_configured',
];

const isRunning = ({ state }: Entry) => state === 'running';
const placeOf = ({ kind, account, within }: Entry) => JSON.stringify([kind, account, within]);

/** Reads again. Everyone who uses this answer gets the new one. @throws ProblemError */
async function readAgain(
  client: QueryClient,
  identity: string,
  account: string,
  { ref, input }: { ref: ReadRef; input: AnyInput },
): Promise<void> {
  const named = account === '' ? undefined : account;
  await client.fetchQuery({
    queryKey: backendKey(identity, named, ref, input),
    queryFn: ({ signal }) => request(ref, input as Input<ReadRef>, { account: named, signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

/**
 * The entries that no answer has shown for a while, by the read that shows them. From now on they count as looked at.
 */
function unseenOf(
  entries: readonly Entry[],
  { looked, apart, now }: { looked: Map<string, number>; apart: Set<string>; now: number },
): Iterable<readonly Entry[]> {
  const unseen = new Map<string, Entry[]>();
  for (const entry of entries) {
    const pace = now - entry.at < quickFor ? unseenFor : slowly;
    const last = looked.get(entry.line) ?? entry.at;
    if (now - last < pace) continue;
    looked.set(entry.line, now);
    const place = apart.has(entry.line) ? entry.line : placeOf(entry);
    unseen.set(place, [...(unseen.get(place) ?? []), entry]);
  }
  return unseen.values();
}

/**
 * Follows a person's running work in this tab.
 * @param onEnded called with the entries that ended
 * @returns stops it
 */
export function follow(
  client: QueryClient,
  identity: string,
  onEnded: (entry: Entry) => void,
): () => void {
  /** When an entry was last seen or read. */
  const looked = new Map<string, number>();
  /** Entries that the list doesn't show; they are read one by one. */
  const apart = new Set<string>();
  const running = () => entriesOf(identity).filter(isRunning);

  const settle = (entry: Entry, by: Partial<Entry>) => {
    if (by.state === undefined || by.state === 'running') {
      if (by.begun && !entry.begun) changeEntry(identity, entry.line, { begun: true });
      return;
    }
    looked.delete(entry.line);
    changeEntry(identity, entry.line, by);
    onEnded({ ...entry, ...by });
  };
  let shown = new Set<string>();
  const hear = ({ key: [, account, ref, input], data, asked }: SharedAnswer) => {
    const now = Date.now();
    for (const entry of running()) {
      if (entry.account !== account || asked < entry.at) continue;
      const sight = observationOf(entry, ref, input, data);
      if (!sight) continue;
      looked.set(entry.line, now);
      shown.add(entry.line);
      if (leader.current()) settle(entry, outcome(entry, sight, now));
    }
  };
  const ask = async (entries: readonly Entry[]) => {
    const [entry, second] = entries;
    const rule = entry && rules[entry.kind];
    if (!rule) return;
    const alone = !second && entry.id !== '';
    try {
      shown = new Set();
      const asked = alone ? rule.one(entry) : rule.many(entry);
      await readAgain(client, identity, entry.account, asked);
      if (alone) return;
      for (const { line, id } of entries) if (id !== '' && !shown.has(line)) apart.add(line);
    } catch (error) {
      if (!(error instanceof ProblemError) || !final.includes(error.problem.code)) return;
      const gone = alone && error.problem.code === 'not_found';
      for (const each of entries)
        settle(each, gone ? outcome(each, 'gone', Date.now()) : { state: 'lost' });
    }
  };
  const look = () => {
    if (!leader.current() || isIdle()) return;
    const now = Date.now();
    const isOld = ({ at }: Entry) => now - at > givenUpAfter;
    for (const entry of running().filter(isOld)) settle(entry, { state: 'lost' });
    const left = running().filter((entry) => !isOld(entry));
    for (const entries of unseenOf(left, { looked, apart, now })) void ask(entries);
  };
  const timer = setInterval(look, tick);
  const deaf = sharingOf(client, identity).onHeard(hear);
  look();
  return () => {
    clearInterval(timer);
    deaf();
  };
}
