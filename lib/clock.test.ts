// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  elapsed,
  forgetServerClock,
  hearServer,
  serverNow,
  serverTime,
  startServerClock,
  waitFor,
} from './clock';
import { send } from './session/fetcher';

const server = Date.parse('2026-11-21T10:00:00.000Z');
const hour = 3_600_000;
const dated = (at: number) => new Response('{}', { headers: { date: new Date(at).toUTCString() } });

beforeEach(() => {
  forgetServerClock();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe.each([0, 3 * hour, -3 * hour])('with the browser %d ms off', (off) => {
  beforeEach(() => vi.setSystemTime(server + off));

  it('uses the time in the HTML, whatever the wall clock does afterwards', () => {
    startServerClock(server);
    expect(serverNow()).toBe(server);
    vi.advanceTimersByTime(5_000);
    expect(serverNow()).toBe(server + 5_000);
    vi.setSystemTime(server + 9 * hour);
    expect(serverNow()).toBe(server + 5_000);
    vi.setSystemTime(server - 9 * hour);
    expect(serverNow()).toBe(server + 5_000);
  });

  it('is corrected by the date of an answer, to the second', () => {
    expect(serverNow()).toBe(server + off);
    hearServer(dated(server), elapsed());
    expect(Math.abs(serverNow() - server)).toBeLessThanOrEqual(1_000);
  });

  it('is corrected after a sleep during which the page’s own clock stopped', () => {
    startServerClock(server);
    hearServer(dated(server + 8 * hour), elapsed());
    expect(Math.abs(serverNow() - server - 8 * hour)).toBeLessThanOrEqual(1_000);
  });
});

describe('hearServer', () => {
  it('keeps the clock if the answer agrees, however long it took', () => {
    vi.setSystemTime(server);
    startServerClock(server + 700);
    hearServer(dated(server), elapsed());
    expect(serverNow()).toBe(server + 700);
    const sent = elapsed();
    vi.advanceTimersByTime(30_000);
    hearServer(dated(server), sent);
    expect(serverNow()).toBe(server + 30_700);
    hearServer(new Response('{}'), sent);
    expect(serverNow()).toBe(server + 30_700);
  });

  it('reads the date of every answer of our own server', async () => {
    vi.setSystemTime(server + 3 * hour);
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => dated(server)),
    );
    await send('/api/session');
    expect(Math.abs(serverNow() - server)).toBeLessThanOrEqual(1_000);
  });
});

describe('waitFor', () => {
  const bounds = { least: 60_000, most: hour, now: server };
  it.each([
    [server + 600_000, 600_000],
    [server - 3 * hour, 60_000], // past by any clock, but never a busy loop
    [server + 1e12, hour], // longer than a timer can wait, which would then fire at once
    [Number.NaN, hour],
  ])('for %d, waits %d', (instant, milliseconds) =>
    expect(waitFor(instant, bounds)).toBe(milliseconds),
  );
});

describe('serverTime', () => {
  it('converts an instant of the device to the server’s clock', () => {
    vi.setSystemTime(server + 3 * hour);
    startServerClock(server);
    expect(serverTime(Date.now() - 5_000)).toBe(server - 5_000);
  });
});
