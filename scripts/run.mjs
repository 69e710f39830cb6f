// What a script needs before it can begin: Node, packages, a build, free ports. Node built-ins only, because demo and
// test run before anything is installed.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { must } from './children.mjs';
import { portProblems } from './ports.mjs';
import { refuse, root } from './root.mjs';

export function needNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) refuse(`Nusa needs Node.js 20.19, 22.12 or newer; this is ${process.versions.node}.`);
}

/** Installs the packages of the lockfile when they are missing or older than it. */
export async function needPackages() {
  const marker = path.join(root, 'node_modules', '.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages (npm ci) …');
  await must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Ends with a sentence for each port that something else listens on. @param {readonly import('./ports.mjs').Wanted[]} wanted */
export async function needPorts(wanted) {
  const problems = await portProblems(wanted);
  if (problems.length > 0) refuse(problems.join('\n'));
}

const skipped = new Set([
  'node_modules',
  '.git',
  '.next',
  'dist',
  '.data',
  'docs',
  'e2e',
  'test-results',
  'playwright-report',
]);
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const file = path.join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(file) : statSync(file).mtimeMs);
  }
  return latest;
}

/** Builds for production when there is no build, or a source file is newer than it. */
export async function needBuild() {
  const built = path.join(root, 'dist', 'built');
  if (existsSync(built) && statSync(built).mtimeMs >= newest(root)) return;
  console.log('Building for production …');
  await must(process.execPath, ['scripts/build.mjs']);
}

/** Waits until a URL answers with a status below 500. @throws after `seconds`. */
export async function untilUp(url, seconds = 60) {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    try {
      const response = await fetch(url);
      if (response.status < 500) return;
    } catch {
      // not listening yet
    }
    if (performance.now() > end) throw new Error(`${url} did not answer within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
