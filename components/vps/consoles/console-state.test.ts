import { describe, expect, it } from 'vitest';
import type { Problem, ProblemCode } from '@/lib/problem';
import {
  retryDelays,
  lostReasonOf,
  availabilityOf,
  reduce,
  start,
  type ConsoleEvent,
  type ConsoleState,
} from './console-state';

const run = (state: ConsoleState, ...events: ConsoleEvent[]) => events.reduce(reduce, state);
const opened: ConsoleEvent[] = [{ type: 'ticket' }, { type: 'open' }];
const lost = (why: 'backend_gone' | 'network', lasted = 60_000): ConsoleEvent => ({
  type: 'dropped',
  why,
  lasted,
});
const problem = (code: ProblemCode, more: Partial<Problem> = {}): ConsoleEvent => ({
  type: 'refused',
  problem: { code, status: 502, message: 'visible-fake', ...more },
});

describe('the state of the machine decides whether a console is asked for', () => {
  it.each([
    ['Running', 'open'],
    ['Starting', 'open'],
    ['Restarting', 'open'],
    ['Stopped', 'stopped'],
    ['Stopping', 'busy'],
    ['Pending', 'busy'],
    ['Suspended', 'suspended'],
    ['Error', 'in_error'],
    ['Deleting', 'gone'],
    ['Something new', 'open'],
  ])('%s is %s', (status, availability) => expect(availabilityOf({ status })).toBe(availability));
  it('is unknown before the first answer, and gone after a 404', () => {
    expect([availabilityOf(undefined), availabilityOf(null)]).toEqual(['unknown', 'gone']);
  });
  it('starts in the view that the availability allows', () => {
    expect(start('unknown').view).toEqual({ phase: 'asking', attempt: 0 });
    expect(start('stopped').view).toEqual({ phase: 'ended', why: 'stopped' });
    expect(start('gone').view).toEqual({ phase: 'ended', why: 'deleted' });
    expect(start('busy').view).toEqual({ phase: 'waiting' });
  });
  it('connects by itself when the machine starts, and after waiting', () => {
    expect(run(start('stopped'), { type: 'machine', availability: 'open' }).view.phase).toBe(
      'asking',
    );
    expect(run(start('stopped'), { type: 'machine', availability: 'busy' }).view.phase).toBe(
      'waiting',
    );
    expect(run(start('busy'), { type: 'machine', availability: 'open' }).view.phase).toBe('asking');
    expect(run(start('busy'), { type: 'machine', availability: 'gone' }).view).toMatchObject({
      why: 'deleted',
    });
  });
  it('says that the console is ready once the machine allows it', () => {
    const ready = run(start('busy'), { type: 'machine', availability: 'open' });
    expect(ready.view).toMatchObject({ phase: 'asking', ready: true });
    expect(run(ready, ...opened).view).toMatchObject({ phase: 'connected', ready: true });
    expect(run(ready, ...opened, lost('network')).view).not.toHaveProperty('ready');
    expect(run(start('open'), ...opened).view).not.toHaveProperty('ready');
  });
  it('leaves an open connection alone', () => {
    const open = run(start('open'), ...opened);
    expect(run(open, { type: 'machine', availability: 'stopped' }).view.phase).toBe('connected');
    expect(
      run(open, { type: 'machine', availability: 'gone' }, lost('backend_gone')).view,
    ).toMatchObject({
      why: 'deleted',
    });
  });
  it('stays as it is when nothing changed', () => {
    const state = start('stopped');
    expect(reduce(state, { type: 'machine', availability: 'stopped' })).toBe(state);
    expect(reduce(state, { type: 'delay-over' })).toBe(state);
    expect(reduce(state, { type: 'open' })).toBe(state);
  });
});

