import { describe, expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import {
  ConsoleController,
  type ConnectionEvents,
  type ControllerDependencies,
} from './controller';
import type { Availability } from './console-state';
import type { Ticket } from './ticket';
import type { Screen } from './vnc';

function world(availability: Availability = 'open') {
  const tickets: {
    give: (ticket: Ticket) => void;
    fail: (error: unknown) => void;
    signal: AbortSignal;
  }[] = [];
  const screens: { ticket: string; events: ConnectionEvents; close: ReturnType<typeof vi.fn> }[] =
    [];
  const timers: { milliseconds: number; then: () => void; cancelled: boolean }[] = [];
  const wakers = new Set<() => void>();
  const time = { now: 0, machineReads: 0 };
  const made: ControllerDependencies<Ticket, Screen> = {
    ask: (signal) => new Promise((give, fail) => tickets.push({ give, fail, signal })),
    open(_, ticket, events) {
      const close = vi.fn();
      screens.push({ ticket: ticket.ticket, events, close });
      return Promise.resolve({ close } as unknown as Screen);
    },
    later(milliseconds, then) {
      const timer = { milliseconds, then, cancelled: false };
      timers.push(timer);
      return () => (timer.cancelled = true);
    },
    now: () => time.now,
    readMachine: () => (time.machineReads += 1),
    onWake(then) {
      wakers.add(then);
      return () => wakers.delete(then);
    },
  };
  const controller = new ConsoleController(made, availability);
  controller.mount({} as HTMLElement);
  const last = <T>(list: T[]): T => {
    const item = list.at(-1);
    if (!item) throw new Error('nothing yet');
    return item;
  };
  const connect = async (ticket: string) => {
    last(tickets).give({ ticket, password: null });
    await Promise.resolve();
    await Promise.resolve();
    last(screens).events.open();
  };
  const wake = () => wakers.forEach((then) => then());
  return { controller, tickets, screens, timers, time, last, connect, wake };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('ConsoleController', () => {
  it('asks, connects, and asks for a new ticket after a loss', async () => {
    const { controller, screens, timers, time, last, connect } = world();
    controller.start();
    await connect('one');
    expect(controller.current().view.phase).toBe('connected');
    expect(controller.current().screen).not.toBeNull();
    time.now = 10_000;
    last(screens).events.dropped('backend_gone');
    expect(controller.current()).toMatchObject({
      view: { phase: 'reconnecting', delay: 1000 },
      screen: null,
    });
    expect(time.machineReads).toBe(1);
    last(timers).then();
    await connect('two');
    expect(screens.map(({ ticket }) => ticket)).toEqual(['one', 'two']);
    expect(controller.current().view.phase).toBe('connected');
  });
  it('closes the screen and ignores its events when the viewer leaves', async () => {
    const { controller, screens, tickets, last, connect } = world();
    controller.start();
    await connect('one');
    await settle();
    controller.send({ type: 'leave' });
    expect(last(screens).close).toHaveBeenCalledOnce();
    last(screens).events.dropped('network');
    expect(controller.current().view).toEqual({ phase: 'ended', why: 'left' });
    controller.send({ type: 'retry' });
    expect(tickets).toHaveLength(2);
  });
  it('closes a screen that is ready too late', async () => {
    const { controller, tickets, screens, last } = world();
    controller.start();
    last(tickets).give({ ticket: 'late', password: null });
    await Promise.resolve();
    controller.stop();
    await settle();
    for (const { close } of screens) expect(close).toHaveBeenCalledOnce();
  });
  it('ignores a ticket that was asked for before it stopped', async () => {
    const { controller, tickets, screens, last } = world();
    controller.start();
    const first = last(tickets);
    controller.stop();
    expect(first.signal.aborted).toBe(true);
    controller.start();
    first.give({ ticket: 'old', password: null });
    await settle();
    expect(screens).toHaveLength(0);
    expect(tickets).toHaveLength(2);
  });
  it('cancels the wait when the machine turns out to be stopped', async () => {
    const { controller, tickets, timers, last } = world();
    controller.start();
    last(tickets).fail(problem('conflict', 409, 'visible-fake'));
    await settle();
    expect(controller.current().view.phase).toBe('reconnecting');
    controller.send({ type: 'machine', availability: 'stopped' });
    expect(last(timers).cancelled).toBe(true);
    expect(controller.current().view).toMatchObject({ why: 'stopped' });
  });
  it('asks for nothing while the machine is stopped', () => {
    const { controller, tickets } = world('stopped');
    controller.start();
    expect(tickets).toHaveLength(0);
    controller.send({ type: 'machine', availability: 'open' });
    expect(tickets).toHaveLength(1);
  });
  it('tries at once when it is woken, and not after it has stopped', async () => {
    const { controller, tickets, timers, last, wake } = world();
    controller.start();
    wake();
    expect(tickets).toHaveLength(1);
    last(tickets).fail(problem('offline', 0, 'visible-fake'));
    await settle();
    wake();
    expect(tickets).toHaveLength(2);
    expect(last(timers).cancelled).toBe(true);
    controller.stop();
    wake();
    expect(tickets).toHaveLength(2);
  });
});
