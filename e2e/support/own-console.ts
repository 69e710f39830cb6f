/** A console that a test can kill and start again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { files, ports, urls } from './ports';

export interface OwnConsole {
  url: string;
  /** The process that runs. @throws Error while none does */
  readonly pid: number;
  /**
   * Starts it, with the same secret each time, and waits until it answers.
   * @param build the version that it says it is
   */
  start(build?: string): Promise<void>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
}

/**
 * @param at tells consoles of different tests apart, from 0 to 4
 * @param more settings besides the common ones
 */
export function ownConsole(at: number, more: Readonly<Record<string, string>> = {}): OwnConsole {
  const port = ports.own + at;
  const url = `http://localhost:${port}`;
  const secret = randomBytes(32).toString('hex');
  let child: ChildProcess | null = null;
  return {
    url,
    get pid() {
      if (child?.pid === undefined) throw new Error('the console does not run');
      return child.pid;
    },
    async start(build) {
      mkdirSync(files.logs, { recursive: true });
      const log = createWriteStream(path.join(files.logs, `console-own-${at}.log`), { flags: 'a' });
      child = spawn(process.execPath, ['dist/server.mjs'], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          NODE_ENV: 'production',
          PORT: String(port),
          NUSA_SECRET: secret,
          NUSA_ORIGINS: url,
          NUSA_AWANIO_URL: `${urls.sandbox}/awanio/v2`,
          NUSA_DEWAVPS_URL: `${urls.sandbox}/dewavps/v1`,
          NUSA_CALLS_PER_MINUTE: '6000',
          ...(build === undefined ? {} : { NUSA_BUILD: build }),
          ...more,
        },
      });
      child.stdout?.pipe(log);
      child.stderr?.pipe(log);
      for (let tries = 0; tries < 150; tries += 1) {
        const up = await fetch(`${url}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        );
        if (up) return;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      throw new Error(`the console did not come up; see ${files.logs}`);
    },
    async kill() {
      const ending = child;
      child = null;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = new Promise((resolve) => ending.once('close', resolve));
      ending.kill('SIGKILL');
      await ended;
    },
  };
}
