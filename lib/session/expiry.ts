/**
 * The day on which a DewaVPS key expires, `YYYY-MM-DD`. The API doesn't tell it, so the key's owner notes it from the
 * provider's page. Days are in Jakarta's time, where the provider is.
 */
import { z } from 'zod';
import { problem } from '@/lib/problem';

const DAY = 86_400_000;
const JAKARTA = 7 * 3_600_000;
/** A key is warned of from this many days before its end. */
const soon = 14;

/** Nothing, or a day of the calendar. */
export const expiryField = z.union([z.literal(''), z.iso.date('invalid')], 'invalid');

export interface Expiry {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Days from today; 0 is today, a negative number is past. */
  days: number;
  state: 'later' | 'soon' | 'past';
}

/** The state of a noted day. @param now milliseconds since 1970 */
export function expiryOf(date: string | undefined, now = Date.now()): Expiry | null {
  if (date === undefined) return null;
  const today = Math.floor((now + JAKARTA) / DAY);
  const days = Math.round(Date.parse(`${date}T00:00:00Z`) / DAY) - today;
  return { date, days, state: days < 0 ? 'past' : days <= soon ? 'soon' : 'later' };
}

/**
 * Checks a newly noted day.
 * @param before the one noted until now, which may have passed
 * @throws ProblemError `bad_input` with `fields.expires: ['past_date']`: a key that has ended isn't noted, it is
 *   replaced
 */
export function requireAhead(date: string | undefined, before?: string): void {
  if (date === before || expiryOf(date)?.state !== 'past') return;
  throw problem('bad_input', 422, 'This day has passed.', { fields: { expires: ['past_date'] } });
}
