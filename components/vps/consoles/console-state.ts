/**
 * The console screen's states as a pure function: asking for a ticket, connecting, connected,
 * reconnecting, waiting for the machine, ended. The controller does what each state stands for.
 */
import { type InstanceState, reasonWhy } from '@/lib/contract/states';
import type { Problem } from '@/lib/problem';

/** Whether the machine's state lets its console open; `unknown` until the backend has told the state. */
export type Availability =
  'unknown' | 'open' | 'busy' | 'stopped' | 'suspended' | 'in_error' | 'gone';

/** Why a connection was lost, or why an attempt to connect failed. */
export type LostReason =
  | 'closed' // the machine's side closed in good order
  | 'backend_gone' // the machine's side went away
  | 'backend_refused' // the machine's side can't be reached
  | 'server_restarting' // this console's own server restarts
  | 'session' // the session ended: the next ticket asks for sign-in
  | 'login' // the VNC server refused the password, new at every power on
  | 'not_ready' // the backend gives no console now
  | 'backend' // the backend failed, or is too busy
  | 'network'; // anything else: refused before the socket opened, or no network

export type EndReason =
  | 'left' // the viewer disconnected
  | 'moved' // it went on in a window of its own
  | 'stopped'
  | 'suspended'
  | 'in_error'
  | 'deleted'
  | 'no_access'
  | 'refused' // the backend or this deployment says no, and asking again won't help
  | 'given_up';

export type View =
  | { phase: 'waiting' }
  | { phase: 'asking'; attempt: number }
  | { phase: 'connecting'; attempt: number }
  | { phase: 'connected'; attempt: number }
  | { phase: 'reconnecting'; attempt: number; why: LostReason; delay: number }
  | { phase: 'ended'; why: EndReason; last?: LostReason; problem?: Problem };

export interface ConsoleState {
  view: View;
  availability: Availability;
}

export type ConsoleEvent =
  | { type: 'machine'; availability: Availability }
  | { type: 'ticket' }
  | { type: 'refused'; problem: Problem }
  | { type: 'open' }
  /** @param lasted milliseconds that it was connected, 0 when it never was */
  | { type: 'dropped'; why: LostReason; lasted: number }
  | { type: 'delay-over' }
  | { type: 'retry' }
  | { type: 'leave'; moved?: boolean };

/** Milliseconds before each new attempt, about two minutes in all; a machine restarts in less. */
export const delays = [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000] as const;
/** A connection that lasted this many milliseconds sets the count of attempts back to zero. */
export const steadyAfter = 5000;

/** Whether a machine's console can be opened, by the machine's state; `null` if the backend says that there is no machine. */
export function availabilityOf(state: InstanceState | null | undefined): Availability {
  if (state === undefined) return 'unknown';
  if (state === null) return 'gone';
  const reason = reasonWhy('console', state);
  if (reason === null) return 'open';
  if (reason === 'gone' || reason === 'being_deleted') return 'gone';
  if (reason === 'suspended' || reason === 'in_error') return reason;
  return reason === 'busy' ? 'busy' : 'stopped';
}

/** Why the console ends for such a machine; null while it may still open. */
function endReasonOf(availability: Availability): EndReason | null {
  if (availability === 'gone') return 'deleted';
  return availability === 'stopped' || availability === 'suspended' || availability === 'in_error'
    ? availability
    : null;
}

function begin(availability: Availability, attempt: number): View {
  const end = endReasonOf(availability);
  if (end) return { phase: 'ended', why: end };
  return availability === 'busy' ? { phase: 'waiting' } : { phase: 'asking', attempt };
}

function reconnect(why: LostReason, attempt: number, atLeast = 0): View {
  const delay = delays[attempt];
  if (delay === undefined) return { phase: 'ended', why: 'given_up', last: why };
  return { phase: 'reconnecting', attempt: attempt + 1, why, delay: Math.max(delay, atLeast) };
}

/** What a refused ticket leads to. */
function afterRefusal(problem: Problem, attempt: number): View {
  switch (problem.code) {
    case 'not_found':
      return { phase: 'ended', why: 'deleted' };
    case 'no_access':
      return { phase: 'ended', why: 'no_access', problem };
    case 'conflict':
      return reconnect('not_ready', attempt);
    case 'too_many_requests':
      return reconnect('backend', attempt, (problem.retryAfter ?? 0) * 1000);
    case 'offline':
    case 'console_unreachable':
      return reconnect('network', attempt);
    case 'backend_error':
    case 'backend_timeout':
    case 'backend_unreachable':
      return reconnect('backend', attempt);
    default:
      return { phase: 'ended', why: 'refused', problem };
  }
}

/** What the machine's state changes about a view. */
function afterNews(view: View, availability: Availability): View {
  switch (view.phase) {
    case 'waiting':
      return begin(availability, 0);
    case 'asking':
    case 'reconnecting': {
      const end = endReasonOf(availability);
      return end ? { phase: 'ended', why: end } : view;
    }
    case 'ended': {
      const machine = view.why === 'stopped' || view.why === 'suspended' || view.why === 'in_error';
      if (machine && availability !== 'unknown') return same(view, begin(availability, 0));
      return availability === 'gone' ? same(view, { phase: 'ended', why: 'deleted' }) : view;
    }
    default:
      // A socket that is open knows better than an answer that may be a minute old.
      return view;
  }
}

function same(before: View, after: View): View {
  const both = before.phase === 'ended' && after.phase === 'ended';
  return both && before.why === after.why ? before : after;
}

export const start = (availability: Availability): ConsoleState => ({
  availability,
  view: begin(availability, 0),
});

/** The next state; the very same object where the event changes nothing. */
export function reduce(state: ConsoleState, event: ConsoleEvent): ConsoleState {
  const { view, availability } = state;
  const to = (next: View): ConsoleState => (next === view ? state : { ...state, view: next });
  switch (event.type) {
    case 'machine': {
      const next = afterNews(view, event.availability);
      return next === view && event.availability === availability
        ? state
        : { availability: event.availability, view: next };
    }
    case 'ticket':
      return view.phase === 'asking' ? to({ phase: 'connecting', attempt: view.attempt }) : state;
    case 'refused':
      return view.phase === 'asking' ? to(afterRefusal(event.problem, view.attempt)) : state;
    case 'open':
      return view.phase === 'connecting' ? to({ ...view, phase: 'connected' }) : state;
    case 'dropped':
      if (view.phase !== 'connecting' && view.phase !== 'connected') return state;
      if (availability === 'gone') return to({ phase: 'ended', why: 'deleted' });
      return to(reconnect(event.why, event.lasted >= steadyAfter ? 0 : view.attempt));
    case 'delay-over':
      return view.phase === 'reconnecting' ? to(begin(availability, view.attempt)) : state;
    case 'retry':
      if (view.phase === 'reconnecting') return to({ phase: 'asking', attempt: view.attempt });
      return view.phase === 'ended' ? to({ phase: 'asking', attempt: 0 }) : state;
    case 'leave':
      return to({ phase: 'ended', why: event.moved ? 'moved' : 'left' });
  }
}

/** Why a socket that closed with this code was lost (lib/console/pipe); 1006 is what a browser says of no code. */
export function lostReasonOf(code: number | null): LostReason {
  const codes: Record<number, LostReason> = {
    1000: 'closed',
    1012: 'server_restarting',
    4000: 'backend_gone',
    4002: 'session',
    4003: 'backend_refused',
  };
  return codes[code ?? 0] ?? 'network';
}
