// The processes that a script starts. None outlives its script: not when the script ends, throws or gets a signal, nor
// when it is killed. Each is the head of a process group, so that what it started itself ends with it. Node built-ins only.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse, root } from './root.mjs';
import { endWithNpm, onStop } from './stopping.mjs';

/** A child that does not end when asked is killed after so long; the console itself takes five seconds at most. */
const graceMilliseconds = 6000;
const running = new Set();
let watcher = null;
let stopping = false;

function signalGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone.
  }
}
const signalAll = (signal) => running.forEach((child) => signalGroup(child, signal));

/** Ends every child. @returns {Promise<void>} once they have ended, by force where it takes too long */
export function endChildren() {
  stopping = true;
  signalAll('SIGTERM');
  setTimeout(() => signalAll('SIGKILL'), graceMilliseconds).unref();
  return Promise.all([...running].map((child) => child.ended)).then(() => undefined);
}

/** Ends this process in the way that the signal alone would: who waits for it (npm, a shell) sees it. */
function endBy(signal) {
  // Last of what is done at the end, so that the others are done, too.
  process.once('exit', () => {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
  process.exit(1);
}

function watch() {
  watcher = spawn(process.execPath, [fileURLToPath(new URL('watcher.mjs', import.meta.url))], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  watcher.stdin.unref();
  process.on('exit', () => signalAll('SIGTERM'));
  endWithNpm();
  onStop({
    stop(signal) {
      // One that a script started leaves the word to that script.
      if (!process.env.NUSA_PARENT) console.log('Stopping …');
      void endChildren().then(() => endBy(signal));
    },
    stopAtOnce(signal) {
      signalAll('SIGKILL');
      endBy(signal);
    },
  });
}

/**
 * Starts a process in the checkout's folder. `ended` of the answer resolves to its exit code once it has ended.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, stdio?: import('node:child_process').StdioOptions }} [options] `env` beside that of this process
 * @returns {import('node:child_process').ChildProcess & { ended: Promise<number> }}
 */
export function start(command, args, { env = {}, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  if (!watcher) watch();
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, NUSA_PARENT: String(process.pid), ...env },
    stdio,
    detached: true,
  });
  const ended = new Promise((resolve) => {
    child.on('error', ({ code }) => {
      if (child.pid === undefined) refuse(`${command} can not be started (${code}).`);
    });
    child.on('exit', () => {
      signalGroup(child, 'SIGTERM'); // what it left behind
      running.delete(child);
      watcher.stdin.write(`-${child.pid}\n`);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  if (child.pid !== undefined) {
    running.add(child);
    watcher.stdin.write(`+${child.pid}\n`);
  }
  return Object.assign(child, { ended });
}

/**
 * Runs a command to its end. Never returns while this script is stopping.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, capture?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} output only with `capture`
 */
export async function run(command, args, { env = {}, capture = false } = {}) {
  const child = start(command, args, {
    env,
    stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const code = await child.ended;
  if (stopping) await new Promise(() => undefined);
  return { code, output };
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

/**
 * Starts long-running processes together; when one ends, all end, and this process with its code.
 * @param {{ command: string, args: string[], env: Record<string, string> }[]} processes
 * @returns {Promise<void>} once each has said over its channel that it is ready; never, where one ends before
 */
export async function keepRunning(processes) {
  const ready = processes.map(({ command, args, env }) => {
    const child = start(command, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    void child.ended.then(async (code) => {
      if (stopping) return;
      await endChildren();
      process.exit(code);
    });
    return new Promise((resolve) => child.once('message', resolve));
  });
  await Promise.all(ready);
}
