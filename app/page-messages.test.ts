import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The root layout gives these to every page. */
const always = ['ui', 'shell', 'problems', 'actions'];

const sources = new Map<string, string>();
function source(file: string): string {
  let text = sources.get(file);
  if (text === undefined) sources.set(file, (text = readFileSync(file, 'utf8')));
  return text;
}

/** The file of an import; null for packages, styles and data. */
function fileOf(from: string, name: string): string | null {
  if (!/^[.@]\/|^\.\.\//.test(name)) return null;
  const base = name.startsWith('@/') ? name.slice(2) : path.join(path.dirname(from), name);
  const found = [`${base}.tsx`, `${base}.ts`, `${base}/index.ts`].find((file) => existsSync(file));
  return found ?? null;
}

/** The files that a file imports or re-exports, also dynamically; types are left out. */
function importsOf(file: string): string[] {
  const text = source(file).replace(/(?:import|export) type [^;]*;/g, '');
  const names = [...text.matchAll(/(?:from |import\(|import )'([^']+)'/g)].map(
    ([, name]) => name ?? '',
  );
  return names.map((name) => fileOf(file, name)).filter((each) => each !== null);
}

function reach(start: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    importsOf(file).forEach(visit);
  };
  start.forEach(visit);
  return seen;
}

const listed = (text: string) => [...text.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name ?? '');

/** The namespaces that client components of these files read. */
const readNamespaces = (files: Iterable<string>) =>
  [...files].flatMap((file) =>
    [...source(file).matchAll(/useTranslations\('([a-z-]+)/g)].map(([, name]) => name ?? ''),
  );

/** The namespaces that these files declare with `<Messages namespaces>`. */
const declaredNamespaces = (files: Iterable<string>) =>
  [...files].flatMap((file) =>
    [...source(file).matchAll(/<Messages\s+namespaces=\{\[([^\]]*)\]/g)].flatMap(([, names]) =>
      listed(names ?? ''),
    ),
  );

/** The layouts above a page. */
function layoutsOf(page: string): string[] {
  const parts = path.dirname(page).split(path.sep);
  return parts
    .map((_, index) => path.join(...parts.slice(0, index + 1), 'layout.tsx'))
    .filter((file) => existsSync(file));
}

const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx' && !file.startsWith('dev'))
  .map((file) => path.join('app', file));

describe('the messages of a page', () => {
  it.each(pages)('%s declares every namespace that its components read', (page) => {
    const own = reach([page]);
    const known = new Set([
      ...always,
      ...declaredNamespaces(own),
      ...declaredNamespaces(layoutsOf(page)),
    ]);
    expect([...new Set(readNamespaces(own))].filter((name) => !known.has(name))).toEqual([]);
  });
  it.each(pages)('%s declares no namespace that its components don’t read', (page) => {
    const own = new Set(readNamespaces(reach([page, ...layoutsOf(page)])));
    expect(declaredNamespaces(reach([page])).filter((name) => !own.has(name))).toEqual([]);
  });
});
