import { afterEach, describe, expect, it } from 'vitest';
import { problem } from '@/lib/problem';
import { noteInput, restsAfter } from './activity';
import { fast, hurry, pollInterval, slow } from './poll';

const facts = { identity: 'me', account: 'main', ref: 'D02', pace: 'slow', error: null } as const;
const now = 1_000_000_000;

afterEach(() => noteInput(now));

describe('pollInterval', () => {
  it('keeps the pace asked for', () => {
    noteInput(now);
    expect(pollInterval(facts, now)).toBe(slow);
    expect(pollInterval({ ...facts, pace: 'fast' }, now)).toBe(fast);
    expect(pollInterval({ ...facts, pace: false }, now)).toBe(false);
  });
  it('hurries after a change, in its own account alone, for a while', () => {
    noteInput(now);
    hurry('me', 'main', ['D02'], now);
    expect(pollInterval(facts, now + 29_000)).toBe(fast);
    expect(pollInterval(facts, now + 31_000)).toBe(slow);
    expect(pollInterval({ ...facts, account: 'other' }, now + 1000)).toBe(slow);
    expect(pollInterval({ ...facts, identity: 'you' }, now + 1000)).toBe(slow);
  });
  it('rests without input', () => {
    noteInput(now);
    expect(pollInterval({ ...facts, pace: 'fast' }, now + restsAfter + 1)).toBe(false);
  });
  it('waits as long as the backend asks, and gives up where asking is useless', () => {
    noteInput(now);
    const busy = problem('too_many_requests', 429, 'slow down', { retryAfter: 40 });
    expect(pollInterval({ ...facts, pace: 'fast', error: busy }, now)).toBe(40_000);
    expect(pollInterval({ ...facts, error: problem('backend_error', 502, 'x') }, now)).toBe(15_000);
    expect(pollInterval({ ...facts, error: problem('no_access', 403, 'x') }, now)).toBe(false);
  });
});
