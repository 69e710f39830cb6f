/**
 * next-auth as one `(Request) => Response`. It is called by its Node style handler with plain objects, so that it
 * runs, and is tested, without Next. Only the routes that the console uses are allowed.
 *
 * Signing in from a page (`./browser-sign-in`): GET /api/auth/csrf → `{csrfToken}`; then POST
 * /api/auth/callback/awanio, …/dewavps or …/provider, form-encoded, with `csrfToken`, the fields and `json=true`. The
 * answer is `{url}`; if it has an `error` parameter, the sign-in failed (`./sign-in-error`). Without `json=true` the
 * answer redirects, so that a form works without JavaScript. `link=1` moves the keys of a sign-in by key to the
 * Awanio account.
 */
import nextAuth from 'next-auth';
import { requestIdOf } from '@/lib/log/request-id';
import { problem } from '@/lib/problem';
import { authOptions } from './auth-options';
import { forgetStorageKeys } from './storage-keys';
import { addLinkedAccounts, forgetKeys, renewKeys, writeKeys } from './keys';
import { addressOf, answering, boundedText, requireOrigin } from './http';
import { parseCookies, type Cookies } from './cookies';
import { ownOrigin } from '@/lib/access/origin';
import { defaultExportOf } from './default-export';
import { openOwnSession, readLinkedKeys, readSession } from './read';
import { revokeSession } from './revoked';
import type { Session } from './session';

const ROUTES = {
  GET: [/^csrf$/, /^session$/, /^signin$/, /^error$/],
  POST: [/^callback\/(awanio|dewavps|provider)$/, /^signout$/],
};

/** The parts of a request that next-auth's Node style handler reads. */
interface NodeRequest {
  method: string;
  headers: Record<string, string>;
  cookies: Record<string, string>;
  query: Record<string, string | string[]>;
  body: Record<string, string> | undefined;
}
type NodeHandler = (request: NodeRequest, response: Answer) => Promise<unknown>;

/** The response that next-auth's Node style handler writes to. */
class Answer {
  private code = 200;
  private text: string | null = null;
  private readonly values = new Map<string, string | string[]>();

  status(code: number): this {
    this.code = code;
    return this;
  }
  getHeader(name: string): string | string[] | undefined {
    return this.values.get(name.toLowerCase());
  }
  setHeader(name: string, value: string | string[]): this {
    this.values.set(name.toLowerCase(), value);
    return this;
  }
  json(value: unknown): void {
    this.setHeader('content-type', 'application/json');
    this.text = JSON.stringify(value);
  }
  send(value: unknown): void {
    if (typeof value === 'string') this.text = value;
    else if (value !== undefined) this.json(value);
  }
  end(): void {}

  get redirect(): string | null {
    const at = this.values.get('location');
    return typeof at === 'string' ? at : null;
  }

  response(moreCookies: readonly string[]): Response {
    const headers = new Headers();
    for (const [name, value] of this.values) {
      for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
    }
    for (const cookie of moreCookies) headers.append('set-cookie', cookie);
    headers.set('cache-control', 'no-store');
    return new Response(this.text, { status: this.code, headers });
  }
}

function requireRoute(method: string, route: string): void {
  const known = (name: 'GET' | 'POST') => ROUTES[name].some((pattern) => pattern.test(route));
  if ((method === 'GET' || method === 'POST') && known(method)) return;
  if (known('GET') || known('POST'))
    throw problem('method_not_allowed', 405, 'This path does not take that method.');
  throw problem('not_found', 404, 'There is no such path.');
}

async function readForm(request: Request): Promise<Record<string, string>> {
  const text = await boundedText(request);
  if (!request.headers.get('content-type')?.includes('application/json'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    throw problem('bad_input', 422, 'The body is not JSON.');
  }
}

/** next-auth percent-encodes its cookies, and expects decoded ones. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * The keys of the browser's DewaVPS sign-in are linked to the new Awanio account, if the form asks for it: another
 * person may be signing in at an open page.
 */
async function keyCookies(
  cookies: Cookies,
  before: Session | null,
  after: Session,
  asked: boolean,
): Promise<string[]> {
  const links = asked && before !== null && before.awanio === null && after.awanio !== null;
  const carried = links ? before.accounts : [];
  if (carried.length === 0) return renewKeys(cookies, after.identity);
  const linked = await readLinkedKeys(cookies, after.identity);
  return writeKeys(cookies, after.identity, addLinkedAccounts(linked, carried));
}

async function handle(
  request: Request,
  segments: readonly string[],
  requestId: string,
): Promise<Response> {
  const route = segments.join('/');
  requireRoute(request.method, route);
  if (request.method === 'POST') requireOrigin(request);
  const body = request.method === 'POST' ? await readForm(request) : undefined;
  const url = new URL(request.url);
  const cookies = parseCookies(request.headers.get('cookie'));
  const before = await readSession(request.headers.get('cookie'));

  let signedIn: Session | undefined;
  const options = authOptions({
    address: addressOf(request.headers),
    requestId,
    signal: request.signal,
    onSession: (session) => (signedIn = session),
  });
  const answer = new Answer();
  const run: NodeHandler = defaultExportOf(nextAuth)(options);
  const origin = new URL(ownOrigin(request.headers));
  // next-auth uses the URL that we know, not what a client claims.
  process.env.AUTH_TRUST_HOST ??= '1';
  await run(
    {
      method: request.method,
      headers: {
        'x-forwarded-host': origin.host,
        'x-forwarded-proto': origin.protocol.slice(0, -1),
      },
      cookies: Object.fromEntries([...cookies].map(([name, value]) => [name, decoded(value)])),
      query: { ...Object.fromEntries(url.searchParams), nextauth: [...segments] },
      body,
    },
    answer,
  );

  if (route === 'signout') return signedOut(answer, cookies, body ?? {});
  if (!signedIn) return answer.response([]);
  if (before && before.identity !== signedIn.identity)
    await revokeSession(before.sid, before.expires);
  return answer.response(await keyCookies(cookies, before, signedIn, body?.link === '1'));
}

/** An ended session can still be opened, so that `forget` finds the person's keys. */
async function signedOut(
  answer: Answer,
  cookies: Cookies,
  body: Record<string, string>,
): Promise<Response> {
  const session = await openOwnSession(cookies);
  const response = answer.response(
    session && body.forget === '1'
      ? [...forgetKeys(cookies, session.identity), ...forgetStorageKeys(cookies, session.identity)]
      : [],
  );
  const refused = !response.headers.getSetCookie().some((line) => line.includes('nusa.session'));
  if (session && !refused) await revokeSession(session.sid, session.expires);
  return response;
}

/**
 * Answers `/api/auth/…`.
 * @param segments of the path under `/api/auth`
 */
export function handleAuth(request: Request, segments: readonly string[]): Promise<Response> {
  const requestId = requestIdOf(request.headers.get('x-request-id'));
  return answering(requestId, () => handle(request, segments, requestId));
}
