/** `POST /api/console/ticket`: requests a machine's console from DewaVPS and answers a ticket for our socket. */
import { z } from 'zod';
import { call } from '@/lib/backend/call';
import { log } from '@/lib/log/log';
import { problem } from '@/lib/problem';
import { credentialsFor } from '@/lib/session/credentials';
import { answering, json, readJson, requireOrigin } from '@/lib/session/http';
import { requestId, requireRequestSession } from '@/lib/session/session-api';
import { refuseInView } from '@/lib/session/view-as';
import { settings } from '@/lib/settings';
import { allowedConsoleUrl } from './allow';
import { makeTicket } from './ticket';

const body = z.strictObject({
  account: z.string('required').min(1, 'required').max(64, 'too_long'),
  instance: z.string('required').regex(/^[\w-]{1,64}$/, 'invalid'),
});

/** The answer to the browser. `password` is the VNC server's; `expiresAt` is the ticket's end, ISO 8601. */
export interface ConsoleTicket {
  ticket: string;
  password: string | null;
  expiresAt: string;
}

/** Answers 200 with a ConsoleTicket. The console's URL stays on the server. */
export function issueTicket(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const session = await requireRequestSession(request);
    refuseInView(session);
    const { account, instance } = await readJson(request, body);
    const credentials = credentialsFor(session, 'dewavps', account);
    const options = { requestId: requestId(request), signal: request.signal };
    const { url, password } = await call(
      'D07',
      { params: { instance_uuid: instance } },
      credentials,
      options,
    );
    if (url === null)
      throw problem('backend_unreadable', 502, 'The answer names no console.', { ref: 'D07' });
    const allowed = allowedConsoleUrl(url, settings().NUSA_CONSOLE_HOSTS);
    if (!allowed) {
      const host = URL.canParse(url) ? new URL(url).host : 'unreadable';
      log().warn({ host }, 'a console is at a host that NUSA_CONSOLE_HOSTS does not allow');
      throw problem(
        'not_configured',
        503,
        'The console is at a host that this deployment does not allow.',
        { ref: 'D07' },
      );
    }
    const { ticket, exp } = await makeTicket(allowed.href, session.sid);
    return json({
      ticket,
      password,
      expiresAt: new Date(exp).toISOString(),
    } satisfies ConsoleTicket);
  });
}
