/** Estimates how long a balance lasts at the current rate. Rounded down, so that it never promises too much. Pure. */

export interface Wallet {
  /** Balance in rupiah; null if it isn't known. */
  balance: number | null;
  /** Spending in rupiah an hour; null if it isn't known. */
  perHour: number | null;
  /** False if more is spent than `perHour` counts. */
  whole: boolean;
  /** Billed afterwards, so no balance can run out. */
  postpaid: boolean;
}

export type Runway =
  /** Hours until it is used up. `most`: the real time is shorter, since not everything is counted. */
  | { kind: 'lasts'; hours: number; most: boolean }
  /** The balance is used up, and something costs money. */
  | { kind: 'empty' }
  /** Nothing costs anything now. */
  | { kind: 'unspent' }
  | { kind: 'postpaid' }
  /** The balance or the rate isn't known. */
  | { kind: 'unknown'; what: 'balance' | 'rate' };

export function runway({ balance, perHour, whole, postpaid }: Wallet): Runway {
  if (postpaid) return { kind: 'postpaid' };
  if (balance === null || !Number.isFinite(balance)) return { kind: 'unknown', what: 'balance' };
  if (perHour === null || !Number.isFinite(perHour)) return { kind: 'unknown', what: 'rate' };
  if (perHour <= 0) {
    // No costs are known. That says nothing if not everything was counted.
    return whole ? { kind: 'unspent' } : { kind: 'unknown', what: 'rate' };
  }
  if (balance <= 0) return { kind: 'empty' };
  return { kind: 'lasts', hours: balance / perHour, most: !whole };
}

/** A span in one whole unit: hours rounded down below two days, the nearest day from there on, years from two years on. */
export interface Span {
  unit: 'hours' | 'days' | 'years';
  /** 0 hours means less than one. */
  count: number;
}

const dayHours = 24;
const yearHours = 365 * dayHours;

export function spanOf(hours: number): Span {
  if (hours < 2 * dayHours) return { unit: 'hours', count: Math.floor(hours) };
  if (hours < 2 * yearHours) return { unit: 'days', count: Math.round(hours / dayHours) };
  return { unit: 'years', count: Math.floor(hours / yearHours) };
}

/**
 * The last day of a balance, which is as many days away as `spanOf` says: a count and a date side by side agree.
 * @param hours until it is used up
 * @param at milliseconds since 1970
 * @returns ISO 8601; null within two days and beyond a year, where a date says less than the span
 */
export function lastDay(hours: number, at: number): string | null {
  if (hours < 2 * dayHours || hours > yearHours) return null;
  return new Date(at + spanOf(hours).count * dayHours * 3_600_000).toISOString();
}

/** How soon somebody should pay in: within three days it is urgent, within a fortnight it is time. */
export function urgency(of: Runway): 'danger' | 'warn' | null {
  if (of.kind === 'empty') return 'danger';
  if (of.kind !== 'lasts') return null;
  if (of.hours < 3 * dayHours) return 'danger';
  return of.hours < 14 * dayHours ? 'warn' : null;
}

/** Sorts by what runs out first. Unknown ones, and those that never run out, come last. */
export function soonerFirst(a: Runway, b: Runway): number {
  return hoursLeft(a) - hoursLeft(b) || 0;
}

/** Large but finite, so that two of them can be compared. */
function hoursLeft(of: Runway): number {
  if (of.kind === 'empty') return 0;
  return of.kind === 'lasts' ? of.hours : Number.MAX_SAFE_INTEGER;
}
