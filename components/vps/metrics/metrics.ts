/** A machine's readings, ready to be drawn: the four series of D05 as one row a bucket, with what is missing said. */
import type { Result } from '@/lib/contract/types';
import { usualStep, type Period } from './period';
import { bytesPerUnit, type Reading } from './rates';

export const measures = ['cpu', 'memory', 'received', 'sent', 'read', 'written'] as const;
export type Measure = (typeof measures)[number];
type Values = Record<Measure, number | null>;

/** `off`: measured, and it didn't run. `missing`: nothing was measured. */
export type BucketState = 'on' | 'off' | 'missing';

export interface Bucket {
  /** Milliseconds: where it begins; it lasts a `step`. */
  at: number;
  state: BucketState;
  /** CPU in percent, memory in bytes, traffic in bytes a second; null where the machine didn't run. */
  values: Values;
  /** Bytes of memory that it had. */
  capacity: number | null;
}

/** A stretch without readings of a machine that runs. */
export interface Span {
  state: 'off' | 'missing';
  /** Milliseconds: its first bucket's beginning, its last one's end. */
  from: number;
  to: number;
  /** It begins with the first bucket, or before. */
  before: boolean;
  /** It reaches the last bucket. */
  lasts: boolean;
}

export interface Metrics {
  /** Milliseconds of a bucket. */
  step: number;
  /** Oldest first, none left out: what the backend has no point for is `missing`. */
  buckets: readonly Bucket[];
  spans: readonly Span[];
  /** The most memory that it had, in bytes. */
  capacity: number | null;
  /** Whether the figures of network and disk are bytes a second, or the backend's own unit, which nothing tells. */
  inBytes: { network: boolean; disk: boolean };
}

const nothing: Values = {
  cpu: null,
  memory: null,
  received: null,
  sent: null,
  read: null,
  written: null,
};
/** Raw memory is in 10⁹ bytes: 2 GB are 2.147. */
const memoryUnit = 1e9;
/** Readings that come this often tell what is now; rarer ones tell an average of a while ago. Milliseconds. */
const fresh = 10 * 60_000;
/** More missing buckets in a row than any period has are a jump in the data, and left out. */
const mostMissing = 400;

/** Whole bytes; a figure in a unit that nobody knows stays as it is. */
const times = (value: number | null, factor: number) =>
  value === null || factor === 1 ? value : Math.round(value * factor);

interface Raw {
  values: Values;
  capacity: number | null;
}

/** Every point of the four series by its instant; a point without one can't be drawn. */
function joined(rrd: Result<'D05'>, network: number, disk: number): Map<number, Raw> {
  const rows = new Map<number, Raw>();
  const put = (time: string | null, values: Partial<Values>, capacity?: number | null) => {
    const at = time === null ? Number.NaN : Date.parse(time);
    if (Number.isNaN(at)) return;
    const row = rows.get(at) ?? { values: nothing, capacity: null };
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

/** A machine that runs uses memory; one that is measured and uses none is off. */
function stateOf({ values, capacity }: Raw): BucketState {
  if (measures.every((each) => values[each] === null)) return 'missing';
  const rests = values.memory === 0 && !values.cpu;
  if (!rests) return 'on';
  return capacity === 0 ? 'missing' : 'off';
}

/** Milliseconds between two points: the usual, unless enough of them tell otherwise. */
function stepOf(instants: readonly number[], usual: number): number {
  const apart = instants.slice(1).map((at, index) => at - (instants[index] ?? at));
  const middle = apart.sort((one, other) => one - other)[Math.floor(apart.length / 2)];
  if (middle === undefined) return usual;
  return apart.length >= 4 ? middle : Math.min(usual, middle);
}

const missingAt = (at: number): Bucket => ({
  at,
  state: 'missing',
  values: nothing,
  capacity: null,
});

/** The buckets between two instants, both left out. */
function missingBetween(from: number, to: number, step: number): Bucket[] {
  const count = Math.round((to - from) / step) - 1;
  if (count < 1 || count > mostMissing) return [];
  return Array.from({ length: count }, (_, index) => missingAt(from + (index + 1) * step));
}

function spansOf(buckets: readonly Bucket[], step: number): Span[] {
  const spans: Span[] = [];
  buckets.forEach(({ at, state }, index) => {
    if (state === 'on') return;
    const lasts = index === buckets.length - 1;
    const open = spans.at(-1);
    if (open?.state === state && buckets[index - 1]?.state === state) {
      open.to = at + step;
      open.lasts = lasts;
    } else spans.push({ state, from: at, to: at + step, before: index === 0, lasts });
  });
  return spans;
}

/**
 * What D05 tells. Its decoder has dropped the unfinished last bucket already.
 * @param now milliseconds, when it was read: buckets that should be there by then are missing
 */
export function metricsOf(rrd: Result<'D05'>, period: Period, now: number): Metrics {
  const told = (pairs: Reading[]) => bytesPerUnit(pairs);
  const network = told(
    rrd.network.flatMap((each) => [
      { raw: each.raw_netin, label: each.netin },
      { raw: each.raw_netout, label: each.netout },
    ]),
  );
  const disk = told(
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
      values: state === 'on' ? row.values : nothing,
      capacity: row.capacity,
    });
  }
  const last = buckets.at(-1);
  // The bucket of now is unfinished, and the one before it may be late.
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

/** Whether a machine's last reading tells how it does now: it runs, and the reading is of the last few minutes. */
export function tellsNow({ buckets, step }: Metrics, runs: boolean, now: number): boolean {
  const at = lastReading(buckets)?.at;
  return runs && at !== undefined && step < fresh && now - (at + step) < fresh;
}

export interface Figures {
  /** The last reading; null where there is none. */
  last: number | null;
  average: number | null;
  peak: number | null;
}

/** What a measure comes to, over the buckets in which the machine ran. */
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

/** Where a span is shaded: from the last reading before it to the first after it, between which no line is drawn. */
export function bandOf(
  { from, to }: Span,
  { buckets, step }: Metrics,
): { from: number; to: number } {
  const [first, last] = [buckets[0]?.at ?? from, buckets.at(-1)?.at ?? to];
  return { from: Math.max(first, from - step), to: Math.min(last, to) };
}
