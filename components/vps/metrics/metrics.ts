/** A machine's readings, ready to be drawn: the four series of D05 as one row for each bucket, with gaps marked. */
import type { Result } from '@/lib/contract/types';
import { usualStep, type Period } from './period';
import { bytesPerUnit } from './rates';

/** What is measured: CPU, memory, and traffic of network and disk in both directions. */
export const measures = ['cpu', 'memory', 'received', 'sent', 'read', 'written'] as const;
export type Measure = (typeof measures)[number];
type Values = Record<Measure, number | null>;

/** `on`: the machine ran. `off`: it was measured and didn't run. `missing`: it was not measured. */
export type BucketState = 'on' | 'off' | 'missing';

/** The readings of one step of time. */
export interface Bucket {
  /** When it begins, in milliseconds since 1970. It lasts one `step`. */
  at: number;
  state: BucketState;
  /** CPU in percent, memory in bytes, traffic in bytes a second; null when the machine didn't run. */
  values: Values;
  /** Bytes of memory that the machine had. */
  capacity: number | null;
}

/** A span of time in which the machine was off or not measured. */
export interface Span {
  state: 'off' | 'missing';
  /** Milliseconds since 1970: when its first bucket begins and its last bucket ends. */
  from: number;
  to: number;
  /** Whether it begins with the first bucket, so that it may have begun earlier. */
  fromStart: boolean;
  /** Whether it reaches the last bucket, so that it may last still. */
  toEnd: boolean;
}

/** What the charts of a machine draw. */
export interface Metrics {
  /** The length of a bucket in milliseconds. */
  step: number;
  /** Oldest first and without holes: a bucket for which the backend has no point is `missing`. */
  buckets: readonly Bucket[];
  spans: readonly Span[];
  /** The most memory that the machine had, in bytes. */
  capacity: number | null;
  /** Whether network and disk are in bytes a second. Otherwise they are in a unit that the backend doesn't tell. */
  inBytes: { network: boolean; disk: boolean };
}

const noValues: Values = {
  cpu: null,
  memory: null,
  received: null,
  sent: null,
  read: null,
  written: null,
};
/** The backend counts raw memory in 10⁹ bytes: 2 GB are 2.147. */
const memoryUnit = 1e9;
/**
 * How old a reading may be to count as the present, in milliseconds. The same limit is for the step, because a reading
 * over a longer step is an average of the past.
 */
const maxAge = 10 * 60_000;
/** More missing buckets in a row than any period has mean that the times in the data jump; no bucket is added then. */
const maxMissing = 400;

/** Multiplies and rounds to whole bytes. A figure in an unknown unit (factor 1) stays unchanged. */
const times = (value: number | null, factor: number) =>
  value === null || factor === 1 ? value : Math.round(value * factor);

interface Raw {
  values: Values;
  capacity: number | null;
}

/** Joins the points of the four series by their time. A point without a time can't be drawn, so it is left out. */
function joined(rrd: Result<'D05'>, network: number, disk: number): Map<number, Raw> {
  const rows = new Map<number, Raw>();
  const put = (time: string | null, values: Partial<Values>, capacity?: number | null) => {
    const at = time === null ? Number.NaN : Date.parse(time);
    if (Number.isNaN(at)) return;
    const row = rows.get(at) ?? { values: noValues, capacity: null };
    rows.set(at, { values: { ...row.values, ...values }, capacity: capacity ?? row.capacity });
  };
  for (const { time, cpu } of rrd.cpu) put(time, { cpu });
  for (const { time, raw_usage_memory: used, raw_max_memory: most } of rrd.memory)
    put(time, { memory: times(used, memoryUnit) }, times(most, memoryUnit));
  for (const { time, raw_netin: received, raw_netout: sent } of rrd.network)
    put(time, { received: times(received, network), sent: times(sent, network) });
  for (const { time, raw_diskread: read, raw_diskwrite: written } of rrd.disk)
    put(time, { read: times(read, disk), written: times(written, disk) });
  return rows;
}

/** The state of a bucket. A machine that runs uses memory, so a measured machine that uses none is off. */
function stateOf({ values, capacity }: Raw): BucketState {
  if (measures.every((each) => values[each] === null)) return 'missing';
  const idle = values.memory === 0 && !values.cpu;
  if (!idle) return 'on';
  return capacity === 0 ? 'missing' : 'off';
}