describe('a lost connection', () => {
  it('is retried with a new ticket after longer and longer delays, then given up', () => {
    let state = run(start('open'), ...opened, lost('backend_gone'));
    const seen: number[] = [];
    while (state.view.phase === 'reconnecting') {
      seen.push(state.view.delay);
      state = run(state, { type: 'delay-over' });
      expect(state.view).toEqual({ phase: 'asking', attempt: seen.length });
      state = run(
        state,
        { type: 'ticket' },
        { type: 'dropped', why: 'backend_refused', lasted: 0 },
      );
    }
    expect(seen).toEqual([...retryDelays]);
    expect(state.view).toEqual({ phase: 'ended', why: 'given_up', last: 'backend_refused' });
    expect(run(state, { type: 'retry' }).view).toEqual({ phase: 'asking', attempt: 0 });
  });
  it('counts attempts from 0 after a stable connection, and goes on counting after a short one', () => {
    const second = run(
      start('open'),
      ...opened,
      lost('network'),
      { type: 'delay-over' },
      ...opened,
    );
    expect(run(second, lost('network', 5000)).view).toMatchObject({ attempt: 1 });
    expect(run(second, lost('network', 4999)).view).toMatchObject({ attempt: 2 });
  });
  it('ends when the machine has stopped, been suspended or deleted meanwhile', () => {
    const dropped = run(start('open'), ...opened, lost('backend_gone'));
    for (const [availability, why] of [
      ['stopped', 'stopped'],
      ['suspended', 'suspended'],
      ['gone', 'deleted'],
    ] as const) {
      expect(run(dropped, { type: 'machine', availability }).view).toEqual({ phase: 'ended', why });
    }
  });
  it('waits while the machine is busy', () => {
    const dropped = run(start('open'), ...opened, lost('backend_gone'), {
      type: 'machine',
      availability: 'busy',
    });
    expect(dropped.view.phase).toBe('reconnecting');
    expect(run(dropped, { type: 'delay-over' }).view.phase).toBe('waiting');
  });
  it('is tried at once when the viewer asks', () => {
    const dropped = run(start('open'), ...opened, lost('network'));
    expect(run(dropped, { type: 'retry' }).view).toEqual({ phase: 'asking', attempt: 1 });
  });
  it('is namedKeys by the code of the close', () => {
    expect([1000, 1012, 4000, 4002, 4003, 1006, null].map(lostReasonOf)).toEqual([
      'closed',
      'server_restarting',
      'backend_gone',
      'session',
      'backend_refused',
      'network',
      'network',
    ]);
  });
});

describe('a refused ticket', () => {
  it.each([
    ['not_found', 'deleted'],
    ['no_access', 'no_access'],
    ['credential_refused', 'refused'],
    ['not_configured', 'refused'],
    ['backend_unreadable', 'refused'],
  ] as const)('%s ends it: %s', (code, why) =>
    expect(run(start('open'), problem(code)).view).toMatchObject({ phase: 'ended', why }),
  );
  it('is tried again for problems that may pass', () => {
    expect(run(start('open'), problem('conflict')).view).toMatchObject({
      why: 'not_ready',
      delay: 1000,
    });
    expect(run(start('open'), problem('backend_error')).view).toMatchObject({ why: 'backend' });
    expect(run(start('open'), problem('console_unreachable', { status: 0 })).view).toMatchObject({
      why: 'network',
    });
    expect(run(start('open'), problem('too_many_requests', { retryAfter: 20 })).view).toMatchObject(
      { delay: 20_000 },
    );
  });
});

describe('leaving', () => {
  it('ends the console, and the machine does not open it again', () => {
    const left = run(start('open'), ...opened, { type: 'leave' });
    expect(left.view).toEqual({ phase: 'ended', why: 'left' });
    expect(run(left, { type: 'machine', availability: 'open' }, lost('network')).view).toEqual(
      left.view,
    );
    expect(run(left, { type: 'machine', availability: 'gone' }).view).toMatchObject({
      why: 'deleted',
    });
    expect(run(left, { type: 'retry' }).view.phase).toBe('asking');
    expect(run(start('open'), { type: 'leave', moved: true }).view).toMatchObject({ why: 'moved' });
  });
});

describe('a console that is woken', () => {
  const wake: ConsoleEvent = { type: 'wake' };
  const givenUp = run(
    start('open'),
    ...[...retryDelays, 0].flatMap((): ConsoleEvent[] => [
      problem('offline'),
      { type: 'delay-over' },
    ]),
  );
  it('makes its next attempt at once', () => {
    const waiting = run(start('open'), ...opened, lost('network'));
    expect(run(waiting, wake).view).toEqual({ phase: 'asking', attempt: 1 });
  });
  it('tries again after it gave up, unless the machine can’t be opened', () => {
    expect(givenUp.view).toMatchObject({ phase: 'ended', why: 'given_up' });
    expect(run(givenUp, wake).view).toEqual({ phase: 'asking', attempt: 0 });
    const stopped = run(givenUp, { type: 'machine', availability: 'stopped' });
    expect(run(stopped, wake).view).toMatchObject({ phase: 'ended', why: 'stopped' });
  });
  it('leaves alone what runs, and what the viewer ended', () => {
    const connected = run(start('open'), ...opened);
    expect(run(connected, wake)).toBe(connected);
    const left = run(connected, { type: 'leave' });
    expect(run(left, wake)).toBe(left);
  });
});
