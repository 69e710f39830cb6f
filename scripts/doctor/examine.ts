/** Asks a backend everything that only reads, in the order in which answers give the next questions. */
import type { Ref } from '@/lib/contract';
import { operation, refs } from '@/lib/contract';
import type { Overrides } from '@/lib/contract/overrides';
import type { Client, Finding } from './client';
import { client, mayAsk } from './client';
import { Pace, type Manner } from './pace';
import type { Samples } from './samples';
import { ask, collect } from './samples';
import type { Target } from './settings';

/** So many calls in a row without an answer end the examination. */
const mostSilent = 3;
/** Why an operation was not asked any more. */
export const givenUp = `not asked: ${mostSilent} calls in a row got no answer`;

export interface Examined {
  ref: Ref;
  finding: Finding;
}

/**
 * @param say called for each operation as soon as it is known
 * @returns every finding; sign-in (A03) first where it was needed
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

/** Asks in turns: whatever has its samples now, several at once; ends when a turn brought nothing more. */
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

/** The token or key to ask with; null when sign-in failed, which is noted. */
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
