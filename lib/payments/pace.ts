/** How often the status of a payment is asked for. Browser-safe. */
import type { Payment } from './payment';

const second = 1_000;
const minute = 60 * second;

/**
 * Milliseconds until the status is asked for again, or false for no more. Often while somebody is probably paying, then
 * less: a limit of 60 calls a minute is shared with everything else. A paid one may still be refunded.
 * @param retryAfter seconds that the backend said to wait
 */
export function statusWait(
  payment: Pick<Payment, 'state' | 'created'> | null,
  retryAfter = 0,
  now = Date.now(),
): number | false {
  const least = retryAfter * second;
  if (!payment) return Math.max(least, 15 * second);
  if (payment.state === 'paid') return Math.max(least, 2 * minute);
  if (payment.state !== 'waiting' && payment.state !== 'unknown') return false;
  const age = payment.created === null ? 3 * minute : now - Date.parse(payment.created);
  const wait = age < 3 * minute ? 5 * second : age < 15 * minute ? 10 * second : 30 * second;
  return Math.max(least, wait);
}
