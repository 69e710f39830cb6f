import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem, ProblemError } from '@/lib/problem';
import { attempt, ATTEMPT_WINDOW, forgetAttempts, type Limit } from './attempts';

const limits: Limit[] = [
  { name: 'name budi', most: 3 },
  { name: 'address 192.0.2.1', most: 5 },
];
const office: Limit[] = [{ name: 'address 192.0.2.1', most: 5 }];
const right = async () => 'in';
const wrong = async () => {
  throw problem('credential_refused', 401, 'wrong');
};
const slowly = (end: () => Promise<unknown>) => async () => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return end();
};

/** `in`, or the code of the problem; `wait <seconds>` after too many failures. */
async function outcome(of: Promise<unknown>): Promise<string> {
  try {
    return String(await of);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, retryAfter } = error.problem;
    return code === 'too_many_requests' ? `wait ${retryAfter}` : code;
  }
}
const fail = (given = limits) => outcome(attempt(given, wrong));
const tally = async (all: Promise<string>[]) => {
  const found: Record<string, number> = {};
  for (const each of await Promise.all(all)) found[each] = (found[each] ?? 0) + 1;
  return found;
};

beforeEach(() => {
  vi.useFakeTimers();
  forgetAttempts();
});
afterEach(() => vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('attempt', () => {
  it('refuses the next one until the oldest failure is old', async () => {
    for (let at = 0; at < 3; at += 1) {
      expect(await fail()).toBe('credential_refused');
      await pass(1000);
    }
    expect(await outcome(attempt(limits, right))).toBe(`wait ${ATTEMPT_WINDOW / 1000 - 3}`);
    await pass(ATTEMPT_WINDOW - 3000);
    expect(await fail()).toBe('credential_refused');
    expect(await fail()).toBe('wait 1');
  });

  it('counts each name separately, and no refused attempt', async () => {
    for (let at = 0; at < 3; at += 1) await fail();
    for (let at = 0; at < 9; at += 1) expect(await fail()).toBe('wait 600');
    const siti = [{ name: 'name siti', most: 3 }, ...office];
    expect(await fail(siti)).toBe('credential_refused');
    expect(await fail(siti)).toBe('credential_refused');
    expect(await fail(siti)).toBe('wait 600');
  });

  it('follows the window and the rule of its limit', async () => {
    const mails: Limit[] = [
      { name: 'mail', most: 2, window: 3_600_000, counts: (error) => !error },
    ];
    for (let at = 0; at < 9; at += 1) expect(await fail(mails)).toBe('credential_refused');
    for (let at = 0; at < 2; at += 1) expect(await outcome(attempt(mails, right))).toBe('in');
    await pass(ATTEMPT_WINDOW);
    expect(await outcome(attempt(mails, right))).toBe('wait 3000');
    await pass(3_600_000 - ATTEMPT_WINDOW);
    expect(await outcome(attempt(mails, right))).toBe('in');
  });

  it('never counts successes, however many run at once', async () => {
    const all = Array.from({ length: 40 }, (_, at) =>
      outcome(attempt([{ name: `name ${at}`, most: 3 }, ...office], slowly(right))),
    );
    await pass(100 * (40 / 5));
    expect(await tally(all)).toEqual({ in: 40 });
  });

  it('gives a flood of wrong guesses at once no more tries than the limit', async () => {
    const run = vi.fn(slowly(wrong));
    const flood = Array.from({ length: 100 }, () => outcome(attempt(office, run)));
    await pass(60_000);
    expect(await tally(flood)).toEqual({ credential_refused: 5, 'wait 600': 95 });
    expect(run).toHaveBeenCalledTimes(5);
  });

  it('lets correct attempts succeed among wrong ones until the failures reach the limit', async () => {
    const all = Array.from({ length: 20 }, (_, at) =>
      outcome(attempt(office, slowly(at % 5 === 0 ? wrong : right))),
    );
    await pass(60_000);
    expect(await tally(all)).toEqual({ credential_refused: 4, in: 16 });
  });

  it('limits waiting attempts: their number, their time, and to connected callers', async () => {
    const stuck = () => new Promise<string>(() => {});
    for (let at = 0; at < 5; at += 1) void attempt(office, stuck);
    const gone = new AbortController();
    const caller = outcome(attempt(office, right, gone.signal));
    const patient = Array.from({ length: 199 }, () => outcome(attempt(office, right)));
    expect(await outcome(attempt(office, right))).toBe('wait 5');
    gone.abort();
    expect(await caller).toBe('cancelled');
    await pass(15_000);
    expect(await tally(patient)).toEqual({ 'wait 5': 199 });
    expect(await outcome(attempt([{ name: 'address 192.0.2.2', most: 5 }], right))).toBe('in');
  });

  it('remembers a limited number of names', async () => {
    const name = limits.slice(0, 1);
    for (let at = 0; at < 3; at += 1) await fail(name);
    for (let at = 0; at < 50_000; at += 1) await fail([{ name: `filler ${at}`, most: 3 }]);
    expect(await fail(name)).toBe('credential_refused');
  });
});
