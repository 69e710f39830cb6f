/**
 * `/api/session/view-as`: begins and ends “view as”. The tabs of the browser follow, since the session's identity changes
 * with it.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { requireMayView } from '@/lib/access/view-as';
import { problem } from '@/lib/problem';
import { parseCookies, type Cookies } from './cookies';
import { credentialsFor } from './credentials';
import { answering, json, readJson, requireOrigin } from './http';
import { readOwnSession } from './read';
import { IDENTITY_HEADER, requireSamePerson } from './same-person';
import { requestId, writeSession } from './session-api';
import type { Session } from './session';
import { asViewed, endViewOf } from './view-as';

const field = z.string('required').min(1, 'required').max(64, 'too_long');
const beginBody = z.strictObject({
  org: field,
  project: field.optional(),
  role: z.enum(['member', 'finance'], 'invalid'),
});

/** The answer: the identity that the session has now, which tells the other tabs that they are another's. */
export interface ViewChanged {
  identity: string;
}

async function ownSession(request: Request): Promise<{ cookies: Cookies; own: Session }> {
  const cookies = parseCookies(request.headers.get('cookie'));
  const own = await readOwnSession(cookies);
  if (!own) throw problem('not_signed_in', 401, 'Nobody is signed in.');
  requireSamePerson(asViewed(own), request.headers.get(IDENTITY_HEADER));
  return { cookies, own };
}

const changed = async (cookies: Cookies, session: Session): Promise<Response> => {
  const { identity } = asViewed(session);
  return json({ identity } satisfies ViewChanged, 200, await writeSession(cookies, session));
};

/** POST `{ org, project?, role }`: begins a view, for admins there. Answers `ViewChanged`. */
export function beginView(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { cookies, own } = await ownSession(request);
    const viewAs = await readJson(request, beginBody);
    const { viewAs: _before, ...real } = own;
    const options = { requestId: requestId(request), signal: request.signal };
    await requireMayView(viewAs, credentialsFor(real, 'awanio'), options);
    await endViewOf(own);
    return changed(cookies, { ...real, viewAs: { ...viewAs, id: randomUUID() } });
  });
}

async function end(request: Request): Promise<Response> {
  const { cookies, own } = await ownSession(request);
  const { viewAs: _over, ...real } = own;
  await endViewOf(own);
  return changed(cookies, real);
}

/** DELETE: ends the view; also where there is none. Answers `ViewChanged`. */
export function endView(request: Request): Promise<Response> {
  return answering(requestId(request), () => {
    requireOrigin(request);
    return end(request);
  });
}

/**
 * POST of the bar's form, which works before any code has loaded: ends the view and leads home. The other tabs follow
 * when they are looked at or make a call.
 */
export function endViewByForm(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    // Our pages send no referrer, so a form of theirs names no origin; the browser says then that it is the same.
    if (request.headers.get('sec-fetch-site') !== 'same-origin') requireOrigin(request);
    const ended = await end(request);
    const headers = new Headers({ location: '/', 'cache-control': 'no-store' });
    for (const line of ended.headers.getSetCookie()) headers.append('set-cookie', line);
    return new Response(null, { status: 303, headers });
  });
}
