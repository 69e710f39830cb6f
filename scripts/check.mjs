// `npm run check`: types, lint, format, unit and contract. Two at a time, since the machine has two cores; all
// are run even when one fails, so that one call shows everything.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { run } from './children.mjs';
import { bin, root } from './root.mjs';
import { makeMirror, needsMirror } from './mirror.mjs';
import { needNode, needPackages } from './run.mjs';

needNode();
await needPackages();
if (needsMirror()) {
  const mirror = makeMirror();
  process.on('exit', () => rmSync(mirror, { recursive: true, force: true }));
  const { code } = await run(process.execPath, [path.join(mirror, 'scripts', 'check.mjs')]);
  process.exit(code);
}
// What an earlier build wrote of the routes names pages that have moved since.
for (const folder of ['.next/types', '.next/dev/types'])
  rmSync(path.join(root, folder), { recursive: true, force: true });
// The longest first, so that neither core is left with it alone at the end.
const steps = [
  [
    'lint',
    bin('eslint'),
    ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint'],
  ],
  ['types', bin('tsc'), ['--noEmit']],
  ['unit', bin('vitest'), ['run', '--reporter=dot', '--silent=passed-only']],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '--cache', '.']],
  ['contract', bin('tsx'), ['scripts/contract.ts']],
];
let failed = 0;
const queue = [...steps];
async function worker() {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const [name, command, args] = step;
    const begun = Date.now();
    const { code, output } = await run(command, args, { capture: true });
    const seconds = ((Date.now() - begun) / 1000).toFixed(0);
    if (code !== 0) failed += 1;
    if (code !== 0 || name === 'contract' || name === 'unit')
      process.stdout.write(`\n${output.trim()}\n`);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  }
}
await Promise.all([worker(), worker()]);
console.log(`\ncheck: ${steps.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
