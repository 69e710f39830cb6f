// `npm test`: check, build, end to end in Chromium against the sandbox. With --long, the long matrices instead.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { must, run } from './children.mjs';
import { findBrowser, installBrowser } from './browser.mjs';
import { bin, root } from './root.mjs';
import { needNode, needPackages, needPorts } from './run.mjs';
import { needRedis } from './system.mjs';
import { wantedPorts } from '../e2e/support/port-numbers.mjs';

const long = process.argv.includes('--long');
needNode();
await needPorts(wantedPorts({ long }));
const found = findBrowser();
await needPackages();
const redis = long ? await needRedis() : null;
// What needs no browser first: its results are there even where no browser can be had.
if (!long) await must(process.execPath, ['scripts/check.mjs']);
await must(process.execPath, ['scripts/build.mjs']);
const browser = found ?? (await installBrowser());

const report = path.join(root, 'test-results', 'report.json');
rmSync(report, { force: true });
const { code } = await run(
  bin('playwright'),
  ['test', ...(long ? ['--project=long'] : ['--project=main'])],
  {
    env: {
      ...(browser ? { NUSA_CHROMIUM: browser } : {}),
      ...(redis ? { NUSA_REDIS_SERVER: redis } : {}),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  },
);
const { stats, suites } = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { stats: { expected: 0, unexpected: 1, flaky: 0 }, suites: [] };
/** More tests that pass only when they are tried again are a failure, too. */
const mostFlaky = 2;
const specsOf = ({ specs = [], suites: inner = [] }) => [...specs, ...inner.flatMap(specsOf)];
const flaky = suites
  .flatMap(specsOf)
  .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
if (code === 0 && !long) await must(bin('tsx'), ['scripts/contract.ts']);
console.log(`\n${stats.expected} passed, ${stats.unexpected} failed, ${flaky.length} flaky`);
for (const { file, line, title } of flaky) console.log(`flaky: ${file}:${line} ${title}`);
process.exit(code === 0 && stats.expected > 0 && flaky.length <= mostFlaky ? 0 : 1);
