/**
 * The routes of `/api/storage` whose bodies stream. `server.ts` answers them before Next, which would build web streams
 * around every chunk. The checks are those of the other routes: session, page's person, origin, view, linked key.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { originRefusal } from '@/lib/access/origin';
import { keepWhileMoving } from '@/lib/front/connections';
import { describeError } from '@/lib/log/describe-error';
import { log } from '@/lib/log/log';
import { requestIdOf } from '@/lib/log/request-id';
import { problem, ProblemError, type Problem } from '@/lib/problem';
import { readSession } from '@/lib/session/read';
import { IDENTITY_HEADER, requireSamePerson } from '@/lib/session/same-person';
import type { Session } from '@/lib/session/session';
import { refuseInView } from '@/lib/session/view-as';
import { download } from './stream-download';
import { preview } from './stream-preview';
import { takeStream } from './stream-limits';
import { dropRest, type StreamAsked } from './stream-request';
import { putContent, putPart } from './stream-upload';
import { zip } from './stream-zip';
import { keyOfSession, requireKey } from './with-key';

const pattern =
  /^\/api\/storage\/(organizations|projects)\/([^/?]+)\/(part|content|download|preview|zip)(?:\?|$)/;

interface Route {
  methods: readonly string[];
  /** A form of a page, which reads. Our pages send no referrer, so it names no origin; the browser says where it is from. */
  form?: true;
  run: (asked: StreamAsked) => Promise<void>;
}

const reads = ['GET', 'HEAD'];
const routes: Record<string, Route> = {
  part: { methods: ['PUT'], run: putPart },
  content: { methods: ['PUT'], run: putContent },
  download: { methods: reads, run: download },
  preview: { methods: reads, run: preview },
  zip: { methods: ['POST'], run: zip, form: true },
};

/** A route of a stream, as a request's target names it. */
export interface StreamTarget {
  group_type: string;
  group: string;
  route: string;
  search: URLSearchParams;
}

/** The stream that a target asks for; null where Next answers. `target` has no broken escapes in its path. */
export function streamOf(target: string): StreamTarget | null {
  const [, group_type = '', group = '', route = ''] = pattern.exec(target) ?? [];
  if (route === '') return null;
  const cut = target.indexOf('?');
  const search = new URLSearchParams(cut < 0 ? '' : target.slice(cut));
  return { group_type, group: decodeURIComponent(group), route, search };
}

const header = ({ headers }: IncomingMessage, name: string): string | null => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
};

/** @throws ProblemError `not_signed_in`, `bad_origin`, `viewing` */
async function admit(request: IncomingMessage, { form }: Route): Promise<Session> {
  const session = await readSession(header(request, 'cookie'));
  if (!session) throw problem('not_signed_in', 401, 'Nobody is signed in.');
  requireSamePerson(session, header(request, IDENTITY_HEADER));
  const method = request.method ?? 'GET';
  const refusal = originRefusal({
    method: method === 'HEAD' ? 'GET' : method,
    origin: header(request, 'origin'),
    host: header(request, 'host'),
    fetchSite: header(request, 'sec-fetch-site'),
  });
  const ownForm = form === true && header(request, 'sec-fetch-site') === 'same-origin';
  if (refusal !== null && !ownForm) throw problem('bad_origin', 403, refusal);
  if (!reads.includes(method) && !form) refuseInView(session);
  return session;
}

function tell(asked: Pick<StreamAsked, 'request' | 'response'>, told: Problem): void {
  const { request, response } = asked;
  if (response.destroyed) return;
  // An answer that has begun can't become a problem: the browser must see that it broke off.
  if (response.headersSent) return void response.destroy();
  dropRest(request); // the limits of the connection bound how long that takes
  const body = Buffer.from(JSON.stringify(told));
  response.writeHead(told.status, {
    'content-type': 'application/problem+json',
    'content-length': body.byteLength,
    'cache-control': 'no-store',
    ...(told.retryAfter === undefined ? {} : { 'retry-after': String(told.retryAfter) }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof ProblemError) return { ...error.problem, requestId };
  log().error({ requestId, ...describeError(error) }, 'a stream failed');
  return { code: 'internal', status: 500, message: 'Something went wrong here.', requestId };
}

async function run(
  request: IncomingMessage,
  response: ServerResponse,
  { route, search, ...at }: StreamTarget,
  requestId: string,
): Promise<void> {
  const found = routes[route] as Route;
  const { methods, run: answer } = found;
  if (!methods.includes(request.method ?? '')) {
    response.setHeader('allow', methods.join(', '));
    throw problem('method_not_allowed', 405, `This path takes ${methods.join(', ')}.`);
  }
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const session = await admit(request, found);
  const key = requireKey(await keyOfSession(session, header(request, 'cookie'), at));
  const done = takeStream(session.identity);
  try {
    if (response.destroyed) return;
    keepWhileMoving(response);
    await answer({ request, response, search, key, signal: gone.signal, requestId });
  } finally {
    done();
  }
}

/** Answers a stream. Resolves when the answer was passed to the socket, or the browser has gone. */
export async function handleStream(
  request: IncomingMessage,
  response: ServerResponse,
  target: StreamTarget,
): Promise<void> {
  const started = performance.now();
  const requestId = requestIdOf(header(request, 'x-request-id'));
  response.setHeader('x-request-id', requestId);
  const { method } = request;
  const line = () => ({
    requestId,
    route: target.route,
    method,
    ms: Math.round(performance.now() - started),
  });
  try {
    await run(request, response, target, requestId);
    log().debug({ ...line(), status: response.statusCode }, 'streamed');
  } catch (error) {
    const told = problemOf(error, requestId);
    log().info(
      { ...line(), problem: told.code, status: told.status },
      'a stream was refused or broke',
    );
    tell({ request, response }, told);
  }
}
