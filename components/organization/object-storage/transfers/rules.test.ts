import { describe, expect, it } from 'vitest';
import { matching } from './match';
import {
  partCount,
  partRange,
  partSizeFor,
  smallest,
  toldPartSize,
  usableParts,
} from './part-plan';
import { makeSlots } from './slots';
import { makeSpeed, secondsLeft } from './speed';
import { folderOfKey, freeKey, keyTrouble } from './upload-key';
import { backoff } from './verdict';

const mebibyte = 1024 * 1024;
const part = (number: number, size: number) => ({ number, size, etag: `"${number}"` });

describe('parts', () => {
  it('have one size, the larger of 5 MiB and a ten-thousandth', () => {
    expect(partSizeFor(1)).toBe(smallest);
    expect(partSizeFor(50_000 * mebibyte)).toBe(smallest);
    expect(partSizeFor(50_000 * mebibyte + 1)).toBe(6 * mebibyte);
    expect(partCount(5 * 1024 ** 4, partSizeFor(5 * 1024 ** 4))).toBeLessThanOrEqual(10_000);
    expect(partRange(11, 5, 3)).toEqual({ start: 10, end: 11 });
  });

  it('are used where they have the right size', () => {
    const stored = [part(1, 5), part(2, 4), part(3, 1), part(4, 5)];
    expect([...usableParts(stored, 11, 5).keys()]).toEqual([1, 3]);
  });

  it('tell the size of an upload that somebody else began', () => {
    const size = 3 * smallest + 7;
    expect(toldPartSize([], size)).toBe(smallest);
    expect(toldPartSize([part(2, smallest), part(4, 7)], size)).toBe(smallest);
    expect(toldPartSize([part(1, 2 * smallest)], size)).toBe(2 * smallest);
    expect(toldPartSize([part(1, smallest), part(2, smallest + 1)], size)).toBeNull();
    expect(toldPartSize([part(1, 1000)], size)).toBeNull();
    expect(toldPartSize([part(9, smallest)], size)).toBeNull();
  });
});

describe('keys', () => {
  it('are refused over 1,024 bytes, and where they are no text', () => {
    for (const key of ['про', '=%?_', 'a+b &#.txt', ' a ', 'é'.repeat(512)])
      expect(keyTrouble(key)).toBeNull();
    expect(keyTrouble('é'.repeat(513))).toBe('long');
    expect(keyTrouble('a\uDC00')).toBe('broken');
    expect(keyTrouble('😀')).toBeNull();
  });

  it('get a number before the last dot of the name', () => {
    const taken = new Set(['a.b/c (1).tar']);
    expect(freeKey('a.b/c.tar', (key) => taken.has(key))).toBe('a.b/c (2).tar');
    expect(freeKey('a.b/c', () => false)).toBe('a.b/c (1)');
    expect(freeKey('.env', () => false)).toBe('.env (1)');
    expect(folderOfKey('a/b/c')).toBe('a/b/');
    expect(folderOfKey('c')).toBe('');
  });
});

describe('matching', () => {
  const was = { path: 'foto/a.jpg', size: 5, modified: 1_000_000, type: '' };
  it('tells what differs', () => {
    expect(matching(was, { ...was, path: 'a.jpg', modified: 1_001_500 })).toEqual([]);
    expect(matching(was, { path: 'b.jpg', size: 6, modified: 0, type: '' })).toEqual([
      'name',
      'size',
      'time',
    ]);
  });
});

describe('speed', () => {
  it('is smoothed over five seconds, and never below zero', () => {
    const speed = makeSpeed();
    speed.note(0, 0);
    expect(speed.current()).toBeNull();
    for (let second = 1; second <= 20; second += 1)
      speed.note(second * 1000, second * 100 + Math.max(0, second - 15) * 100);
    expect(speed.current()).toBeGreaterThan(180);
    speed.note(21_000, 0);
    expect(speed.current()).toBe(0);
    expect(secondsLeft(1000, 100)).toBe(10);
    expect(secondsLeft(1000, 0)).toBeNull();
  });

  it('waits longer from attempt to attempt, up to 30 seconds', () => {
    expect([0, 1, 2, 5, 50].map((attempt) => backoff(attempt, 0))).toEqual([
      1000, 2000, 4000, 30_000, 30_000,
    ]);
    expect(backoff(0, 1)).toBe(1250);
  });
});

describe('slots', () => {
  it('let nobody wait who has gone', async () => {
    const slots = makeSlots(1);
    const { signal } = new AbortController();
    let free = () => {};
    const first = slots.run(signal, () => new Promise<void>((resolve) => (free = resolve)));
    const gone = new AbortController();
    const second = slots.run(gone.signal, () => Promise.resolve('second'));
    const third = slots.run(signal, () => Promise.resolve('third'));
    gone.abort();
    await expect(second).rejects.toThrow();
    free();
    await first;
    expect(await third).toBe('third');
  });
});
