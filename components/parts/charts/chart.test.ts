import { afterEach, describe, expect, it } from 'vitest';
import { formatTick, formatValue, seriesColors, type StateTone } from './chart';
import { timeLabel, timeTick, timeTicks, xWords } from './time-axis';
import { byteTicks, roundTicks, topOf } from './value-axis';

describe('formatValue', () => {
  it.each([
    ['rupiah', 1_234_567, 'Rp1.234.567'],
    ['percent', 12.34, '12.3%'],
    ['bytesPerSecond', 1536, '1.5 KB/s'],
    ['gigabytes', 2048, '2 TB'],
  ] as const)('%s of %s is %s', (unit, value, text) =>
    expect(formatValue(unit, value, 'en')).toBe(text),
  );
  it('is a dash for a gap', () => {
    expect([null, undefined, Number.NaN].map((gap) => formatValue('number', gap, 'en'))).toEqual([
      '–',
      '–',
      '–',
    ]);
  });
  it('takes a function', () => expect(formatValue((value) => `${value} x`, 3, 'en')).toBe('3 x'));
});

describe('formatTick', () => {
  it('shortens rupiah by the rules of the language', () => {
    expect(formatTick('rupiah', 1_250_000, 'en')).toBe('Rp1.3M');
    expect(formatTick('rupiah', 1_250_000, 'id')).toBe('Rp1,3 jt');
    expect(formatTick('rupiah', 40_000, 'id')).toBe('Rp40 rb');
    expect(formatTick('rupiah', 999_990, 'en')).toBe('Rp1M');
    expect(formatTick('rupiah', 0, 'en')).toBe('Rp0');
    expect(formatTick('percent', 40, 'en')).toBe('40%');
  });
});

describe('timeTick', () => {
  const at = Date.parse('2026-11-21T18:04:00Z');
  const hour = 3_600_000;
  it('shows time, day or month by the length of the span, in the time zone', () => {
    expect(timeTick(at, 24 * hour, 'en', 420)).toBe('01:04');
    expect(timeTick(at, 7 * 24 * hour, 'en', 420)).toBe('22 Nov');
    expect(timeTick(at, 365 * 24 * hour, 'id', 420)).toBe('Nov 2026');
    expect(timeLabel(at, 'en', 420)).toBe('22 Nov 2026, 01:04 WIB');
  });
  it('leaves categories as they are', () => expect(xWords('Disks', 'en')).toBe('Disks'));
});

describe('timeTicks', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });
  const clocks = (from: string, to: string, of: string) => {
    process.env.TZ = of;
    const [begin, end] = [Date.parse(from), Date.parse(to)];
    return timeTicks(begin, end).map((at) => timeTick(at, end - begin, 'en'));
  };
  it.each([
    [
      '2026-11-21T10:53:00Z',
      '2026-11-21T12:02:00Z',
      'Asia/Jakarta',
      '18:00 18:15 18:30 18:45 19:00',
    ],
    [
      '2026-11-20T03:00:00Z',
      '2026-11-21T14:00:00Z',
      'Asia/Jakarta',
      '12:00 18:00 21 Nov 06:00 12:00 18:00',
    ],
    // The offset isn't a whole hour: the ticks are at full hours of the clock.
    [
      '2026-11-20T03:00:00Z',
      '2026-11-20T08:00:00Z',
      'Asia/Kathmandu',
      '09:00 10:00 11:00 12:00 13:00',
    ],
    // The clock goes back by half an hour, back by one hour, and forward by one hour.
    [
      '2026-04-04T12:00:00Z',
      '2026-04-04T18:00:00Z',
      'Australia/Lord_Howe',
      '23:00 5 Apr 01:00 02:00 03:00 04:00',
    ],
    [
      '2026-10-24T20:00:00Z',
      '2026-10-25T14:00:00Z',
      'Europe/Berlin',
      '25 Oct 03:00 06:00 09:00 12:00 15:00',
    ],
    [
      '2026-03-28T20:00:00Z',
      '2026-03-29T14:00:00Z',
      'Europe/Berlin',
      '21:00 29 Mar 03:00 06:00 09:00 12:00 15:00',
    ],
  ])('%s to %s in %s', (from, to, of, ticks) => {
    expect(clocks(from, to, of).join(' ')).toBe(ticks);
  });
  it('are calendar days, or Mondays a week apart, across a change to summer time', () => {
    expect(clocks('2026-11-12T17:00:00Z', '2026-11-21T17:00:00Z', 'Asia/Jakarta')).toHaveLength(5);
    expect(clocks('2026-03-10T00:00:00Z', '2026-04-15T00:00:00Z', 'Europe/Berlin')).toEqual([
      '16 Mar',
      '23 Mar',
      '30 Mar',
      '6 Apr',
      '13 Apr',
    ]);
  });
  it('are calendar months: a span with May has a tick for May', () => {
    expect(clocks('2026-01-15T00:00:00Z', '2026-11-21T00:00:00Z', 'America/New_York')).toEqual([
      'Mar 2026',
      'May 2026',
      'Jul 2026',
      'Sep 2026',
      'Nov 2026',
    ]);
    expect(clocks('2026-02-15T00:00:00Z', '2026-06-21T00:00:00Z', 'Europe/Berlin')).toContain(
      'May 2026',
    );
  });
});

