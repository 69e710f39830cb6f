/** `POST /api/account/sign-up` and `…/verify`: a new Awanio account, and the code sent to its e-mail address. */
import { z } from 'zod';
import { callRaw } from '@/lib/backend/call';
import { checkInput } from '@/lib/backend/input';
import { planOf } from '@/lib/backend/plan';
import { ProblemError, problem } from '@/lib/problem';
import { countAttempt, countsAgainst, type Limit } from './attempts';
import { addressOf, answering, json, readJson, requireOrigin } from './http';
import { requestId } from './session-api';

const anonymous = { backend: 'awanio', anonymous: true } as const;

/**
 * A refusal as errors of fields. A 401 to somebody who isn't signed in says nothing about a session, and
 * Awanio names the wrong field in a sentence alone, where it says so at all.
 */
function asFieldError(error: unknown, ref: 'A01' | 'A02'): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { code, fields, ...rest } = error.problem;
  const refusal = [
    'credential_refused',
    'not_signed_in',
    'not_found',
    'bad_input',
    'conflict',
  ].includes(code);
  if (!refusal || fields) return error;
  const named = fieldsNamed(ref, rest.backendMessage ?? '');
  return problem('bad_input', 422, rest.message, {
    ...rest,
    status: 422,
    code: 'bad_input',
    ...(named ? { fields: named } : {}),
  });
}

function fieldsNamed(ref: 'A01' | 'A02', sentence: string): Record<string, string[]> | undefined {
  if (ref === 'A02') return { verification_code: ['wrong_code'] };
  const taken = /already|taken|exist|in use|duplicate/i.test(sentence) ? 'taken' : 'refused';
  if (/user\s?name/i.test(sentence)) return { username: [taken] };
  if (/e-?mail/i.test(sentence)) return { email: [taken] };
  return /password/i.test(sentence) ? { password: [taken] } : undefined;
}

/** Counts, runs, and takes the attempt back when the backend itself was in trouble. */
async function limited(
  limits: Limit[],
  keepOnSuccess: boolean,
  run: () => Promise<unknown>,
): Promise<void> {
  const takeBack = countAttempt(limits);
  try {
    await run();
    if (!keepOnSuccess) takeBack();
  } catch (error) {
    if (!countsAgainst(error)) takeBack();
    throw error;
  }
}

/** The body of an operation, checked by the contract before anything is counted. */
async function readBody(
  request: Request,
  ref: 'A01' | 'A02',
): Promise<{ body: Record<string, unknown>; email: string }> {
  const { body = {} } = checkInput(planOf(ref), { body: await readJson(request, z.unknown()) });
  return { body, email: String(body.email) };
}

async function send(request: Request, ref: 'A01' | 'A02', body: unknown): Promise<void> {
  try {
    await callRaw(ref, { body }, anonymous, {
      requestId: requestId(request),
      signal: request.signal,
    });
  } catch (error) {
    throw asFieldError(error, ref);
  }
}

/** POST `{ username, name, email, password }`: 201 `{ email }`; a code is on its way. Each account made counts, as each sends an e-mail. */
export function signUp(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { body, email } = await readBody(request, 'A01');
    const limits = [{ name: `sign-up address ${addressOf(request.headers)}`, most: 30 }];
    await limited(limits, true, () => send(request, 'A01', body));
    return json({ email }, 201);
  });
}

/** POST `{ email, verification_code }`: 200 `{ email }`; the person signs in next. Ten wrong codes for one address make a wait. */
export function verify(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { body, email } = await readBody(request, 'A02');
    const limits = [
      { name: `verify ${email.toLowerCase()}`, most: 10 },
      { name: `verify address ${addressOf(request.headers)}`, most: 30 },
    ];
    await limited(limits, false, () => send(request, 'A02', body));
    return json({ email });
  });
}
