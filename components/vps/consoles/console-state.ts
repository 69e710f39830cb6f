/**
 * The states of the console screen, and a pure function from one to the next: asking for a ticket, connecting,
 * connected, reconnecting, waiting for the machine, ended. The controller does the work of each state.
 */
import { type InstanceState, reasonWhy } from '@/lib/contract/states';
import type { Problem } from '@/lib/problem';

/** Whether the state of the machine allows its console to open; `unknown` until the backend has told the state. */
export type Availability =
  'unknown' | 'open' | 'busy' | 'stopped' | 'suspended' | 'in_error' | 'gone';

/** Why a connection was lost, or why an attempt to connect failed. */
export type LostReason =
  | 'closed' // the VNC server closed the connection normally
  | 'backend_gone' // the VNC server's connection broke
  | 'backend_refused' // the VNC server can't be reached
  | 'server_restarting' // our own server restarts
  | 'session' // the session ended: the next ticket asks for sign-in
  | 'login' // the machine's side refused the password or ticket, which changes
  | 'login_cut' // the same, of a password that is longer than VNC can use
  | 'not_ready' // the backend can't open a console now
  | 'backend' // the backend failed, or is too busy
  | 'network'; // anything else: the socket never opened, or the network is down

/** Why the console ended. It does not connect again by itself. */
export type EndReason =
  | 'left' // the viewer disconnected
  | 'moved' // the viewer opened the console in its own window
  | 'stopped'
  | 'suspended'
  | 'in_error'
  | 'deleted'
  | 'no_access'
  | 'refused' // the backend or this deployment refused, and another attempt won't help
  | 'given_up'; // the last attempt to connect failed

/** A view on the way to a connection, or with one. */
interface Opening<Phase extends string> {
  phase: Phase;
  /** Counts the attempts to reconnect, from 0. */
  attempt: number;
  /** The console has waited for its machine, which is ready now. */
  ready?: true;
}

/** What the console shows. `delay` is in milliseconds. */
export type View =
  | { phase: 'waiting' }
  | Opening<'asking'>
  | Opening<'connecting'>
  | Opening<'connected'>
  | { phase: 'reconnecting'; attempt: number; why: LostReason; delay: number }
  | { phase: 'ended'; why: EndReason; last?: LostReason; problem?: Problem };

/** What the console shows, and what is known about the machine. */
export interface ConsoleState {
  view: View;
  availability: Availability;
}

/** What can happen to a console: a new state of the machine, an answer, a lost connection, a click. */
export type ConsoleEvent =
  | { type: 'machine'; availability: Availability }
  | { type: 'ticket' }
  | { type: 'refused'; problem: Problem }
  | { type: 'open' }
  /** @param lasted milliseconds that it was connected, 0 when it never was */
  | { type: 'dropped'; why: LostReason; lasted: number }
  | { type: 'delay-over' }
  | { type: 'retry' }
  /** The network is back, or the page is looked at again. */
  | { type: 'wake' }
  | { type: 'leave'; moved?: boolean };

/** Milliseconds before each new attempt. Together they last about two minutes, because a machine restarts in less. */
export const retryDelays = [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000] as const;
/** A connection that lasted this many milliseconds sets the count of attempts back to zero. */
const stableAfter = 5000;

/**
 * Whether the console of a machine in this state can be opened.
 * @param state undefined while it isn't known, null when the backend says that there is no such machine
 */
export function availabilityOf(state: InstanceState | null | undefined): Availability {
  if (state === undefined) return 'unknown';
  if (state === null) return 'gone';
  const reason = reasonWhy('console', state);
  if (reason === null) return 'open';
  if (reason === 'gone' || reason === 'being_deleted') return 'gone';
  if (reason === 'suspended' || reason === 'in_error') return reason;
  return reason === 'busy' ? 'busy' : 'stopped';
}

