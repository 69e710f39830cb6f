/** `POST /api/account/sign-up` and `…/verify`: a new Awanio account, and the code sent to its e-mail address. */
import { z } from 'zod';
import { callRaw } from '@/lib/backend/call';
import { checkInput } from '@/lib/backend/input';
import { planOf } from '@/lib/backend/plan';
import { ProblemError, problem, type Problem, type ProblemCode } from '@/lib/problem';
import { attempt, countsAgainst, type Limit } from './attempts';
import { atEvenTime } from './even-time';
import { addressOf, answering, json, readJson, requireOrigin } from './http';
import { isHome, noteHome } from './known-names';
import { requestId } from './session-api';

const anonymous = { backend: 'awanio', anonymous: true } as const;

/**
 * Words of refusals because the user name or the e-mail address has an account already. Nobody gets to know that: with
 * either of them a person signs in, so a list of both would be a list of accounts to try passwords on. A taken user name
 * gets the same answer as a new account, although its person would like to know: the page that asks for the code says
 * what to do when no code comes.
 */
const takenWords =
  /already|taken|exist|in use|\bused\b|duplicate|unique|registered|terdaftar|sudah|dipakai|digunakan/i;

/** Refusals that speak of what was entered. A 401 for somebody who isn't signed in says nothing about a session. */
const refusals: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'credential_refused',
  'not_signed_in',
  'not_found',
  'bad_input',
  'conflict',
]);

/** The field errors of a refused sign-up without those about an account that exists; null if there are no others. */
function tellableFields({ fields, backendMessage = '', code }: Problem): Problem['fields'] | null {
  if (fields) {
    const told = Object.entries(fields).flatMap(([name, said]) => {
      const rest = said.filter((each) => !takenWords.test(each));
      return rest.length > 0 ? [[name, rest] as const] : [];
    });
    return told.length > 0 ? Object.fromEntries(told) : null;
  }
  if (code === 'conflict' || takenWords.test(backendMessage)) return null;
  const named = [/user\s?name/i, /e-?mail/i, /password/i].findIndex((word) =>
    word.test(backendMessage),
  );
  const name = ['username', 'email', 'password'][named];
  return name === undefined ? undefined : { [name]: ['refused'] };
}

/**
 * Creates the account, unless its user name or e-mail address has one. @returns whether it was created
 * @throws ProblemError for every other refusal, as field errors where the backend names the field
 */
async function create(request: Request, body: unknown): Promise<boolean> {
  try {
    await send(request, 'A01', body);
    return true;
  } catch (error) {
    if (!(error instanceof ProblemError) || !refusals.has(error.problem.code)) throw error;
    const fields = tellableFields(error.problem);
    if (fields === null) return false;
    const { backendMessage, ...rest } = error.problem;
    // A sentence about several fields may name the taken one, too.
    const said = backendMessage && !takenWords.test(backendMessage) ? { backendMessage } : {};
    throw problem('bad_input', 422, rest.message, {
      ...rest,
      ...said,
      status: 422,
      code: 'bad_input',
      fields,
    });
  }
}

/** Sends the code. Every refusal is the same wrong code: the backend's sentence may say that there is no such account. */
async function confirm(request: Request, body: unknown): Promise<void> {
  try {
    await send(request, 'A02', body);
  } catch (error) {
    if (!(error instanceof ProblemError) || !refusals.has(error.problem.code)) throw error;
    const { requestId: id, ref, fields } = error.problem;
    throw problem('bad_input', 422, 'The code was refused.', {
      ...(id ? { requestId: id } : {}),
      ref,
      fields: fields?.verification_code
        ? { verification_code: fields.verification_code }
        : { verification_code: ['wrong_code'] },
    });
  }
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

/**
 * The limits of a sign-up. Each new account counts for the network address, since each sends an e-mail. One that exists
 * counts as a new one does, or the limits would tell it.
 */
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

const send = (request: Request, ref: 'A01' | 'A02', body: unknown): Promise<unknown> =>
  callRaw(ref, { body }, anonymous, { requestId: requestId(request), signal: request.signal });

/**
 * POST `{ username, name, email, password }`: 201 `{ email }`. A code is on its way if the account is new; the answer is
 * the same, and comes at the same times, if it isn't.
 */
export function signUp(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { body, email } = await readBody(request, 'A01');
    const peer = addressOf(request.headers);
    const created = await atEvenTime(() =>
      attempt(signUpLimits(email, peer), () => create(request, body), request.signal),
    );
    if (created) noteHome(email, peer);
    return json({ email }, 201);
  });
}

/** POST `{ email, verification_code }`: 200 `{ email }`; the person signs in next. */
export function verify(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { body, email } = await readBody(request, 'A02');
    const limits = codeLimits(email, addressOf(request.headers));
    await atEvenTime(() => attempt(limits, () => confirm(request, body), request.signal));
    return json({ email });
  });
}
