import { afterEach, describe, expect, it } from 'vitest';
import { problem } from '@/lib/problem';
import { noteInput, idleAfter } from './user-input';
import { fast, followerDelay, pollFast, pollInterval, slow } from './poll';
import { forgetReads, noteRead, pollShare } from './poll-load';

const facts = {
  identity: 'me',
  account: 'main',
  ref: 'D02',
  pace: 'slow',
  error: null,
  leads: true,
} as const;
const now = 1_000_000_000;

afterEach(() => {
  noteInput(now);
  forgetReads();
});

describe('pollInterval', () => {
  it('keeps the pace asked for', () => {
    noteInput(now);
    expect(pollInterval(facts, now)).toBe(slow);
    expect(pollInterval({ ...facts, pace: 'fast' }, now)).toBe(fast);
    expect(pollInterval({ ...facts, pace: false }, now)).toBe(false);
  });
  it('repeats a read that met a limit once the limit allows it, also where it isn’t polled', () => {
    noteInput(now);
    const limit = problem('too_many_requests', 429, '', { retryAfter: 40 });
    expect(pollInterval({ ...facts, pace: false, error: limit }, now)).toBe(40_000);
    const failed = problem('backend_error', 502, '');
    expect(pollInterval({ ...facts, pace: false, error: failed }, now)).toBe(false);
  });
  it('hurries after a change, in its own account alone, for a while', () => {
    noteInput(now);
    const hurried = { ...facts, account: 'hurried' };
    pollFast('me', 'hurried', ['D02'], now);
    expect(pollInterval(hurried, now + 29_000)).toBe(fast);
    expect(pollInterval(hurried, now + 31_000)).toBe(slow);
    expect(pollInterval({ ...hurried, account: 'other' }, now + 1000)).toBe(slow);
    expect(pollInterval({ ...hurried, identity: 'you' }, now + 1000)).toBe(slow);
  });
  it('looks ever less often at work that shows nothing new, until somebody does something', () => {
    const minute = 60_000;
    const after = (minutes: number, account = 'main') => {
      const at = now + minutes * minute;
      noteInput(at);
      return pollInterval({ ...facts, account, pace: 'fast', since: now }, at);
    };
    const waits = [0, 1.9, 2, 3, 4, 5, 6, 60].map((minutes) => after(minutes));
    expect(waits).toEqual([fast, fast, 5_000, 10_000, 20_000, 40_000, slow, slow]);
    pollFast('me', 'acted', ['D02'], now + 30 * minute);
    expect(after(30, 'acted')).toBe(fast);
    expect(after(32, 'acted')).toBe(5_000);
  });
  it('rests without input', () => {
    noteInput(now);
    expect(pollInterval({ ...facts, pace: 'fast' }, now + idleAfter + 1)).toBe(false);
  });
  it('waits as long as the backend asks, and gives up where asking is useless', () => {
    noteInput(now);
    const busy = problem('too_many_requests', 429, 'slow down', { retryAfter: 40 });
    expect(pollInterval({ ...facts, pace: 'fast', error: busy }, now)).toBe(40_000);
    expect(pollInterval({ ...facts, error: problem('backend_error', 502, 'x') }, now)).toBe(15_000);
    expect(pollInterval({ ...facts, error: problem('no_access', 403, 'x') }, now)).toBe(false);
  });
  it('waits for the leader', () => {
    noteInput(now);
    expect(pollInterval({ ...facts, account: 'calm', leads: false }, now)).toBeGreaterThanOrEqual(
      slow + followerDelay,
    );
  });
  it('asks for each less often the more is polled with one credential', () => {
    noteInput(now);
    for (const hash of ['a', 'b', 'c', 'd', 'e']) {
      noteRead('main', hash, now - 4_000);
      noteRead('main', hash, now - 1_000);
    }
    noteRead('main', 'once', now);
    expect(pollInterval({ ...facts, pace: 'fast' }, now)).toBe(5 * pollShare);
    expect(pollInterval({ ...facts, pace: 'fast', account: 'other' }, now)).toBe(fast);
    expect(pollInterval({ ...facts, pace: 'fast' }, now + 30_000)).toBe(fast);
  });
});