/** Why the console of such a machine has ended; null while it may still open. */
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
  const delay = retryDelays[attempt];
  if (delay === undefined) return { phase: 'ended', why: 'given_up', last: why };
  return { phase: 'reconnecting', attempt: attempt + 1, why, delay: Math.max(delay, atLeast) };
}

/** The view after our server has refused a ticket. */
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

/** The view of a console that has waited for its machine. */
function goOn(availability: Availability): View {
  const next = begin(availability, 0);
  return next.phase === 'asking' && availability === 'open' ? { ...next, ready: true } : next;
}

/** The view after the backend has told a new state of the machine. */
function afterMachine(view: View, availability: Availability): View {
  switch (view.phase) {
    case 'waiting':
      return goOn(availability);
    case 'asking':
    case 'reconnecting': {
      const end = endReasonOf(availability);
      return end ? { phase: 'ended', why: end } : view;
    }
    case 'ended': {
      const machine = view.why === 'stopped' || view.why === 'suspended' || view.why === 'in_error';
      if (machine && availability !== 'unknown') return sameEnd(view, goOn(availability));
      return availability === 'gone' ? sameEnd(view, { phase: 'ended', why: 'deleted' }) : view;
    }
    default:
      // An open socket proves that the machine runs; the backend's answer may be a minute old.
      return view;
  }
}

/** Returns the old object when the end is the same, so that React does not render again. */
function sameEnd(before: View, after: View): View {
  const both = before.phase === 'ended' && after.phase === 'ended';
  return both && before.why === after.why ? before : after;
}

/** The state with which a console begins. */
export const start = (availability: Availability): ConsoleState => ({
  availability,
  view: begin(availability, 0),
});

/** The state after an event; the same object when the event changes nothing. */
export function reduce(state: ConsoleState, event: ConsoleEvent): ConsoleState {
  const { view, availability } = state;
  const to = (next: View): ConsoleState => (next === view ? state : { ...state, view: next });
  switch (event.type) {
    case 'machine': {
      const next = afterMachine(view, event.availability);
      return next === view && event.availability === availability
        ? state
        : { availability: event.availability, view: next };
    }
    case 'ticket':
      return view.phase === 'asking' ? to({ ...view, phase: 'connecting' }) : state;
    case 'refused':
      return view.phase === 'asking' ? to(afterRefusal(event.problem, view.attempt)) : state;
    case 'open':
      return view.phase === 'connecting' ? to({ ...view, phase: 'connected' }) : state;
    case 'dropped':
      if (view.phase !== 'connecting' && view.phase !== 'connected') return state;
      if (availability === 'gone') return to({ phase: 'ended', why: 'deleted' });
      return to(reconnect(event.why, event.lasted >= stableAfter ? 0 : view.attempt));
    case 'delay-over':
      return view.phase === 'reconnecting' ? to(begin(availability, view.attempt)) : state;
    case 'retry':
      if (view.phase === 'reconnecting') return to({ phase: 'asking', attempt: view.attempt });
      return view.phase === 'ended' ? to({ phase: 'asking', attempt: 0 }) : state;
    case 'wake':
      // What waits for its next attempt makes it now, and what gave up while nobody could see it tries again.
      if (view.phase === 'reconnecting') return to({ phase: 'asking', attempt: view.attempt });
      return view.phase === 'ended' && view.why === 'given_up' ? to(begin(availability, 0)) : state;
    case 'leave':
      return to({ phase: 'ended', why: event.moved ? 'moved' : 'left' });
  }
}

/** Why a connection was lost, by the close code of its socket (see lib/console/pipe). Browsers say 1006 for no code. */
export function lostReasonOf(code: number | null): LostReason {
  const codes: Record<number, LostReason> = {
    1000: 'closed',
    1012: 'server_restarting',
    4000: 'backend_gone',
    4002: 'session',
    4003: 'backend_refused',
    4004: 'login',
  };
  return codes[code ?? 0] ?? 'network';
}
