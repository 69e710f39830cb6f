/**
 * Does the work of the states in `console-state.ts`: it asks for tickets, opens screens and waits. A page has one
 * controller. React reads its view and its open screen.
 */
import { ProblemError } from '@/lib/problem';
import {
  reduce,
  start,
  type ConsoleEvent,
  type ConsoleState,
  type Availability,
  type LostReason,
  type View,
} from './console-state';

/** What happens to an open screen or terminal. */
export interface ConnectionEvents {
  open(): void;
  /** The connection is lost. It is called once, and never after `close()`. */
  dropped(why: LostReason): void;
}

/** What the controller needs from outside, so that a test can replace it. */
export interface ControllerDependencies<Ticket, Screen> {
  ask(signal: AbortSignal): Promise<Ticket>;
  /** Opens a screen in an element; `events` tell the rest. */
  open(target: HTMLElement, ticket: Ticket, events: ConnectionEvents): Promise<Screen>;
  /** Calls `then` after a number of milliseconds; the returned function cancels it. */
  later(milliseconds: number, then: () => void): () => void;
  /** Milliseconds of a clock that never jumps. */
  now(): number;
  /** Reads the state of the machine again, because it may have changed. */
  readMachine(): void;
  /** Calls `then` when the network is back, or the page is looked at again; the returned function ends it. */
  onWake(then: () => void): () => void;
}

/** What React renders. */
export interface Snapshot<Screen> {
  view: View;
  /** The open screen; null unless connected. */
  screen: Screen | null;
}

/**
 * The controller of one console, of a screen or of a terminal. It does nothing until `start`.
 * @typeParam Ticket what opens a connection
 * @typeParam Screen what is open while connected
 */
export class ConsoleController<Ticket, Screen extends { close(): void }> {
  private state: ConsoleState;
  private snapshot: Snapshot<Screen>;
  private running = false;
  /** Cancels the work of the present view. */
  private cancel: () => void = () => {};
  private stopWaking: () => void = () => {};
  private live: Screen | null = null;
  /** When the screen connected, by `dependencies.now`; null before that. */
  private connectedAt: number | null = null;
  private target: HTMLElement | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly dependencies: ControllerDependencies<Ticket, Screen>,
    availability: Availability,
  ) {
    this.state = start(availability);
    this.snapshot = { view: this.state.view, screen: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly current = (): Snapshot<Screen> => this.snapshot;

  /** Sets the element in which screens are drawn. */
  readonly mount = (element: HTMLElement | null): void => {
    this.target = element;
  };

  /** Starts, or starts again after `stop`. */
  start(): void {
    if (this.running) return;
    this.running = true;
    this.stopWaking = this.dependencies.onWake(() => this.send({ type: 'wake' }));
    const { view, availability } = this.state;
    // `stop` has closed the screen, so a new one is needed.
    if (view.phase === 'connecting' || view.phase === 'connected') this.state = start(availability);
    this.publish();
    this.enter();
  }

  /** Closes the screen and cancels all work, because the viewer leaves the page. */
  stop(): void {
    this.running = false;
    this.stopWaking();
    this.cancel();
    this.close();
  }

  readonly send = (event: ConsoleEvent): void => {
    const before = this.state;
    this.state = reduce(before, event);
    if (this.state.view === before.view) return;
    const opened = before.view.phase === 'connecting' && this.state.view.phase === 'connected';
    if (!opened) {
      this.cancel();
      if (this.state.view.phase !== 'connecting') this.close();
    }
    this.publish();
    if (this.running && !opened) this.enter();
  };

  private publish(): void {
    const { view } = this.state;
    this.snapshot = { view, screen: view.phase === 'connected' ? this.live : null };
    for (const listener of this.listeners) listener();
  }

  private close(): void {
    this.live?.close();
    this.live = null;
    this.connectedAt = null;
  }

  private enter(): void {
    const { view } = this.state;
    this.cancel = () => {};
    if (view.phase === 'asking') this.ask();
    else if (view.phase === 'reconnecting') {
      this.dependencies.readMachine();
      this.cancel = this.dependencies.later(view.delay, () => this.send({ type: 'delay-over' }));
    } else if (view.phase === 'ended' && view.why !== 'left' && view.why !== 'moved')
      this.dependencies.readMachine();
  }

  private ask(): void {
    const abort = new AbortController();
    this.cancel = () => abort.abort();
    this.dependencies.ask(abort.signal).then(
      (ticket) => {
        if (abort.signal.aborted) return;
        this.send({ type: 'ticket' });
        this.connect(ticket);
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        this.send({ type: 'refused', problem: problemOf(error) });
      },
    );
  }

  private connect(ticket: Ticket): void {
    let over = false;
    const dropped: ConnectionEvents['dropped'] = (why) => {
      if (over) return;
      over = true;
      const lasted = this.connectedAt === null ? 0 : this.dependencies.now() - this.connectedAt;
      this.send({ type: 'dropped', why, lasted });
    };
    this.cancel = () => (over = true);
    const events: ConnectionEvents = {
      open: () => {
        if (over) return;
        this.connectedAt = this.dependencies.now();
        this.send({ type: 'open' });
      },
      dropped,
    };
    const { target } = this;
    if (!target) return dropped('network');
    this.dependencies.open(target, ticket, events).then(
      (screen) => {
        if (over) screen.close();
        else this.live = screen;
      },
      () => dropped('network'), // the browser could not load the code of noVNC
    );
  }
}

function problemOf(error: unknown) {
  if (error instanceof ProblemError) return error.problem;
  return { code: 'internal', status: 500, message: 'The console could not be asked for.' } as const;
}
