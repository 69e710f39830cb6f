/** Asks a backend everything that only reads, in the order in which answers give the next questions. */
import type { Ref } from '@/lib/contract';
import { operation, refs } from '@/lib/contract';
import type { Overrides } from '@/lib/contract/overrides';
import type { Client, Finding, Pause } from './client';
import { client, mayAsk } from './client';
import type { Samples } from './samples';
import { ask, collect } from './samples';
import type { Patient } from './settings';

export interface Examined {
  ref: Ref;
  finding: Finding;
}

/**
 * @param say called for each operation as soon as it is known
 * @returns every finding; sign-in (A03) first where it was needed
 */
export async function examine(
  patient: Patient,
  overrides: Overrides,
  pause: Pause,
  say: (examined: Examined) => void,
): Promise<Examined[]> {
  const found: Examined[] = [];
  const note = (ref: Ref, finding: Finding) => {
    found.push({ ref, finding });
    say({ ref, finding });
  };
  const secret = await signIn(patient, overrides, pause, note);
  if (secret === null) return found;
  await round(client(patient, secret, overrides, pause), readable(patient), note);
  return found;
}

function readable({ backend }: Patient): Ref[] {
  return refs.filter((ref) => operation(ref).backend === backend && mayAsk(ref));
}

/** Asks in turns: whatever has its samples now; ends when a turn brought nothing more. */
async function round(
  doctor: Client,
  all: readonly Ref[],
  note: (ref: Ref, finding: Finding) => void,
): Promise<void> {
  const samples: Samples = new Map();
  let waiting = [...all];
  for (;;) {
    const later: Ref[] = [];
    for (const ref of waiting) {
      const question = ask(ref, samples);
      if ('missing' in question) {
        later.push(ref);
        continue;
      }
      const finding = await doctor.ask(ref, question.params, question.query);
      if (finding.verdict === 'ok') collect(ref, finding.result, samples);
      note(ref, finding);
    }
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
  patient: Patient,
  overrides: Overrides,
  pause: Pause,
  note: (ref: Ref, finding: Finding) => void,
): Promise<string | null> {
  const { credential } = patient;
  if (credential.kind === 'token') return credential.token;
  if (credential.kind === 'key') return credential.key;
  const { username, password } = credential;
  const finding = await client(patient, null, overrides, pause).ask(
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
