import { describe, expect, it } from 'vitest';
import { formatTick, formatValue } from './chart';
import { timeLabel, timeTick, timeTicks, xWords } from './time-axis';
import { byteTicks, topOf } from './value-axis';

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
  it('shortens rupiah as the language does', () => {
    expect(formatTick('rupiah', 1_250_000, 'en')).toBe('Rp1.3M');
    expect(formatTick('rupiah', 1_250_000, 'id')).toBe('Rp1,3 jt');
    expect(formatTick('rupiah', 40_000, 'id')).toBe('Rp40 rb');
    expect(formatTick('rupiah', 0, 'en')).toBe('Rp0');
    expect(formatTick('percent', 40, 'en')).toBe('40%');
  });
});

describe('timeTick', () => {
  const at = Date.parse('2026-11-21T18:04:00Z');
  const hour = 3_600_000;
  it('says as much as the span needs, in the zone', () => {
    expect(timeTick(at, 24 * hour, 'en', 420)).toBe('01:04');
    expect(timeTick(at, 7 * 24 * hour, 'en', 420)).toBe('22 Nov');
    expect(timeTick(at, 365 * 24 * hour, 'id', 420)).toBe('Nov 2026');
    expect(timeLabel(at, 'en', 420)).toBe('22 Nov 2026, 01:04 WIB');
  });
  it('leaves categories as they are', () => expect(xWords('Disks', 'en')).toBe('Disks'));
});

describe('timeTicks', () => {
  const clocks = (from: string, to: string, offset: number) => {
    const [begin, end] = [Date.parse(from), Date.parse(to)];
    return timeTicks(begin, end, offset).map((at) => timeTick(at, end - begin, 'en', offset));
  };
  it('are round on the viewer’s clock', () => {
    expect(clocks('2026-11-21T10:53:00Z', '2026-11-21T12:02:00Z', 420)).toEqual([
      '18:00',
      '18:15',
      '18:30',
      '18:45',
      '19:00',
    ]);
    expect(clocks('2026-11-20T03:00:00Z', '2026-11-21T14:00:00Z', 420)).toEqual([
      '12:00',
      '18:00',
      '21 Nov',
      '06:00',
      '12:00',
      '18:00',
    ]);
    expect(clocks('2026-11-12T17:00:00Z', '2026-11-21T17:00:00Z', 420)).toEqual([
      '13 Nov',
      '15 Nov',
      '17 Nov',
      '19 Nov',
      '21 Nov',
    ]);
    expect(clocks('2026-01-15T00:00:00Z', '2026-11-21T00:00:00Z', 330)).toEqual([
      'Mar 2026',
      'May 2026',
      'Jul 2026',
      'Sep 2026',
      'Nov 2026',
    ]);
  });
});

describe('byteTicks', () => {
  const words = (top: number) => byteTicks(top).map((size) => formatTick('bytes', size, 'en'));
  it('read without fractions that are rounded away', () => {
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
