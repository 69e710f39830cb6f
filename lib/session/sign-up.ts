/** `POST /api/account/sign-up` and `…/verify`: a new Awanio account, and the code sent to its e-mail address. */
import { z } from 'zod';
import { callRaw } from '@/lib/backend/call';
import { checkInput } from '@/lib/backend/input';
import { planOf } from '@/lib/backend/plan';
import { ProblemError, problem } from '@/lib/problem';
import { attempt, countsAgainst, type Limit } from './attempts';
import { addressOf, answering, json, readJson, requireOrigin } from './http';
import { isHome, noteHome } from './known-names';
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
    fields: named,
  });
}

function fieldsNamed(ref: 'A01' | 'A02', sentence: string): Record<string, string[]> | undefined {
  if (ref === 'A02') return { verification_code: ['wrong_code'] };
  const taken = /already|taken|exist|in use|duplicate/i.test(sentence) ? 'taken' : 'refused';
  if (/user\s?name/i.test(sentence)) return { username: [taken] };
  if (/e-?mail/i.test(sentence)) return { email: [taken] };
  return /password/i.test(sentence) ? { password: [taken] } : undefined;
}

const HOUR = 3_600_000;
/** Codes that are mailed to one address in an hour. */
const MOST_MAILS = 3;
/** Tries from one network address in ten minutes: sign-ups, and codes of whichever e-mail address. */
const MOST_PER_PEER = 30;
/** Wrong codes for one e-mail address: from one network address in ten minutes, from all of them in a day. */
const MOST_CODES = { perPeer: 10, aDay: 100 };

/** The mailbox of an e-mail address: what stands behind a plus reaches the same one. */
function mailboxOf(email: string): string {
  const [, name = email, host = ''] = /^([^+]*).*(@[^@]*)$/.exec(email.toLowerCase()) ?? [];
  return `${name}${host}`;
}

/** Whether an e-mail may have been sent: not where the backend has refused, or was never reached. */
function maySend(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true;
  return ['cancelled', 'backend_timeout', 'backend_unreadable'].includes(error.problem.code);
}

/** Limits of a sign-up. Each account made counts for the network address, as each sends an e-mail. */
function signUpLimits(email: string, peer: string): Limit[] {
  const counts = (error: unknown) => error === undefined || countsAgainst(error);
  return [
    { name: `sign-up mail ${mailboxOf(email)}`, most: MOST_MAILS, window: HOUR, counts: maySend },
    { name: `sign-up address ${peer}`, most: MOST_PER_PEER, counts },
  ];
}

/**
 * Limits of wrong codes. One counter for an e-mail address, whoever tries, would let anybody lock its owner out by ten
 * wrong codes. So the narrow limit is that of the address and the peer together: guesses from elsewhere don't touch the
 * owner's. What many peers guess together is bounded by the day, and where the owner signed up from, that bound is one
 * of its own: nobody elsewhere can use it up. All in all 200 guesses a day at most reach one of a million codes, one in
 * 5,000, were the code the same all day; backends end a code far sooner.
 */
function codeLimits(email: string, peer: string): Limit[] {
  const name = email.toLowerCase();
  const where = isHome(name, peer) ? `at home ${peer}` : 'elsewhere';
  return [
    { name: `verify ${name} from ${peer}`, most: MOST_CODES.perPeer },
    { name: `verify ${name} ${where}`, most: MOST_CODES.aDay, window: 24 * HOUR },
    { name: `verify address ${peer}`, most: MOST_PER_PEER },
  ];
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

/** POST `{ username, name, email, password }`: 201 `{ email }`; a code is on its way. */
export function signUp(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { body, email } = await readBody(request, 'A01');
    const peer = addressOf(request.headers);
    await attempt(signUpLimits(email, peer), () => send(request, 'A01', body), request.signal);
    noteHome(email, peer);
    return json({ email }, 201);
  });
}

/** POST `{ email, verification_code }`: 200 `{ email }`; the person signs in next. */
export function verify(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { body, email } = await readBody(request, 'A02');
    const limits = codeLimits(email, addressOf(request.headers));
    await attempt(limits, () => send(request, 'A02', body), request.signal);
    return json({ email });
  });
}
