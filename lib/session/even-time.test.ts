import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atEvenTime, evenTime } from './even-time';

const { step } = evenTime;
beforeEach(() => {
  evenTime.step = 40;
});
afterEach(() => {
  evenTime.step = step;
  vi.restoreAllMocks();
});

it.each([
  ['an answer', () => Promise.resolve('yes')],
  ['a refusal', () => Promise.reject(new Error('no'))],
])('lets %s leave at a whole number of steps', async (_, work) => {
  const begun = performance.now();
  await atEvenTime(work).catch(() => null);
  // A timer may fire a millisecond early.
  expect(performance.now() - begun).toBeGreaterThanOrEqual(38);
});
