/**
 * Serves the browser's calls to a backend, independent of the server's own types: `handle.ts` adapts web requests,
 * `node.ts` Node's. The order matters: path, session, origin, rate, account, input, permission, call.
 */
import { callForPerson } from '@/lib/access/call-for-person';
import { originRefusal } from '@/lib/access/origin';
import type { Credentials, RawInput } from '@/lib/backend';
import { operation, type Ref } from '@/lib/contract';
import type { Backend } from '@/lib/contract/operation';
import { showsSecret } from '@/lib/contract/shows-secret';
import { AGAIN_HEADER, FRESH_HEADER } from '@/lib/header-names';
import { describeError } from '@/lib/log/describe-error';
import { log } from '@/lib/log/log';
import { metrics } from '@/lib/log/metrics';
import { perProcess } from '@/lib/log/per-process';
import { requestIdOf } from '@/lib/log/request-id';
import { problem, ProblemError, type Problem } from '@/lib/problem';
import { securityHeaders } from '@/lib/security/headers';
import { credentialsFor, readSession, type Session } from '@/lib/session';
import { IDENTITY_HEADER, requireSamePerson } from '@/lib/session/same-person';
import { settings } from '@/lib/settings';
import { readJson } from './body';
import { coerceParams, coerceQuery } from './coerce';
import { takeTurn } from './limit';
import { match, segmentsOf, type Match } from './router';

export interface ProxyRequest {
  mount: Backend;
  method: string;
  /** The raw path, percent-encoded, after `/api/<mount>/`. */
  path: string;
  /** The query with its `?`, or empty. */
  search: string;
  /** A header by its lower-case name. */
  header: (name: string) => string | null;
  chunks: AsyncIterable<Uint8Array> | null;
  /** Aborted when the browser disconnects. */
  signal?: AbortSignal | undefined;
  clientIp?: string | undefined;
}

export interface ProxyAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** It is a read without secrets, so that its length may tell something of it (`showsSecret`). */
  compressible?: boolean;
}

/** Finds the operation of the path, and for DewaVPS the account in front of it. */
function find({ mount, method, path }: ProxyRequest): { match: Match; slug: string | undefined } {
  const segments = segmentsOf(path);
  if (!segments) return { match: { found: 'nothing' }, slug: undefined };
  const slug = mount === 'dewavps' ? segments.shift() : undefined;
  return { match: match(mount, method, segments), slug };
}

function operationOf(request: ProxyRequest): {
  ref: Ref;
  params: Record<string, string>;
  slug: string | undefined;
} {
  const { match: found, slug } = find(request);
  if (found.found === 'operation') return { ...found, slug };
  if (found.found === 'nothing') throw problem('not_found', 404, 'There is no such operation.');
  throw new MethodError(found.allow);
}

class MethodError extends ProblemError {
  constructor(readonly allow: readonly string[]) {
    super({
      code: 'method_not_allowed',
      status: 405,
      message: `This path takes ${allow.join(', ')}.`,
    });
  }
}

async function sessionOf(request: ProxyRequest, ref: Ref): Promise<Session | null> {
  const session = await readSession(request.header('cookie'));
  if (!session && operation(ref).auth === 'required')
    throw problem('not_signed_in', 401, 'Nobody is signed in.', { ref });
  if (session) requireSamePerson(session, request.header(IDENTITY_HEADER));
  return session;
}

function admit(request: ProxyRequest, ref: Ref, session: Session | null): void {
  const refusal = originRefusal({
    method: request.method,
    origin: request.header('origin'),
    host: request.header('host'),
    fetchSite: request.header('sec-fetch-site'),
  });
  if (refusal !== null) throw problem('bad_origin', 403, refusal, { ref });
  const seconds = takeTurn(
    session ? { sid: session.sid } : { address: request.clientIp ?? 'unknown' },
  );
  if (seconds > 0) {
    throw problem('too_many_requests', 429, 'Too many requests from this session.', {
      ref,
      retryAfter: seconds,
    });
  }
}

