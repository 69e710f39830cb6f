/**
 * Serves a call: finds the operation, authenticates the caller, applies faults, checks the input, runs the handler
 * and writes the backend's envelope around the answer. Everything that goes wrong becomes a Refusal in that envelope.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { operation } from '@/lib/contract/index';
import type { Ref } from '@/lib/contract/index';
import { writeEnvelope } from '@/lib/contract/envelope';
import type { Backend } from '@/lib/contract/operation';
import { shape } from '@/lib/contract/schemas/index';
import type { WireFile } from '@/lib/contract/shape';
import { authenticate, tenantOfLogin } from './auth';
import type { Caller } from './auth';
import { requireRights } from './awanio/guard';
import type { Cloud } from './cloud';
import { messageOf } from './dewavps/messages';
import type { Fault } from './faults';
import { check, parseBody, readBody, readForm } from './input';
import { Refusal, errorBody, scopeMismatch, tokenNotFound } from './refusal';
import { handlerOf } from './registry';
import { basePaths } from './route';
import type { Found, Router } from './route';
import { sample } from './samples';

interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** The backend of a path, and the rest of the path. */
function mountOf(path: string): { backend: Backend; rest: string } | null {
  for (const [backend, base] of Object.entries(basePaths)) {
    if (path === base || path.startsWith(`${base}/`))
      return { backend: backend as Backend, rest: path.slice(base.length) };
  }
  return null;
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}

/** Answers a file, outside of any envelope. */
function sendFile(response: ServerResponse, { type, name, bytes }: WireFile): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.byteLength,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}

function sendHtml(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end(
    `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`,
  );
}

/** A text that must never reach a browser; tests search for it. */
const canary = 'canary-must-not-leak';

/** The target of redirects for operations that a deployment doesn't offer (D76 was seen to do this). */
const documentation = 'https://docs.example.id/api';

/** Ends a call without an answer of the API. */
function cut({ status }: Fault, response: ServerResponse): void {
  if (status) sendHtml(response, status);
  else response.destroy();
}

