/**
 * The console screen's states as a pure function: asking for a ticket, connecting, connected,
 * reconnecting, waiting for the machine, ended. The controller does what each state stands for.
 */
import type { InstanceState } from '@/lib/contract/states';
import { reasonWhy } from '@/lib/contract/states';
import type { Problem } from '@/lib/problem';

/** What the machine's own state means for its console; `unknown` until the backend has said it. */
export type Fate = 'unknown' | 'open' | 'busy' | 'stopped' | 'suspended' | 'in_error' | 'gone';

/** Why a connection was lost, or an attempt came to nothing. */
export type Drop =
  | 'closed' // the machine's side closed in good order
  | 'backend_gone' // the machine's side went away
  | 'backend_refused' // the machine's side can't be reached
  | 'server_restarting' // this console's own server restarts
  | 'session' // the session ended: the next ticket asks for sign-in
  | 'login' // the VNC server refused the password, new at every power on
  | 'not_ready' // the backend gives no console now
  | 'backend' // the backend failed, or is too busy
  | 'network'; // anything else: refused before the socket opened, or no network

export type End =
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
  | { phase: 'reconnecting'; attempt: number; why: Drop; delay: number }
  | { phase: 'ended'; why: End; last?: Drop; problem?: Problem };

export interface ConsoleState {
  view: View;
  fate: Fate;
}

export type ConsoleEvent =
  | { type: 'machine'; fate: Fate }
  | { type: 'ticket' }
  | { type: 'refused'; problem: Problem }
  | { type: 'open' }
  /** @param lasted milliseconds that it was connected, 0 when it never was */
  | { type: 'dropped'; why: Drop; lasted: number }
  | { type: 'delay-over' }
  | { type: 'retry' }
  | { type: 'leave'; moved?: boolean };

/** Milliseconds before each new attempt, about two minutes in all; a machine restarts in less. */
export const delays = [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000] as const;
/** Milliseconds that a connection must hold for the count of attempts to begin anew. */
export const steady = 5000;

/** The fate of a machine by its state; `null` when the backend says that there is none. */
export function fateOf(state: InstanceState | null | undefined): Fate {
  if (state === undefined) return 'unknown';
  if (state === null) return 'gone';
  const reason = reasonWhy('console', state);
  if (reason === null) return 'open';
  if (reason === 'gone' || reason === 'being_deleted') return 'gone';
  if (reason === 'suspended' || reason === 'in_error') return reason;
  return reason === 'busy' ? 'busy' : 'stopped';
}

/** The end that a fate means; null while there is hope. */
function endOf(fate: Fate): End | null {
  if (fate === 'gone') return 'deleted';
  return fate === 'stopped' || fate === 'suspended' || fate === 'in_error' ? fate : null;
}

function begin(fate: Fate, attempt: number): View {
  const end = endOf(fate);
  if (end) return { phase: 'ended', why: end };
  return fate === 'busy' ? { phase: 'waiting' } : { phase: 'asking', attempt };
}

function again(why: Drop, attempt: number, atLeast = 0): View {
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
      return again('not_ready', attempt);
    case 'too_many_requests':
      return again('backend', attempt, (problem.retryAfter ?? 0) * 1000);
    case 'backend_error':
    case 'backend_timeout':
    case 'backend_unreachable':
      return again(problem.status === 0 ? 'network' : 'backend', attempt);
    default:
      return { phase: 'ended', why: 'refused', problem };
  }
}

/** What the machine's state changes about a view. */
function afterNews(view: View, fate: Fate): View {
  switch (view.phase) {
    case 'waiting':
      return begin(fate, 0);
    case 'asking':
    case 'reconnecting': {
      const end = endOf(fate);
      return end ? { phase: 'ended', why: end } : view;
    }
    case 'ended': {
      const machine = view.why === 'stopped' || view.why === 'suspended' || view.why === 'in_error';
      if (machine && fate !== 'unknown') return same(view, begin(fate, 0));
      return fate === 'gone' ? same(view, { phase: 'ended', why: 'deleted' }) : view;
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

export const start = (fate: Fate): ConsoleState => ({ fate, view: begin(fate, 0) });

/** The next state; the very same object where the event changes nothing. */
export function reduce(state: ConsoleState, event: ConsoleEvent): ConsoleState {
  const { view, fate } = state;
  const to = (next: View): ConsoleState => (next === view ? state : { ...state, view: next });
  switch (event.type) {
    case 'machine': {
      const next = afterNews(view, event.fate);
      return next === view && event.fate === fate ? state : { fate: event.fate, view: next };
    }
    case 'ticket':
      return view.phase === 'asking' ? to({ phase: 'connecting', attempt: view.attempt }) : state;
    case 'refused':
      return view.phase === 'asking' ? to(afterRefusal(event.problem, view.attempt)) : state;
    case 'open':
      return view.phase === 'connecting' ? to({ ...view, phase: 'connected' }) : state;
    case 'dropped':
      if (view.phase !== 'connecting' && view.phase !== 'connected') return state;
      if (fate === 'gone') return to({ phase: 'ended', why: 'deleted' });
      return to(again(event.why, event.lasted >= steady ? 0 : view.attempt));
    case 'delay-over':
      return view.phase === 'reconnecting' ? to(begin(fate, view.attempt)) : state;
    case 'retry':
      if (view.phase === 'reconnecting') return to({ phase: 'asking', attempt: view.attempt });
      return view.phase === 'ended' ? to({ phase: 'asking', attempt: 0 }) : state;
    case 'leave':
      return to({ phase: 'ended', why: event.moved ? 'moved' : 'left' });
  }
}

/** Why a socket that closed with this code was lost (lib/console/pipe); 1006 is what a browser says of no code. */
export function dropOf(code: number | null): Drop {
  const codes: Record<number, Drop> = {
    1000: 'closed',
    1012: 'server_restarting',
    4000: 'backend_gone',
    4002: 'session',
    4003: 'backend_refused',
  };
  return codes[code ?? 0] ?? 'network';
}
