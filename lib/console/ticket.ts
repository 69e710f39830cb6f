/**
 * A ticket for one console socket: the backend's URL, its session and an end 30 seconds ahead, encrypted. The browser
 * can't read it, and no server remembers it.
 */
import { z } from 'zod';
import { open, seal } from '@/lib/session/seal';

/** Milliseconds for which a ticket is valid; it may be used several times. */
export const TICKET_LIFE = 30_000;

/** The browser offers two sub-protocols: `binary`, and this prefix followed by the ticket. */
export const TICKET_PROTOCOL = 'nusa.ticket.';

const content = z.object({
  url: z.string(),
  /** The line `user:ticket` that opens a serial console; missing for a screen. */
  login: z.string().optional(),
  sid: z.string(),
  exp: z.number(),
});
/** The content of a ticket: the backend's URL, the session's id, and the end in milliseconds since 1970. */
export type Ticket = z.output<typeof content>;

/**
 * Makes a ticket.
 * @param login the first line of a serial console, without its line feed
 * @returns the encrypted ticket and its end in milliseconds since 1970
 */
export async function makeTicket(
  url: string,
  sid: string,
  now = Date.now(),
  login?: string,
): Promise<{ ticket: string; exp: number }> {
  const exp = now + TICKET_LIFE;
  return { ticket: await seal('console', { url, login, sid, exp } satisfies Ticket), exp };
}

/**
 * Decrypts a ticket.
 * @returns its content; null if it isn't ours, belongs to another session, or has expired
 */
export async function openTicket(
  text: string,
  sid: string,
  now = Date.now(),
): Promise<Ticket | null> {
  const parsed = content.safeParse(await open('console', text));
  if (!parsed.success || parsed.data.sid !== sid || now >= parsed.data.exp) return null;
  return parsed.data;
}
