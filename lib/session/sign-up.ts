/** `POST /api/account/sign-up` and `…/verify`: a new Awanio account, and the code sent to its e-mail address. */
import { z } from 'zod';
import { callRaw } from '@/lib/backend/call';
import { checkInput } from '@/lib/backend/input';
import { planOf } from '@/lib/backend/plan';
import { ProblemError, problem } from '@/lib/problem';
import { countAttempt, type Limit } from './attempts';
import { addressOf, answering, json, readJson, requireOrigin } from './http';
import { requestId } from './session-api';

const anonymous = { backend: 'awanio', anonymous: true } as const;

/** A 401 to somebody who isn't signed in says nothing about a session: it is the field that is wrong. */
function asFieldError(error: unknown, field: string, code: string): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { code: kind, ...rest } = error.problem;
  if (kind !== 'credential_refused' && kind !== 'not_signed_in' && kind !== 'not_found')
    return error;
  return problem('bad_input', 422, 'The backend refused this.', {
    ...(rest.backendMessage ? { backendMessage: rest.backendMessage } : {}),
    fields: { [field]: [code] },
  });
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
    const code = error instanceof ProblemError ? error.problem.code : 'internal';
    if (code !== 'bad_input' && code !== 'conflict') takeBack();
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

async function send(
  request: Request,
  ref: 'A01' | 'A02',
  body: unknown,
  refused: [field: string, code: string],
): Promise<void> {
  try {
    await callRaw(ref, { body }, anonymous, {
      requestId: requestId(request),
      signal: request.signal,
    });
  } catch (error) {
    throw asFieldError(error, ...refused);
  }
}

/** POST `{ username, name, email, password }`: 201 `{ email }`; a code is on its way. Each account made counts, as each sends an e-mail. */
export function signUp(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { body, email } = await readBody(request, 'A01');
    const limits = [{ name: `sign-up address ${addressOf(request.headers)}`, most: 30 }];
    await limited(limits, true, () => send(request, 'A01', body, ['username', 'refused']));
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
    await limited(limits, false, () =>
      send(request, 'A02', body, ['verification_code', 'wrong_code']),
    );
    return json({ email });
  });
}