/** @returns whether the fault has answered. */
async function applyFault(
  fault: Fault,
  backend: Backend,
  response: ServerResponse,
): Promise<boolean> {
  switch (fault.kind) {
    case 'slow':
      await wait(fault.delay_ms ?? 3000);
      return false;
    case 'down':
      cut(fault, response);
      return true;
    case 'malformed': {
      if (fault.variant === 'html') sendHtml(response, 200);
      else if (fault.variant === 'shape') {
        const inner = {
          [canary]: canary,
          uuid: { secret_key: canary },
          nested: [{ password: canary }],
        };
        send(response, {
          status: 200,
          body: { data: [inner, canary], result: true, message: canary, token: canary },
        });
      } else {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"message":"Virtual machines list","data":{"data":[{"uuid":"');
      }
      return true;
    }
    case 'redirect':
      response.writeHead(302, { location: fault.message ?? documentation }).end();
      return true;
    case 'expire':
      throw expired(backend);
    case 'status':
      throw new Refusal(fault.status ?? 500, fault.message ?? 'An error was asked for.');
    case 'lost': // after the call: `lose`
    case 'fail': // for the work that follows, never for the call
      return false;
  }
}

/** The refusal for an expired token or key. */
export function expired(backend: Backend): Refusal {
  return backend === 'awanio'
    ? new Refusal(401, 'TOKEN IS EXPIRED', { error: 'UNAUTHORIZED', number: 1 })
    : tokenNotFound();
}

function checkPermission(ref: Ref, caller: Caller): void {
  const { permission } = operation(ref);
  if (caller.backend === 'awanio') {
    if (permission === 'provider.admin' && !caller.context.provider)
      throw new Refusal(403, 'ONLY FOR ADMINISTRATORS', { error: 'FORBIDDEN' });
    return;
  }
  const { scopes } = caller.context;
  if (
    permission === 'anyone' ||
    permission === 'signed-in' ||
    scopes.includes('super') ||
    scopes.includes(permission)
  )
    return;
  throw scopeMismatch(permission);
}

function checkRate(cloud: Cloud, caller: Caller): void {
  const who = caller.backend === 'dewavps' ? caller.keyHash : `user ${caller.context.user.uuid}`;
  const seconds = cloud.rates.take(who, caller.context.tenant.rate);
  if (seconds > 0) throw new Refusal(429, 'Too Many Attempts.', { retryAfter: seconds });
}

interface Call {
  cloud: Cloud;
  request: IncomingMessage;
  response: ServerResponse;
  backend: Backend;
  found: Found & { kind: 'found' };
  query: URLSearchParams;
  body: { value: unknown; text: boolean };
}

async function answer(call: Call): Promise<Reply | null> {
  const { cloud, backend, found, body } = call;
  const { ref } = found;
  cloud.reached.add(ref);
  const arrived = Date.now();
  const anonymous = operation(ref).auth === 'none';
  const loginFault = anonymous
    ? cloud.faults.take(tenantOfLogin(cloud, body.value), ref)
    : undefined;
  if (loginFault && (await applyFault(loginFault, backend, call.response))) return null;
  const caller = anonymous ? null : authenticate(cloud, backend, call.request.headers);
  let fault = loginFault;
  if (caller) {
    cloud.noteArrival(caller.context.tenant.id, ref, arrived);
    checkRate(cloud, caller);
    fault = cloud.faults.take(caller.context.tenant.id, ref);
    if (fault && (await applyFault(fault, backend, call.response))) return null;
    checkPermission(ref, caller);
    const documented = caller.context.tenant.samples ? sample(ref) : undefined;
    if (documented !== undefined) return { status: 200, body: documented };
    cloud.catchUp(caller.context.tenant.id);
    caller.context.now = cloud.now(caller.context.tenant.id);
    if (caller.backend === 'awanio') requireRights(ref, caller.context, found.params, body.value);
  }
  const handler = handlerOf(ref);
  if (!handler) throw new Refusal(501, `${ref} is not implemented here.`);
  const input = readInput(call);
  const wire = await handler(input, caller?.context ?? { cloud, store: cloud.store });
  if (fault?.kind === 'lost') {
    cut(fault, call.response);
    return null;
  }
  const form = shape(ref);
  if (form.answer === 'file') {
    sendFile(call.response, wire as WireFile);
    return null;
  }
  return {
    status: 200,
    body: writeEnvelope(backend, form.answer, wire, messageOf(ref, input.body)),
  };
}

/** Checks the three parts of the input by their schemas; D52's body is in the query. */
function readInput({ found, query, body }: Call): {
  params: unknown;
  query: unknown;
  body: unknown;
} {
  const form = shape(found.ref);
  const asked = readForm(query);
  const inQuery = found.encoding === 'query';
  const { _method: _, ...fields } = (
    typeof body.value === 'object' && body.value !== null ? body.value : {}
  ) as Record<string, unknown>;
  return {
    params: check(form.params, found.params, true),
    query: inQuery ? {} : check(form.query, asked, true),
    body: check(
      form.body,
      inQuery ? asked : Array.isArray(body.value) ? body.value : fields,
      inQuery || body.text,
    ),
  };
}

/** Serves one call under a base path. @returns false if the path belongs to no backend */
export async function serveApi(
  cloud: Cloud,
  router: Router,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const mount = mountOf(url.pathname);
  if (!mount) return false;
  const { backend } = mount;
  try {
    const body = await parseBody(await readBody(request), request.headers['content-type'] ?? '');
    const method = spoofed(request.method ?? 'GET', body.value);
    const found = router(backend, method, mount.rest);
    if (found.kind === 'unknown') throw new Refusal(404, 'The path was not found.');
    if (found.kind === 'wrong method')
      throw new Refusal(405, `The method must be ${found.allow.join(' or ')}.`);
    const reply = await answer({
      cloud,
      request,
      response,
      backend,
      found,
      query: url.searchParams,
      body,
    });
    if (reply) send(response, reply);
  } catch (error) {
    if (response.headersSent || response.destroyed) return true;
    const refusal =
      error instanceof Refusal ? error : new Refusal(500, 'Something went wrong here.');
    if (refusal !== error) process.emitWarning(error instanceof Error ? error : String(error));
    const { retryAfter } = refusal.more;
    send(response, {
      status: refusal.status,
      body: errorBody(backend, refusal),
      ...(retryAfter ? { headers: { 'retry-after': String(retryAfter) } } : {}),
    });
  }
  return true;
}

/** The method of a call, by Laravel's method spoofing: a POST may name another one in `_method` (D09). */
function spoofed(method: string, body: unknown): string {
  if (method !== 'POST' || typeof body !== 'object' || body === null || !('_method' in body))
    return method;
  const wanted = String(body._method).toUpperCase();
  return ['PUT', 'PATCH', 'DELETE'].includes(wanted) ? wanted : method;
}
