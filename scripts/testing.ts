/** What tests of the scripts share: starting a script as a person does, and seeing what becomes of it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface Launched {
  child: ChildProcess;
  /** What it has printed, on both streams. */
  printed: () => string;
  /** Waits for a number that the script prints after this word: a process id. */
  pid: (word: string) => Promise<number>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
}

/** Starts a command, away from the npm and the script that run the tests. */
export function launch(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Launched {
  const { npm_lifecycle_event: _event, NUSA_PARENT: _parent, ...inherited } = process.env;
  const child = spawn(command, args, {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return {
    child,
    printed: () => printed,
    pid: async (word) => {
      const pattern = new RegExp(`${word} (\\d+)`);
      await until(() => pattern.test(printed));
      return Number(pattern.exec(printed)?.[1]);
    },
    ended: new Promise((resolve) =>
      child.on('close', (code, signal) => resolve(signal ?? code ?? 1)),
    ),
  };
}

/** Waits until something is so; the test's own time limit ends the wait. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Whether the process with this id has ended. One that nobody has asked for its exit code yet (a zombie) has, too. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return existsSync(stat) && /\) Z /.test(readFileSync(stat, 'utf8'));
  } catch {
    return true;
  }
}