describe('roundTicks', () => {
  const words = (top: number) => roundTicks(top).map((value) => formatTick('rupiah', value, 'en'));
  it('are shown without rounding', () => {
    expect(words(2_600_000)).toEqual(['Rp0', 'Rp1M', 'Rp2M', 'Rp3M']);
    expect(words(1_000)).toEqual(['Rp0', 'Rp500', 'Rp1k']);
    expect(words(7_000_000)).toEqual(['Rp0', 'Rp2M', 'Rp4M', 'Rp6M', 'Rp8M']);
    expect(roundTicks(0.35)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(roundTicks(0)).toEqual([0, 1]);
  });
});

describe('seriesColors', () => {
  const state = (tone: StateTone) => ({ key: tone, label: tone, tone });
  const plain = (key: string) => ({ key, label: key });
  it('are the colours of states for series that are states, and no two series share one', () => {
    const all = [state('run'), state('busy'), state('off'), state('danger'), state('warn')];
    const colors = seriesColors([...all, plain('disks'), plain('addresses'), plain('rest')]);
    expect(colors.slice(0, 3)).toEqual(['run-mark', 'busy-mark', 'off-mark']);
    expect(new Set(colors).size).toBe(colors.length);
    expect(() => seriesColors('abcdefg'.split('').map(plain))).toThrow(RangeError);
  });
});

describe('byteTicks', () => {
  const words = (top: number) => byteTicks(top).map((size) => formatTick('bytes', size, 'en'));
  it('have no fraction that the format would round', () => {
    expect(words(2.147e9)).toEqual(['0 B', '512 MB', '1 GB', '1.5 GB', '2 GB']);
    expect(words(1.074e9)).toEqual(['0 B', '256 MB', '512 MB', '768 MB', '1 GB']);
    expect(words(700 * 1024)).toEqual(['0 B', '256 KB', '512 KB', '768 KB']);
    expect(words(3)).toEqual(['0 B', '1 B', '2 B', '3 B']);
    expect(words(0)).toEqual(['0 B', '1 B']);
  });
  it('reach the highest value, of each series or of their sum', () => {
    const series = [
      { key: 'in', label: 'In' },
      { key: 'out', label: 'Out' },
    ];
    const points = [
      { x: 1, values: { in: 3, out: 4 } },
      { x: 2, values: { in: null, out: 5 } },
    ];
    expect(topOf({ series, points, stacked: false })).toBe(5);
    expect(topOf({ series, points, stacked: true })).toBe(7);
  });
});
