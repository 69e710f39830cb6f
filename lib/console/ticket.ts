/**
 * A ticket for one console socket: the backend's URL, the session it was made for and an end 30 seconds
 * ahead, sealed. The browser holds it without being able to read it; no server remembers it.
 */
import { z } from 'zod';
import { open, seal } from '@/lib/session/seal';

/** Milliseconds that a ticket opens a socket; within them it may be used again. */
export const TICKET_LIFE = 30_000;

/** The browser offers the sub-protocols `binary` and this with the ticket behind it. */
export const TICKET_PROTOCOL = 'nusa.ticket.';

const content = z.object({ url: z.string(), sid: z.string(), exp: z.number() });
export type Ticket = z.output<typeof content>;

/** @returns the sealed ticket and its end in milliseconds since 1970 */
export async function makeTicket(
  url: string,
  sid: string,
  now = Date.now(),
): Promise<{ ticket: string; exp: number }> {
  const exp = now + TICKET_LIFE;
  return { ticket: await seal('console', { url, sid, exp } satisfies Ticket), exp };
}

/** The ticket's content; null when it isn't ours, belongs to another session, or is past its end. */
export async function openTicket(
  text: string,
  sid: string,
  now = Date.now(),
): Promise<Ticket | null> {
  const parsed = content.safeParse(await open('console', text));
  if (!parsed.success || parsed.data.sid !== sid || now >= parsed.data.exp) return null;
  return parsed.data;
}
