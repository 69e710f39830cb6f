import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as real from 'next/dist/lib/constants';
import { expect, it } from 'vitest';
import * as ours from './client-constants';

const next = path.join(process.cwd(), 'node_modules', 'next', 'dist');

/** The names that Next's client read. */
function namesRead(folder: string): Set<string> {
  const names = new Set<string>();
  for (const entry of readdirSync(path.join(next, folder), { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.js') || /(^|\/)(dev|page-loader)/.test(entry)) continue;
    const source = readFileSync(path.join(next, folder, entry), 'utf8');
    const holder = /const (\w+) = require\("\.\.\/\.\.\/\.\.\/lib\/constants"\)/.exec(source)?.[1];
    if (!holder) continue;
    for (const [, name] of source.matchAll(new RegExp(`\\b${holder}\\.(\\w+)`, 'g')))
      if (name) names.add(name);
  }
  return names;
}

it('has the value of Next for each constant', () => {
  expect(real).toMatchObject({ ...ours });
});

it('has each constant that the client of the app router reads', () => {
  const read = namesRead('client/components');
  expect(read.size).toBeGreaterThan(0);
  expect([...read].filter((name) => !(name in ours))).toEqual([]);
});
