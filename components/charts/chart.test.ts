import { describe, expect, it } from 'vitest';
import { formatTick, formatValue } from './chart';
import { timeLabel, timeTick, xWords } from './time-axis';

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
    expect([null, undefined, Number.NaN].map((gap) => formatValue('number', gap, 'en'))).toEqual(['–', '–', '–']); // prettier-ignore
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
