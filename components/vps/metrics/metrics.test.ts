import { describe, expect, it } from 'vitest';
import type { Result } from '@/lib/contract/types';
import { bandOf, figuresOf, lastReading, metricsOf, showsPresent } from './metrics';
import { readPeriod, withPeriod } from './period';
import { bytesOfLabel, bytesPerUnit } from './rates';

const begin = Date.parse('2026-11-21T10:00:00Z');
const at = (minute: number) => begin + minute * 60_000;
const time = (minute: number) => new Date(at(minute)).toISOString();

/** An hour's answer: CPU by minute, null for a minute without a point; 0 is a machine that is off. */
function answer(cpu: readonly (number | null)[]): Result<'D05'> {
  const points = cpu.flatMap((value, minute) =>
    value === null ? [] : [{ value, time: time(minute) }],
  );
  return {
    cpu: points.map((each) => ({ time: each.time, cpu: each.value })),
    memory: points.map((each) => ({
      time: each.time,
      raw_max_memory: 2.147,
      max_memory: '2 GB',
      raw_usage_memory: each.value === 0 ? 0 : 1,
      usage_memory: each.value === 0 ? '0 B' : '1 GB',
    })),
    network: points.map((each) => ({
      time: each.time,
      raw_netin: each.value,
      netin: `${each.value} KB`,
      raw_netout: 0,
      netout: '0 B',
    })),
    disk: [],
  };
}

describe('metricsOf', () => {
  it('joins the series by time and converts their units', () => {
    const { buckets, capacity, step, inBytes } = metricsOf(answer([10, 20]), 'hour', at(3));
    expect(step).toBe(60_000);
    expect(capacity).toBe(2.147e9);
    expect(inBytes).toEqual({ network: true, disk: true });
    expect(buckets).toMatchObject([
      {
        at: at(0),
        state: 'on',
        values: { cpu: 10, memory: 1e9, received: 10_240, sent: 0, read: null },
      },
      { at: at(1), state: 'on', values: { cpu: 20, received: 20_480 } },
    ]);
  });

  it('adds a bucket for a missing point, and tells the span', () => {
    const { buckets, spans } = metricsOf(answer([5, 5, 5, null, null, 5, 5]), 'hour', at(8));
    expect(buckets.map(({ values }) => values.cpu)).toEqual([5, 5, 5, null, null, 5, 5]);
    expect(spans).toEqual([
      { state: 'missing', from: at(3), to: at(5), fromStart: false, toEnd: false },
    ]);
  });

  it('takes a machine that uses no memory to be off: a gap, not an idle machine', () => {
    const metrics = metricsOf(answer([0, 0, 5, 5, 0, 0, 0]), 'hour', at(8));
    expect(metrics.buckets.map(({ values }) => values.cpu)).toEqual([
      null,
      null,
      5,
      5,
      null,
      null,
      null,
    ]);
    expect(metrics.spans).toEqual([
      { state: 'off', from: at(0), to: at(2), fromStart: true, toEnd: false },
      { state: 'off', from: at(4), to: at(7), fromStart: false, toEnd: true },
    ]);
    expect(metrics.spans.map((span) => bandOf(span, metrics))).toEqual([
      { from: at(0), to: at(2) },
      { from: at(3), to: at(6) },
    ]);
    expect(figuresOf(metrics.buckets, 'cpu')).toEqual({ last: 5, average: 5, peak: 5 });
    expect(lastReading(metrics.buckets)?.at).toBe(at(3));
    expect(showsPresent(metrics, true, at(4.5))).toBe(true);
    expect(showsPresent(metrics, false, at(4.5))).toBe(false); // a stopped machine has no present reading
  });

  it('marks buckets as missing when readings stop, but waits for the last one', () => {
    const fresh = metricsOf(answer([5, 5, 5, 5, 5, 5]), 'hour', at(7.4));
    expect(fresh.spans).toEqual([]);
    const lost = metricsOf(answer([5, 5, 5, 5, 5, 5]), 'hour', at(20));
    expect(lost.spans).toEqual([
      { state: 'missing', from: at(6), to: at(19), fromStart: false, toEnd: true },
    ]);
    expect(figuresOf(lost.buckets, 'cpu')).toMatchObject({ last: 5, average: 5 });
    expect(showsPresent(lost, true, at(20))).toBe(false);
  });

  it('finds the step from the readings', () => {
    const points = [0, 5, 10, 15, 20].map((minute) => ({ time: time(minute), cpu: 1 }));
    const { step, spans } = metricsOf({ ...answer([]), cpu: points }, 'hour', at(26));
    expect([step, spans]).toEqual([300_000, []]);
  });

  it('makes a gap of null, and no buckets of an empty answer', () => {
    const odd = {
      ...answer([5, 5]),
      cpu: [
        { time: time(0), cpu: null },
        { time: null, cpu: 7 },
      ],
    };
    expect(figuresOf(metricsOf(odd, 'hour', at(3)).buckets, 'cpu').peak).toBeNull();
    const none = metricsOf(answer([]), 'week', at(3));
    expect([none.buckets, none.spans, none.capacity]).toEqual([[], [], null]);
  });
});

describe('units of network and disk', () => {
  it('are read from the texts', () => {
    expect(['12.5 KB', '0 B', '2 MB', '1 gb', 'much', null].map(bytesOfLabel)).toEqual([
      12_800,
      0,
      2_097_152,
      1_073_741_824,
      null,
      null,
    ]);
  });
  it('come from figure and text together', () => {
    expect(
      bytesPerUnit([
        { raw: 12.25, label: '12.25 KB' },
        { raw: 2048, label: '2 MB' },
      ]),
    ).toBe(1024);
    expect(bytesPerUnit([{ raw: 12_250, label: '12.25 KB' }])).toBe(1); // counted in thousands
    expect(bytesPerUnit([{ raw: 0, label: '0 B' }])).toBe(1);
    expect(bytesPerUnit([{ raw: 7, label: null }])).toBeNull();
    expect(bytesPerUnit([{ raw: 7, label: '1 KB' }])).toBeNull();
  });
});

describe('the period in the URL', () => {
  it('is the hour unless the URL names another', () => {
    expect([readPeriod('week'), readPeriod('decade'), readPeriod(null)]).toEqual([
      'week',
      'hour',
      'hour',
    ]);
    expect(withPeriod('?a=1&period=day', 'year')).toBe('?a=1&period=year');
    expect(withPeriod('?period=day', 'hour')).toBe('');
  });
});
