import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = 'app/(console)';
const instance = 'vps/[account]/instances/[instance]';
/** Folders with their own frame around an error: the shell, an instance's tabs, its consoles. */
const frames = ['.', `${instance}/(detail)`, `${instance}/(consoles)`];
/** Folders with their own not-found text. The one of an account says that the page is missing, not the account. */
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
  it('have an error page only if their frame differs', () =>
    expect(foldersWith('error.tsx')).toEqual(frames.toSorted()));
  it('have a not-found page only if their frame or text differs', () =>
    expect(foldersWith('not-found.tsx')).toEqual([...frames, ...words].toSorted()));
  // React always paints a boundary above the page first; `withOutline` shows an outline only if reads are slow.
  it('have no outline above a page', () => expect(foldersWith('loading.tsx')).toEqual([]));

  const reads = /\b(readForPage|tryRead)\(/;
  it.each(files.filter((file) => /(page|layout)\.tsx$/.test(file) && reads.test(source(file))))(
    '%s waits a moment for its reads',
    (file) =>
      // A layout can't use it, since that would delay the reads of the page inside. It limits its wait itself.
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
