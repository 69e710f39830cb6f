/**
 * The creations that were sent and whose outcome isn't known, kept in the browser: a page that was reloaded or closed
 * meanwhile must not create the same thing again. They hold what the thing is recognised by, and no secrets.
 */
import type { Ref } from '@/lib/contract';
import { keep, readKept } from '../storage';
import type { Marks } from './creations';

/** A creation whose outcome isn't known (yet). */
export interface Unanswered {
  ref: Ref;
  /** Slug of the DewaVPS account; empty for Awanio. */
  account: string;
  /** The path parameters of the call, as JSON. */
  place: string;
  marks: Marks;
  /** When it was sent, in milliseconds since 1970 by the server's clock. */
  at: number;
  /** Ids that the list had before, as far as the browser knew. */
  known: readonly string[];
  /** False while its answer is awaited. */
  lost: boolean;
}

const name = 'unanswered';
/** Milliseconds after which nobody expects the thing any more. */
const keptFor = 3600_000;
/** Milliseconds after which the page that awaits an answer must be gone: longer than any call takes. */
const awaitedFor = 120_000;
const mostKept = 50;

function isUnanswered(value: unknown): value is Unanswered {
  if (typeof value !== 'object' || value === null) return false;
  const { ref, account, place, marks, at, known } = value as Partial<Unanswered>;
  const texts = [ref, account, place].every((text) => typeof text === 'string');
  return texts && typeof marks === 'object' && typeof at === 'number' && Array.isArray(known);
}

function all(identity: string, now: number): Unanswered[] {
  const kept = readKept(identity, name);
  if (!Array.isArray(kept)) return [];
  return kept.filter(isUnanswered).filter(({ at }) => Math.abs(now - at) < keptFor);
}

const isSame = (a: Unanswered, b: Unanswered) =>
  a.ref === b.ref && a.place === b.place && a.account === b.account && a.at === b.at;

/** The creations of a kind in a place whose answers were lost, newest first. */
export function unansweredOf(
  identity: string,
  { ref, account, place }: Pick<Unanswered, 'ref' | 'account' | 'place'>,
  now: number,
): readonly Unanswered[] {
  return all(identity, now).filter(
    (each) =>
      each.ref === ref &&
      each.account === account &&
      each.place === place &&
      (each.lost || now - each.at > awaitedFor),
  );
}

/** Keeps a creation, in place of what is kept of the same call. */
export function keepUnanswered(identity: string, entry: Unanswered): void {
  const others = all(identity, entry.at).filter((each) => !isSame(each, entry));
  keep(identity, name, [entry, ...others].slice(0, mostKept));
}

/** Forgets a creation: its outcome is known. */
export function forgetUnanswered(identity: string, entry: Unanswered): void {
  keep(
    identity,
    name,
    all(identity, entry.at).filter((each) => !isSame(each, entry)),
  );
}
