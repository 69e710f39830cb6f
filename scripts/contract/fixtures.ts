/**
 * Reads the fixtures, the documented samples of both backends, and checks that the contract can read them.
 * A file is `{ ref, inferred?, request?, answer?, error?: { status, body } }`. A request of Awanio is the body, one of
 * DewaVPS is `{ params, query, body }`.
 */
import { readdir, readFile } from 'node:fs/promises';
import type { Ref } from '@/lib/contract';
import { isRef, operation, refs } from '@/lib/contract';
import { ContractError, readAnswer } from '@/lib/contract/answer';
import { readError } from '@/lib/contract/error-envelope';
import type { Backend } from '@/lib/contract/operation';
import { shape } from '@/lib/contract/schemas';
import { forBrowser } from '@/lib/contract/visibility';

/** The content of a fixture file. */
export interface Fixture {
  ref: string;
  request?: Record<string, unknown>;
  answer?: unknown;
  error?: { status: number; body: unknown };
}

const folder = new URL('../../lib/contract/fixtures/', import.meta.url);

/** Reads every fixture file. `file` is the path inside the folder of fixtures. */
export async function readFixtures(): Promise<{ file: string; text: string }[]> {
  const backends: Backend[] = ['awanio', 'dewavps'];
  const files = await Promise.all(
    backends.map(async (backend) =>
      (await readdir(new URL(`${backend}/`, folder))).map((name) => `${backend}/${name}`),
    ),
  );
  const names = files
    .flat()
    .filter((name) => name.endsWith('.json'))
    .sort();
  return Promise.all(
    names.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })),
  );
}

/** Lists what is wrong with the fixtures, one line each. Empty if all can be read and every operation has one. */
export function checkFixtures(files: readonly { file: string; text: string }[]): string[] {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const { file, text } of files) {
    let fixture: Fixture;
    try {
      fixture = JSON.parse(text) as Fixture;
    } catch {
      wrong.push(`${file}: not JSON`);
      continue;
    }
    if (!isRef(fixture.ref)) {
      wrong.push(`${file}: no operation has the reference ${String(fixture.ref)}`);
      continue;
    }
    seen.add(fixture.ref);
    wrong.push(...checkFixture(fixture.ref, fixture).map((mistake) => `${file}: ${mistake}`));
  }
  const without = refs.filter((ref) => !seen.has(ref));
  return without.length > 0 ? [...wrong, `no fixture for ${without.join(', ')}`] : wrong;
}

/** Lists what is wrong with one fixture. */
export function checkFixture(ref: Ref, { request, answer, error }: Fixture): string[] {
  const wrong = request ? checkRequest(ref, request) : [];
  if (answer === undefined && error === undefined) wrong.push('neither an answer nor an error');
  if (answer !== undefined && shape(ref).answer !== 'file') {
    try {
      forBrowser(ref, readAnswer(ref, answer));
    } catch (failure) {
      if (!(failure instanceof ContractError || failure instanceof TypeError)) throw failure;
      wrong.push(failure.message);
    }
  }
  if (
    error &&
    /without saying why/.test(readError(operation(ref).backend, error.status, error.body).message)
  ) {
    wrong.push('its error has no message');
  }
  return wrong;
}

function checkRequest(ref: Ref, request: Record<string, unknown>): string[] {
  const form = shape(ref);
  const names = Object.keys(request);
  const inParts = names.every((name) => name === 'params' || name === 'query' || name === 'body');
  const parts = inParts ? request : { body: request };
  return Object.entries(parts).flatMap(([part, value]) => {
    const schema = form[part as 'params' | 'query' | 'body'];
    if (!schema) return [`the request has a ${part}, the operation none`];
    const parsed = schema.safeParse(value);
    return parsed.success
      ? []
      : parsed.error.issues.map(
          (issue) => `request ${part}.${issue.path.join('.')}: ${issue.message}`,
        );
  });
}
