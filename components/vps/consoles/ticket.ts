/** Asks our server for a console ticket. A ticket opens one socket and is stored nowhere. */
import { problem } from '@/lib/problem';
import { wantsSignIn } from '@/lib/query/fetcher';
import { signedIn } from '@/lib/query/signed-in';
import { fetchJson } from '@/lib/session/fetcher';

/** What opens a console. */
export interface Ticket {
  ticket: string;
  /** The password of the VNC server; null when it asks for none. */
  password: string | null;
}

/** Whose console is asked for. */
export interface TicketRequest {
  account: string;
  /** The instance's UUID. */
  instance: string;
  /** Slug of the account that the person signed in with; null in an Awanio session. */
  own: string | null;
}

function isTicket(value: unknown): value is Ticket {
  if (typeof value !== 'object' || value === null) return false;
  const { ticket, password } = value as Partial<Ticket>;
  return typeof ticket === 'string' && (password === null || typeof password === 'string');
}

/** What opens a serial console. */
export interface SerialTicket {
  ticket: string;
  /** The position of the first byte that comes; null where the platform keeps no output. */
  position: number | null;
}

function isSerialTicket(value: unknown): value is SerialTicket {
  if (typeof value !== 'object' || value === null) return false;
  const { ticket, position } = value as Partial<SerialTicket>;
  return typeof ticket === 'string' && (position === null || typeof position === 'number');
}

/**
 * Asks for a new ticket of the serial console, like `askTicket`.
 * @param after the position up to which the output has come; null for none
 * @throws ProblemError
 */
export async function askSerialTicket(
  { account, instance, own }: TicketRequest,
  after: number | null,
  signal: AbortSignal,
): Promise<SerialTicket> {
  const sent = { method: 'POST', json: { account, instance, after }, signal };
  const ask = () => fetchJson('/api/console/serial-ticket', sent, 'DX4');
  const answer = await signedIn(ask, (error) => wantsSignIn(error, 'DX4', account, own));
  if (!isSerialTicket(answer))
    throw problem('backend_unreadable', 502, 'The answer holds no ticket.', { ref: 'DX4' });
  return { ticket: answer.ticket, position: answer.position };
}

/**
 * Asks for a new ticket. When the session has ended, the sign-in dialog opens and the ticket is asked for again after
 * it.
 * @throws ProblemError
 */
export async function askTicket(
  { account, instance, own }: TicketRequest,
  signal: AbortSignal,
): Promise<Ticket> {
  const sent = { method: 'POST', json: { account, instance }, signal };
  const ask = () => fetchJson('/api/console/ticket', sent, 'D07');
  const answer = await signedIn(ask, (error) => wantsSignIn(error, 'D07', account, own));
  if (!isTicket(answer))
    throw problem('backend_unreadable', 502, 'The answer holds no ticket.', { ref: 'D07' });
  return { ticket: answer.ticket, password: answer.password };
}
