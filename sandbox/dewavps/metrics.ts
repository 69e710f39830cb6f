/** Metrics: D05. Each period has seventy buckets, as on the platform; the last one is unfinished and zero (QD21). */
import { implement } from '../registry';
import { findInstance } from './instance';
import type { Instance } from './instance';
import type { Load } from './load';
import { habitsOf, idle, loadAt } from './load';
import type { PowerChange } from './power-log';
import { powerLog } from './power-log';
import { stampText } from './text';

const minute = 60_000;

/** Minutes of a bucket in each of the hypervisor's five round-robin series. */
const steps = { hour: 1, day: 30, week: 180, month: 720, year: 10_080 } as const;
export type Period = keyof typeof steps;

const buckets = 70;

export interface Point extends Load {
  /** The beginning of the bucket in milliseconds. */
  at: number;
  /** Whether the bucket is unfinished, with no value yet. */
  unfinished: boolean;
}

/** The load at an instant; null if there is no measurement: before the first boot, or while the machine is failed. */
function measured(log: PowerChange[], uuid: string, at: number): Load | null {
  let found: PowerChange | undefined;
  for (const change of log) {
    if (change.at > at) break;
    found = change;
  }
  if (!found || found.state === 'lost') return null;
  return found.state === 'off' ? idle : loadAt(habitsOf(uuid), at, found.at);
}

const fields = ['cpu', 'memory', 'netin', 'netout', 'diskread', 'diskwrite'] as const;

function mean(loads: Load[]): Load {
  const total = { ...idle };
  for (const load of loads) for (const name of fields) total[name] += load[name] / loads.length;
  return total;
}

/** The buckets of a period up to `now`, oldest first, without those that have no measurement. */
export function pointsOf(
  instance: Instance,
  log: PowerChange[],
  period: Period,
  now: number,
): Point[] {
  const step = steps[period] * minute;
  const last = Math.floor(now / step) * step;
  const samples = period === 'hour' ? 1 : 10;
  const points: Point[] = [];
  for (let at = last - (buckets - 1) * step; at < last; at += step) {
    if (at + step <= instance.created_at) continue;
    const loads: Load[] = [];
    for (let index = 0; index < samples; index += 1) {
      const load = measured(log, instance.uuid, at + ((index + 0.5) * step) / samples);
      if (load) loads.push(load);
    }
    if (loads.length > 0) points.push({ at, unfinished: false, ...mean(loads) });
  }
  return [...points, { at: last, unfinished: true, ...idle }];
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** A size from kilobytes as text: `12.25 KB`, `3.4 MB`, `0 B`. */
export function sizeText(kilobytes: number): string {
  if (kilobytes === 0) return '0 B';
  if (kilobytes < 1) return `${Math.round(kilobytes * 1024)} B`;
  if (kilobytes < 1024) return `${rounded(kilobytes, 2)} KB`;
  return kilobytes < 1024 ** 2
    ? `${rounded(kilobytes / 1024, 2)} MB`
    : `${rounded(kilobytes / 1024 ** 2, 2)} GB`;
}

/** Converts ordered gigabytes (1024³ bytes) to the metrics' raw ones (10⁹ bytes): 2 GB are 2.147. */
const rawGigabyte = 1.073741824;

function memoryPoint({ at, unfinished, memory }: Point, gigabytes: number) {
  const usage = rounded(memory * gigabytes * rawGigabyte, 3);
  return {
    time: stampText(at),
    raw_max_memory: unfinished ? 0 : rounded(gigabytes * rawGigabyte, 3),
    max_memory: unfinished ? '0 B' : `${gigabytes} GB`,
    raw_usage_memory: usage,
    usage_memory: usage === 0 ? '0 B' : `${rounded(usage, 2)} GB`,
  };
}

/** The network values of each point: raw kilobytes per second, each with a label. */
export function trafficOf(points: readonly Point[]) {
  return points.map(({ at, netin, netout }) => ({
    time: stampText(at),
    raw_netin: rounded(netin, 2),
    netin: sizeText(rounded(netin, 2)),
    raw_netout: rounded(netout, 2),
    netout: sizeText(rounded(netout, 2)),
  }));
}

implement('D05', ({ params, query }, { store, tenant, now }) => {
  const instance = findInstance(store, tenant.id, params.instance_uuid);
  const points = pointsOf(instance, powerLog(store, instance.uuid), query.periode, now);
  return {
    cpu: points.map(({ at, cpu }) => ({ time: stampText(at), cpu: rounded(cpu, 2) })),
    memory: points.map((point) => memoryPoint(point, instance.memory)),
    network: trafficOf(points),
    disk: points.map(({ at, diskread, diskwrite }) => ({
      time: stampText(at),
      raw_diskwrite: rounded(diskwrite, 2),
      diskwrite: sizeText(rounded(diskwrite, 2)),
      raw_diskread: rounded(diskread, 2),
      diskread: sizeText(rounded(diskread, 2)),
    })),
  };
});
