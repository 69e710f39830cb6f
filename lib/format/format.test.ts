import { describe, expect, it } from 'vitest';
import {
  bytes,
  count,
  duration,
  exact,
  gigabytes,
  megabytes,
  monthOf,
  number,
  pricePerHour,
  pricePerMonth,
  rate,
  relative,
  rupiah,
  signedRupiah,
  zoneName,
} from './index';

describe('money', () => {
  it.each([
    [0, 'Rp0'],
    [999, 'Rp999'],
    [1000, 'Rp1.000'],
    [1_234_567, 'Rp1.234.567'],
    [-5000, '-Rp5.000'],
    [-0.2, 'Rp0'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('%s is %s', (amount, text) => expect(rupiah(amount)).toBe(text));
  it('gives a change its sign', () => {
    expect([4800, -4800, 0, 0.2, null].map(signedRupiah)).toEqual([
      '+Rp4.800',
      '-Rp4.800',
      'Rp0',
      'Rp0',
      '–',
    ]);
  });

  it('keeps the decimals of a rate', () => {
    expect(rate(126.5)).toBe('Rp126,5');
    expect(rate(1126)).toBe('Rp1.126');
    expect(pricePerHour(126.25, 'en')).toBe('Rp126,25/hour');
    expect(pricePerHour(126, 'id')).toBe('Rp126/jam');
    expect(pricePerMonth(90_000, 'id')).toBe('Rp90.000/bulan');
  });
});

describe('sizes', () => {
  it('scales by 1024 and follows the language', () => {
    expect(megabytes(512, 'en')).toBe('512 MB');
    expect(megabytes(1536, 'en')).toBe('1.5 GB');
    expect(megabytes(1536, 'id')).toBe('1,5 GB');
    expect(gigabytes(2048, 'en')).toBe('2 TB');
    expect(bytes(0, 'en')).toBe('0 B');
    expect(bytes(null, 'en')).toBe('–');
    expect(number(12_345.67, 'en')).toBe('12,345.7');
    expect(number(12_345.67, 'id', 2)).toBe('12.345,67');
    expect([count(2n ** 64n, 'en'), count(254n, 'id'), count(65_536n, 'id')]).toEqual([
      '18,446,744,073,709,551,616',
      '254',
      '65.536',
    ]);
  });
});

describe('time', () => {
  const iso = '2026-11-21T18:04:09.000Z';
  it('formats an instant in a zone', () => {
    expect(exact(iso, 'en')).toBe('22 Nov 2026, 01:04 WIB');
    expect(exact(iso, 'id', 0, 'second')).toBe('21 Nov 2026, 18:04:09 UTC');
    expect(exact('2026-08-01T00:00:00Z', 'id', 540, 'date')).toBe('1 Agu 2026');
    expect(exact(null, 'en')).toBe('–');
    expect(exact('soon', 'en')).toBe('–');
  });
  it('formats a month', () => {
    expect(monthOf('2026-08', 'id')).toBe('Agu 2026');
    expect(monthOf('2026-13', 'id')).toBe('2026-13');
  });
  it('names zones', () => {
    expect([420, 480, 540, 0, 330, -300].map(zoneName)).toEqual([
      'WIB',
      'WITA',
      'WIT',
      'UTC',
      'UTC+5:30',
      'UTC-5',
    ]);
  });
  it('says how long ago', () => {
    const now = Date.parse(iso);
    const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();
    expect(relative(at(-10), now, 'en')).toBe('just now');
    expect(relative(at(-50), now, 'en')).toBe('1 min ago');
    expect(relative(at(-7200), now, 'id')).toBe('2 jam lalu');
    expect(relative(at(3 * 86_400), now, 'en')).toBe('in 3 d');
    expect(relative(at(-86_400 * 100), now, 'en')).toBe('3 mo ago');
    expect(relative(at(-86_400 * 800), now, 'en')).toBe('2 y ago');
  });
  it('changes to the next unit at its limit', () => {
    const now = Date.parse(iso);
    const ago = (seconds: number) =>
      relative(new Date(now - seconds * 1000).toISOString(), now, 'en');
    expect(ago(59 * 60 + 20)).toBe('59 min ago');
    expect(ago(59 * 60 + 40)).toBe('1 h ago');
    expect(ago(3600 * 23 + 1900)).toBe('1 d ago');
    expect(ago(86_400 * 44.7)).toBe('1 mo ago');
    expect(ago(86_400 * 360)).toBe('1 y ago');
    expect(duration(59.7, 'en')).toBe('1 min');
    expect(gigabytes(1023.97, 'en')).toBe('1 TB');
    expect(bytes(1023.97 * 1024, 'en')).toBe('1 MB');
    expect(number(-0.04, 'en')).toBe('0');
    expect(rate(-0.001)).toBe('Rp0');
  });
  it('formats durations in two units', () => {
    expect([0, 45, 60, 125, 7500, 3600 * 24 + 5, 3600 * 76].map((s) => duration(s, 'en'))).toEqual([
      '0 s',
      '45 s',
      '1 min',
      '2 min 5 s',
      '2 h 5 min',
      '1 d',
      '3 d 4 h',
    ]);
    expect(duration(86_400 * 20 + 3600 * 9, 'en')).toBe('20 d');
  });
});
