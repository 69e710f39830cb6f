import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = 'app/(console)';
const instance = 'vps/[account]/instances/[instance]';
/** Folders with a frame of their own around what failed or isn't there: the shell, an instance's tabs, its console. */
const frames = ['.', `${instance}/(detail)`, `${instance}/console`];
/** Folders that say something else where there is nothing; the account's own says again that only the page is missing. */
const words = ['vps', 'vps/[account]'];

const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
const foldersWith = (name: string) =>
  files
    .filter((file) => path.basename(file) === name)
    .map(path.dirname)
    .toSorted();
const source = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('segments of the console', () => {
  it('have pages', () => expect(foldersWith('page.tsx').length).toBeGreaterThan(10));
  it('say that they failed where the frame differs', () =>
    expect(foldersWith('error.tsx')).toEqual(frames.toSorted()));
  it('say that there is nothing where the frame or the words differ', () =>
    expect(foldersWith('not-found.tsx')).toEqual([...frames, ...words].toSorted()));
  // A boundary above the page is always painted first; `withOutline` shows an outline only where reads are slow.
  it('have no outline above a page', () => expect(foldersWith('loading.tsx')).toEqual([]));

  const reads = /\b(readForPage|tryRead)\(/;
  it.each(files.filter((file) => /(page|layout)\.tsx$/.test(file) && reads.test(source(file))))(
    '%s waits a moment for its reads',
    (file) =>
      // A layout can't use it: it would hold back the reads of the page inside. It waits by itself.
      expect(source(file)).toMatch(
        file.endsWith('layout.tsx')
          ? /await settledWithin\(/
          : /export default withOutline\(\w+, \w+\);/,
      ),
  );
  it.each(files.filter((file) => /^o\/.*page\.tsx$/.test(file)))('%s is one export', (file) =>
    expect(source(file).trim()).toMatch(/^export \{[^}]*\} from '[^']+';$/),
  );
});
