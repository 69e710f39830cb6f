/**
 * Calls every operation of a backend that only reads. An operation is called once other answers give its
 * parameters.
 */
import type { Ref } from '@/lib/contract';
import { operation, refs } from '@/lib/contract';
import type { Overrides } from '@/lib/contract/overrides';
import type { Client, Finding } from './client';
import { client, mayAsk } from './client';
import { Pace, type Manner } from './pace';
import type { Samples } from './samples';
import { ask, collect } from './samples';
import type { Target } from './settings';

/** How many calls in a row may get no answer before the examination ends. */
const mostSilent = 3;
/** Why an operation was not called. */
export const givenUp = `not asked: ${mostSilent} calls in a row got no answer`;

/** An operation and its verdict. */
export interface Examined {
  ref: Ref;
  finding: Finding;
}

/**
 * Examines a backend.
 * @param say called for each operation as soon as its verdict is known
 * @returns every finding, with sign-in (A03) first if it was needed
 */
export async function examine(
  target: Target,
  overrides: Overrides,
  manner: Manner,
  say: (examined: Examined) => void,
): Promise<Examined[]> {
  const found: Examined[] = [];
  const note = (ref: Ref, finding: Finding) => {
    found.push({ ref, finding });
    say({ ref, finding });
  };
  const pace = new Pace(manner);
  const secret = await signIn(target, overrides, pace, note);
  if (secret === null) return found;
  await askAll(client(target, secret, overrides, pace), readable(target), manner.atOnce, note);
  return found;
}

function readable({ backend }: Target): Ref[] {
  return refs.filter((ref) => operation(ref).backend === backend && mayAsk(ref));
}

type Note = (ref: Ref, finding: Finding) => void;

/** Calls operations in rounds: each round calls those whose parameters are known. Ends when a round has none. */
async function askAll(
  doctor: Client,
  all: readonly Ref[],
  atOnce: number,
  note: Note,
): Promise<void> {
  const samples: Samples = new Map();
  let silent = 0;
  const examineOne = async (ref: Ref, later: Ref[]) => {
    if (silent >= mostSilent) return note(ref, { verdict: 'skipped', why: givenUp });
    const question = ask(ref, samples);
    if ('missing' in question) return void later.push(ref);
    const finding = await doctor.ask(ref, question.params, question.query);
    if (finding.verdict === 'ok' || finding.verdict === 'fixed answer')
      collect(ref, finding.result, samples);
    silent = finding.verdict === 'error' && finding.kind === 'silent' ? silent + 1 : 0;
    note(ref, finding);
  };
  let waiting = [...all];
  for (;;) {
    const later: Ref[] = [];
    const queue = waiting.values(); // each worker takes the next one from it
    const work = async () => {
      for (const ref of queue) await examineOne(ref, later);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    if (later.length === waiting.length || later.length === 0) {
      for (const ref of later)
        note(ref, { verdict: 'skipped', why: `no sample to ask with: ${missing(ref, samples)}` });
      return;
    }
    waiting = later;
  }
}

function missing(ref: Ref, samples: Samples): string {
  const question = ask(ref, samples);
  return 'missing' in question ? question.missing.join(', ') : '';
}

/** Gives the token or key for the calls. Null if sign-in failed, which is also a finding. */
async function signIn(
  target: Target,
  overrides: Overrides,
  pace: Pace,
  note: Note,
): Promise<string | null> {
  const { credential } = target;
  if (credential.kind === 'token') return credential.token;
  if (credential.kind === 'key') return credential.key;
  const { username, password } = credential;
  const finding = await client(target, null, overrides, pace).ask(
    'A03',
    {},
    {},
    { username, password },
  );
  if (finding.verdict !== 'ok') {
    note('A03', finding);
    return null;
  }
  const token =
    typeof finding.result === 'object' && finding.result !== null && 'token' in finding.result
      ? finding.result.token
      : null;
  if (typeof token !== 'string' || token === '') {
    note('A03', { verdict: 'shape differs', paths: ['data.token'], shape: 'no token' });
    return null;
  }
  note('A03', { verdict: 'ok', result: null });
  return token;
}
