/** The documented samples: a tenant can ask for them in place of its own data, with all their quirks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ref } from '@/lib/contract/index';
import { operation } from '@/lib/contract/index';

/** Relative to the working directory, which is the repository in all our scripts. */
const folder = 'lib/contract/fixtures';

/** The documented body of a read's answer; undefined if there is none. */
export function sample(ref: Ref): unknown {
  const { backend, kind } = operation(ref);
  if (kind !== 'read') return undefined;
  const file = join(process.cwd(), folder, backend, `${ref}.json`);
  if (!existsSync(file)) return undefined;
  const { answer } = JSON.parse(readFileSync(file, 'utf8')) as { answer: unknown };
  return answer;
}
