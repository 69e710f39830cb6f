/**
 * `POST /api/console/ticket` and `POST /api/console/serial-ticket`: request a machine's console from DewaVPS and answer
 * a ticket for our socket.
 */
import { z } from 'zod';
import { call } from '@/lib/backend/call';
import { log } from '@/lib/log/log';
import { problem, ProblemError } from '@/lib/problem';
import { credentialsFor } from '@/lib/session/credentials';
import { answering, json, readJson, requireOrigin } from '@/lib/session/http';
import type { Session } from '@/lib/session/session';
import { requestId, requireRequestSession } from '@/lib/session/session-api';
import { refuseInView } from '@/lib/session/view-as';
import { settings } from '@/lib/settings';
import { allowedConsoleUrl } from './allow';
import { noteSerialMissing, noteSerialWorks } from './serial-offer';
import { makeTicket } from './ticket';

const machine = {
  account: z.string('required').min(1, 'required').max(64, 'too_long'),
  instance: z.string('required').regex(/^[\w-]{1,64}$/, 'invalid'),
};
const screenBody = z.strictObject(machine);
const serialBody = z.strictObject({
  ...machine,
  after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
});

/** The answer to the browser. `password` is the VNC server's; `expiresAt` is the ticket's end, ISO 8601. */
export interface ConsoleTicket {
  ticket: string;
  password: string | null;
  expiresAt: string;
}

/**
 * The answer for a serial console. `position` counts the machine's output in bytes up to the first that the socket
 * gets; null where the platform keeps no output.
 */
export interface SerialTicket {
  ticket: string;
  position: number | null;
  expiresAt: string;
}

/** Seals the address of a console into a ticket. @param login the first line of a serial console */
async function ticketFor(ref: 'D07' | 'DX4', url: string | null, session: Session, login?: string) {
  if (url === null)
    throw problem('backend_unreadable', 502, 'The answer names no console.', { ref });
  const allowed = allowedConsoleUrl(url, settings().NUSA_CONSOLE_HOSTS);
  if (!allowed) {
    const host = URL.canParse(url) ? new URL(url).host : 'unreadable';
    log().warn({ host }, 'a console is at a host that NUSA_CONSOLE_HOSTS does not allow');
    throw problem(
      'not_configured',
      503,
      'The console is at a host that this deployment does not allow.',
      { ref },
    );
  }
  const { ticket, exp } = await makeTicket(allowed.href, session.sid, Date.now(), login);
  return { ticket, expiresAt: new Date(exp).toISOString() };
}

/** What both handlers check first. */
async function requireViewer(request: Request): Promise<Session> {
  requireOrigin(request);
  const session = await requireRequestSession(request);
  refuseInView(session);
  return session;
}

/** Answers 200 with a ConsoleTicket. The console's URL stays on the server. */
export function issueTicket(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    const session = await requireViewer(request);
    const { account, instance } = await readJson(request, screenBody);
    const { url, password } = await call(
      'D07',
      { params: { instance_uuid: instance } },
      credentialsFor(session, 'dewavps', account),
      { requestId: requestId(request), signal: request.signal },
    );
    const sealed = await ticketFor('D07', url, session);
    return json({ ...sealed, password } satisfies ConsoleTicket);
  });
}

/** The problem of a refused serial console. A backend without it says 404, as it does where the machine is gone. */
async function serialProblem(error: unknown, machineIsThere: () => Promise<unknown>) {
  if (!(error instanceof ProblemError)) return error;
  const { code } = error.problem;
  if (code === 'not_found') {
    const there = await machineIsThere().then(
      () => true,
      () => false,
    );
    if (!there) return error;
  } else if (code !== 'not_offered') return error;
  noteSerialMissing();
  return problem('not_offered', 501, 'The backend does not offer this operation.', { ref: 'DX4' });
}

/** Answers 200 with a SerialTicket. The console's URL, user and ticket stay on the server. */
export function issueSerialTicket(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    const session = await requireViewer(request);
    const { account, instance, after } = await readJson(request, serialBody);
    const credentials = credentialsFor(session, 'dewavps', account);
    const options = { requestId: requestId(request), signal: request.signal };
    const params = { instance_uuid: instance };
    const { url, user, ticket, position } = await call(
      'DX4',
      { params, body: { after } },
      credentials,
      options,
    ).catch(async (error: unknown) => {
      throw await serialProblem(error, () => call('D04', { params }, credentials, options));
    });
    noteSerialWorks();
    const login = `${user ?? ''}:${ticket ?? ''}`;
    if (!user || !ticket || /[\r\n]/.test(login))
      throw problem('backend_unreadable', 502, 'The answer holds no login.', { ref: 'DX4' });
    const sealed = await ticketFor('DX4', url, session, login);
    return json({ ...sealed, position } satisfies SerialTicket);
  });
}
