/** Common parts of the session's route handlers: limited bodies, problems as answers, the client's address. */
import type { z } from 'zod';
import { describeError } from '@/lib/log/describe-error';
import { log } from '@/lib/log/log';
import { ProblemError, problem, type Problem } from '@/lib/problem';
import { settings } from '@/lib/settings';
import { limitName } from '@/lib/access/client-address';
import { originAllowed } from '@/lib/access/origin';

/** Most bytes of a body where its handler allows no more; bodies of sign-in, keys and sign-up are much smaller. */
const BODY_LIMIT = 16 * 1024;

/** A JSON answer that isn't cached. */
export function json(value: unknown, status = 200, cookies: readonly string[] = []): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(JSON.stringify(value), { status, headers });
}

export function problemResponse(value: Problem): Response {
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  if (value.retryAfter !== undefined)
    headers.set('retry-after', String(Math.ceil(value.retryAfter)));
  return new Response(JSON.stringify(value), { status: value.status, headers });
}

/** Runs a handler; a ProblemError becomes its answer, any other error a 500 without details. */
export async function answering(
  requestId: string,
  handler: () => Promise<Response>,
): Promise<Response> {
  try {
    return await handler();
  } catch (error) {
    if (error instanceof ProblemError) return problemResponse({ requestId, ...error.problem });
    log().error({ requestId, ...describeError(error) }, 'a handler failed');
    return problemResponse({
      code: 'internal',
      status: 500,
      message: 'Something went wrong here.',
      requestId,
    });
  }
}

/** @throws ProblemError `bad_origin` */
export function requireOrigin(request: Request): void {
  if (!originAllowed(request.headers))
    throw problem('bad_origin', 403, 'This request does not come from a page of this console.');
}

/**
 * Reads the body as text.
 * @param most bytes of the body
 * @throws ProblemError `too_large`
 */
export async function boundedText(request: Request, most = BODY_LIMIT): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  const reader = request.body?.getReader();
  if (!reader) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw tooLarge(most);
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString('utf8');
}

function tooLarge(most: number) {
  return problem('too_large', 413, `The body is larger than ${most / 1024} KiB.`);
}

/** Error codes by field, of the messages that the schemas here give. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields = new Map<string, string[]>(); // a Map, since a field may be named `constructor`
  for (const issue of error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const names = unknown.length > 0 ? unknown : [issue.path.join('.')];
    const code = unknown.length > 0 ? 'unknown_field' : issue.message;
    for (const name of names) fields.set(name, [...(fields.get(name) ?? []), code]);
  }
  return Object.fromEntries(fields);
}

/**
 * Reads the JSON body of a request and checks it.
 * @param most bytes of the body
 * @throws ProblemError `too_large`; `bad_input` with `fields`
 */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
  most = BODY_LIMIT,
): Promise<z.output<S>> {
  const text = await boundedText(request, most);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem('bad_input', 422, 'The body is not JSON.');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw problem('bad_input', 422, 'Some fields are missing or wrong.', {
      fields: fieldErrors(parsed.error),
    });
  return parsed.data;
}

/**
 * The client's address. Behind a trusted proxy it is the last entry of X-Forwarded-For, which that proxy added;
 * otherwise our server has put the socket's address there.
 */
export function peerOf(headers: { get(name: string): string | null }): string | undefined {
  const entries = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  return (settings().NUSA_TRUST_PROXY ? entries.at(-1) : entries[0]) || undefined;
}

/** The client's address in the form that limits count. */
export function addressOf(headers: { get(name: string): string | null }): string {
  return limitName(peerOf(headers));
}
