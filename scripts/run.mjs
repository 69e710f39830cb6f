// Small helpers of the scripts: run a command, wait for a server, find what must be there. Node built-ins only,
// because demo and test run before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
export const bin = (name) => path.join(root, 'node_modules', '.bin', name);

/**
 * Runs a command to its end.
 * @returns {Promise<{ code: number, output: string }>} output only with `capture`
 */
export function run(command, args, { env = {}, capture = false, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: capture || quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a command and ends this process with its code when it fails. */
export async function must(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) {
    if (output) process.stderr.write(output);
    console.error(`\n${path.basename(command)} ${args.join(' ')} failed (${code}).`);
    process.exit(code);
  }
}

export function needNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) {
    console.error(`Nusa needs Node.js 20.19, 22.12 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
}

/** Installs the packages of the lockfile when they are missing or older than it. */
export async function needPackages() {
  const marker = path.join(root, 'node_modules', '.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages (npm ci) …');
  await must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
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
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      const response = await fetch(url);
      if (response.status < 500) return;
    } catch {
      // not listening yet
    }
    if (Date.now() > end) throw new Error(`${url} did not answer within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Starts long-running processes together; when one ends or a signal comes, all end. */
export function keepRunning(processes) {
  const children = processes.map(({ command, args, env }) =>
    spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' }),
  );
  let ending = false;
  const end = (code) => {
    if (ending) return;
    ending = true;
    for (const child of children) child.kill('SIGTERM');
    setTimeout(() => process.exit(code), 6000).unref();
    void Promise.all(
      children.map(
        (child) =>
          new Promise((done) => (child.exitCode === null ? child.on('close', done) : done())),
      ),
    ).then(() => process.exit(code));
  };
  for (const child of children) child.on('close', (code) => end(code ?? 1));
  process.on('SIGINT', () => end(0));
  process.on('SIGTERM', () => end(0));
}
