/** The documented samples, answered verbatim to a tenant that asks for them, with all their quirks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ref } from '@/lib/contract/index';
import { operation } from '@/lib/contract/index';

/** Relative to where the process was started, which is the repository in every script of ours. */
const folder = 'lib/contract/fixtures';

/** The body of a read's documented answer; undefined for anything else. */
export function sample(ref: Ref): unknown {
  const { backend, kind } = operation(ref);
  if (kind !== 'read') return undefined;
  const file = join(process.cwd(), folder, backend, `${ref}.json`);
  if (!existsSync(file)) return undefined;
  const { answer } = JSON.parse(readFileSync(file, 'utf8')) as { answer: unknown };
  return answer;
}
