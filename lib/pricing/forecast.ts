/** Estimates what a month of Jakarta costs, and what stopping something would gain. Pure and browser-safe. */
import { jakartaOffset } from '@/lib/format';
import { runway, type Wallet } from './runway';

const hour = 3_600_000;

/** The hours since the month in Jakarta began, and until it ends. @param at milliseconds since 1970 */
export function hoursOfMonth(at: number): { gone: number; left: number } {
  const local = new Date(at + jakartaOffset * 60_000);
  const start = (months: number) =>
    Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, 1);
  return { gone: (local.getTime() - start(0)) / hour, left: (start(1) - local.getTime()) / hour };
}

/**
 * What the month will have cost at its end, if everything goes on as now: what was spent, and the rate for the hours left.
 * @param spent rupiah of this month so far
 * @param perHour rupiah an hour now
 * @param at milliseconds since 1970
 * @returns rupiah; null if one of both isn't known
 */
export function forecast(spent: number | null, perHour: number | null, at: number): number | null {
  return spent === null || perHour === null ? null : spent + perHour * hoursOfMonth(at).left;
}

/** How much longer a balance would last: some hours, or for ever, since nothing else costs anything. */
export type Gain = { kind: 'hours'; hours: number } | { kind: 'forever' };

/**
 * What is gained if something that costs money were gone.
 * @param saved rupiah an hour that it costs; null if it isn't known
 * @returns null where it can't be said: without a balance that lasts, or without a price
 */
export function gainOf(wallet: Wallet, saved: number | null): Gain | null {
  const now = runway(wallet);
  if (now.kind !== 'lasts' || saved === null || saved <= 0) return null;
  const without = runway({ ...wallet, perHour: Math.max(0, (wallet.perHour ?? 0) - saved) });
  if (without.kind === 'lasts') return { kind: 'hours', hours: without.hours - now.hours };
  // Where not everything is counted, the rest costs something, too.
  return without.kind === 'unspent' ? { kind: 'forever' } : null;
}
