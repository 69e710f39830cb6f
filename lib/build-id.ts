/** Which build of the console this server runs. Runs under plain Node as well as under Next. */
import { readFileSync } from 'node:fs';
import { perProcess } from '@/lib/log/per-process';

/** The id that `next build` left; a test sets another one by NUSA_BUILD. Empty in development. */
export const buildId = (): string =>
  perProcess('build-id', () => {
    if (process.env.NUSA_BUILD) return process.env.NUSA_BUILD;
    try {
      return readFileSync('.next/BUILD_ID', 'utf8').trim();
    } catch {
      return '';
    }
  });
