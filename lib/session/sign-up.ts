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
 * Turns a refusal into field errors. A 401 for somebody who isn't signed in says nothing about a session, and Awanio
 * names the wrong field only in a sentence, if at all.
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
/** Most codes that are mailed to one address in an hour. */
const MOST_MAILS = 3;
/** Most tries from one network address in ten minutes: sign-ups, and codes for any e-mail address. */
const MOST_PER_PEER = 30;
/** Most wrong codes for one e-mail address: from one network address in ten minutes, and from all in a day. */
const MOST_CODES = { perPeer: 10, aDay: 100 };

/** The mailbox of an e-mail address: the part after a plus reaches the same one. */
function mailboxOf(email: string): string {
  const [, name = email, host = ''] = /^([^+]*).*(@[^@]*)$/.exec(email.toLowerCase()) ?? [];
  return `${name}${host}`;
}

/** Whether an e-mail may have been sent: not if the backend refused or wasn't reached. */
function maySend(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true;
  return ['cancelled', 'backend_timeout', 'backend_unreadable'].includes(error.problem.code);
}

/** The limits of a sign-up. Each new account counts for the network address, since each sends an e-mail. */
function signUpLimits(email: string, peer: string): Limit[] {
  const counts = (error: unknown) => error === undefined || countsAgainst(error);
  return [
    { name: `sign-up mail ${mailboxOf(email)}`, most: MOST_MAILS, window: HOUR, counts: maySend },
    { name: `sign-up address ${peer}`, most: MOST_PER_PEER, counts },
  ];
}

/**
 * The limits of wrong codes. With a single counter for an e-mail address, anybody could lock its owner out by ten wrong
 * codes. So the small limit is for e-mail and network address together: guesses from elsewhere don't affect the owner.
 * Guesses of many addresses are limited by the day, and the address from where the owner signed up has its own daily
 * limit, which nobody elsewhere can use up. At most 200 guesses a day try a million codes, one in 5,000, if the code
 * stayed the same all day; backends end a code much sooner.
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

/** Reads the body, checked by the contract before anything is counted. */
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
