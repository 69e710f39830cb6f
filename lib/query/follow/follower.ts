/**
 * Follows running work until it settles. It reads along what the pages of all tabs ask for anyway, and asks itself only
 * for what none of them shows. The leading tab alone does: what it finds is written where all tabs read it.
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
/** A line that no page has shown for this long is asked for. */
export const unseenFor = 6_000;
/** Work that takes longer than this is asked for less often, at `slowly`. */
const quickFor = 2 * 60_000;
const slowly = 30_000;
/** Work is followed no longer than this. */
export const givenUpAfter = 30 * 60_000;

/** Asking again won't tell more. */
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

/** Asks for what an answer is read of along with all others. @throws ProblemError */
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

/** The lines that no answer has shown for a while, by the read that shows them; they count as looked at from now on. */
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
 * @param onEnded hears of work that ended, as it stands then
 * @returns how to stop
 */
export function follow(
  client: QueryClient,
  identity: string,
  onEnded: (entry: Entry) => void,
): () => void {
  /** When a line was last seen or asked for. */
  const looked = new Map<string, number>();
  /** Lines that the read of their whole place doesn't show: they are asked for one by one. */
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