/** The milliseconds between two points: the median of five points or more, otherwise the usual step or less. */
function stepOf(instants: readonly number[], usual: number): number {
  const gaps = instants.slice(1).map((at, index) => at - (instants[index] ?? at));
  const median = gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)];
  if (median === undefined) return usual;
  return gaps.length >= 4 ? median : Math.min(usual, median);
}

const missingAt = (at: number): Bucket => ({
  at,
  state: 'missing',
  values: noValues,
  capacity: null,
});

/** The missing buckets between two times, without the buckets at those times. */
function missingBetween(from: number, to: number, step: number): Bucket[] {
  const count = Math.round((to - from) / step) - 1;
  if (count < 1 || count > maxMissing) return [];
  return Array.from({ length: count }, (_, index) => missingAt(from + (index + 1) * step));
}

function spansOf(buckets: readonly Bucket[], step: number): Span[] {
  const spans: Span[] = [];
  buckets.forEach(({ at, state }, index) => {
    if (state === 'on') return;
    const toEnd = index === buckets.length - 1;
    const open = spans.at(-1);
    if (open?.state === state && buckets[index - 1]?.state === state) {
      open.to = at + step;
      open.toEnd = toEnd;
    } else spans.push({ state, from: at, to: at + step, fromStart: index === 0, toEnd });
  });
  return spans;
}

/**
 * Builds the buckets and spans from D05's answer. The decoder has already dropped the unfinished last bucket.
 * @param now when it was read, in milliseconds since 1970; buckets that should exist by then are added as missing
 */
export function metricsOf(rrd: Result<'D05'>, period: Period, now: number): Metrics {
  const network = bytesPerUnit(
    rrd.network.flatMap((each) => [
      { raw: each.raw_netin, label: each.netin },
      { raw: each.raw_netout, label: each.netout },
    ]),
  );
  const disk = bytesPerUnit(
    rrd.disk.flatMap((each) => [
      { raw: each.raw_diskread, label: each.diskread },
      { raw: each.raw_diskwrite, label: each.diskwrite },
    ]),
  );
  const rows = joined(rrd, network ?? 1, disk ?? 1);
  const instants = [...rows.keys()].sort((one, other) => one - other);
  const step = stepOf(instants, usualStep[period]);
  const buckets: Bucket[] = [];
  for (const at of instants) {
    const before = buckets.at(-1);
    if (before) buckets.push(...missingBetween(before.at, at, step));
    const row = rows.get(at);
    if (!row) continue;
    const state = stateOf(row);
    buckets.push({
      at,
      state,
      values: state === 'on' ? row.values : noValues,
      capacity: row.capacity,
    });
  }
  const last = buckets.at(-1);
  // The present bucket is not finished, and the one before it may come late.
  if (last) buckets.push(...missingBetween(last.at, now - step, step));
  const sizes = buckets.flatMap(({ capacity }) => (capacity ? [capacity] : []));
  return {
    step,
    buckets,
    spans: spansOf(buckets, step),
    capacity: sizes.length > 0 ? Math.max(...sizes) : null,
    inBytes: { network: network !== null, disk: disk !== null },
  };
}

/** The last bucket in which the machine ran. */
export const lastReading = (buckets: readonly Bucket[]): Bucket | undefined =>
  buckets.findLast(({ state }) => state === 'on');

/** Whether the last reading shows the present: the machine runs and the reading is at most ten minutes old. */
export function showsPresent({ buckets, step }: Metrics, runs: boolean, now: number): boolean {
  const at = lastReading(buckets)?.at;
  return runs && at !== undefined && step < maxAge && now - (at + step) < maxAge;
}

/** The figures of one measure; null when there is no reading. */
export interface Figures {
  /** The last reading. */
  last: number | null;
  average: number | null;
  peak: number | null;
}

/** The figures of a measure over the buckets in which the machine ran. */
export function figuresOf(buckets: readonly Bucket[], measure: Measure): Figures {
  const values = buckets.flatMap(({ values: { [measure]: value } }) =>
    value === null ? [] : [value],
  );
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    last: lastReading(buckets)?.values[measure] ?? null,
    average: values.length > 0 ? sum / values.length : null,
    peak: values.length > 0 ? Math.max(...values) : null,
  };
}

/** The band to shade for a span: from the last reading before it to the first one after it. No line is drawn there. */
export function bandOf(
  { from, to }: Span,
  { buckets, step }: Metrics,
): { from: number; to: number } {
  const [first, last] = [buckets[0]?.at ?? from, buckets.at(-1)?.at ?? to];
  return { from: Math.max(first, from - step), to: Math.min(last, to) };
}