function credentialsOf(ref: Ref, session: Session | null, slug: string | undefined): Credentials {
  const { backend, auth } = operation(ref);
  return auth === 'none' ? { backend, anonymous: true } : credentialsFor(session, backend, slug);
}

interface GivenInput extends RawInput {
  params: Record<string, unknown>;
  body?: Record<string, unknown>;
}

async function inputOf(
  request: ProxyRequest,
  ref: Ref,
  params: Record<string, string>,
): Promise<GivenInput> {
  const query = coerceQuery(ref, request.search);
  const body =
    request.method === 'GET'
      ? undefined
      : await readJson({
          contentLength: request.header('content-length'),
          contentType: request.header('content-type'),
          chunks: request.chunks,
        });
  return {
    params: coerceParams(ref, params),
    query,
    body,
  };
}

async function perform(
  request: ProxyRequest,
  requestId: string,
): Promise<{ ref: Ref; result: unknown }> {
  const { ref, params, slug } = operationOf(request);
  const session = await sessionOf(request, ref);
  admit(request, ref, session);
  const credentials = credentialsOf(ref, session, slug);
  const input = await inputOf(request, ref, params);
  const fresh = request.header(FRESH_HEADER) === '1';
  const again = request.header(AGAIN_HEADER) === '1';
  const options = { requestId, signal: request.signal, fresh, again };
  return { ref, result: await callForPerson(ref, input, credentials, options) };
}

function standardHeaders(requestId: string, type: string): Record<string, string> {
  const security = perProcess('proxy.headers', () =>
    securityHeaders({ tls: settings().NUSA_TLS, dev: false }),
  );
  return {
    ...security,
    'content-type': type,
    'cache-control': 'no-store',
    vary: 'Cookie, Accept-Encoding',
    'x-request-id': requestId,
  };
}

function problemAnswer(told: Problem, requestId: string, allow?: readonly string[]): ProxyAnswer {
  return {
    status: told.status,
    headers: {
      ...standardHeaders(requestId, 'application/problem+json'),
      ...(allow ? { allow: allow.join(', ') } : {}),
      ...(told.retryAfter === undefined ? {} : { 'retry-after': String(told.retryAfter) }),
    },
    body: JSON.stringify({ ...told, requestId }),
  };
}

/** Turns an error into a problem. Unexpected errors are logged and become `internal`. */
function problemOf(error: unknown, request: ProxyRequest, requestId: string): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (!request.signal?.aborted)
    log().error({ requestId, mount: request.mount, ...describeError(error) }, 'the proxy failed');
  // The console failed in the midst of it, so a change may have been sent.
  const doubt = request.method === 'GET' ? {} : ({ outcome: 'unknown' } as const);
  return { code: 'internal', status: 500, message: 'Something went wrong here.', ...doubt };
}

/** Answers one request; never throws. */
export async function serve(request: ProxyRequest): Promise<ProxyAnswer> {
  const started = performance.now();
  const requestId = requestIdOf(request.header('x-request-id'));
  const { mount, method } = request;
  try {
    const { ref, result } = await perform(request, requestId);
    const line = { requestId, ref, status: 200, ms: Math.round(performance.now() - started) };
    if (method === 'GET') log().debug(line, 'proxied');
    else log().info(line, 'proxied');
    return {
      status: 200,
      headers: standardHeaders(requestId, 'application/json'),
      body: JSON.stringify(result),
      compressible: method === 'GET' && !showsSecret(ref),
    };
  } catch (error) {
    const told = problemOf(error, request, requestId);
    metrics().proxyAnswers.inc({ mount, code: told.code });
    log().info(
      {
        requestId,
        mount,
        method,
        ref: told.ref,
        problem: told.code,
        status: told.status,
        ms: Math.round(performance.now() - started),
      },
      'refused or failed',
    );
    return problemAnswer(told, requestId, error instanceof MethodError ? error.allow : undefined);
  }
}
