import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/problem';
import { ATTEMPT_WINDOW, countAttempt, forgetAttempts } from './attempts';

const limits = [
  { name: 'name budi', most: 3 },
  { name: 'address 192.0.2.1', most: 5 },
];
const start = 1_000_000;

function waitOf(run: () => unknown): number | undefined {
  try {
    run();
    return 0;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.retryAfter;
    throw error;
  }
}

describe('countAttempt', () => {
  beforeEach(forgetAttempts);

  it('makes the next wait until the oldest has aged out', () => {
    for (let at = 0; at < 3; at += 1) countAttempt(limits, start + at * 1000);
    expect(waitOf(() => countAttempt(limits, start + 3000))).toBe(ATTEMPT_WINDOW / 1000 - 3);
    expect(waitOf(() => countAttempt(limits, start + ATTEMPT_WINDOW))).toBe(0);
    expect(waitOf(() => countAttempt(limits, start + ATTEMPT_WINDOW))).toBe(1);
  });

  it('counts each name by itself, and nothing when refused', () => {
    for (let at = 0; at < 3; at += 1) countAttempt(limits, start);
    for (let at = 0; at < 9; at += 1) expect(waitOf(() => countAttempt(limits, start))).toBe(600);
    const siti = [{ name: 'name siti', most: 3 }, ...limits.slice(1)];
    expect(waitOf(() => countAttempt(siti, start))).toBe(0);
    expect(waitOf(() => countAttempt(siti, start))).toBe(0);
    expect(waitOf(() => countAttempt(siti, start))).toBe(600);
  });

  it('takes back what succeeded', () => {
    for (let at = 0; at < 9; at += 1) countAttempt(limits, start)();
    expect(waitOf(() => countAttempt(limits, start))).toBe(0);
  });

  it('remembers a bounded number of names', () => {
    for (let at = 0; at < 3; at += 1) countAttempt(limits.slice(0, 1), start);
    for (let name = 0; name < 20_000; name += 1)
      countAttempt([{ name: `filler ${name}`, most: 3 }], start);
    expect(waitOf(() => countAttempt(limits.slice(0, 1), start))).toBe(0);
  });
});
