/** A console of its own on the production build, which a test stops and starts again. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { files, ports, urls } from './ports';

export interface RestartableConsole {
  url: string;
  /** Resolves when it is gone. */
  stop: () => Promise<void>;
}

/**
 * Starts it on its port, and waits until it answers.
 * @param secret seals the sessions: with the same one people stay signed in
 * @param build the version that it says it is
 */
export async function startConsole(secret: string, build: string): Promise<RestartableConsole> {
  const url = `http://localhost:${ports.restarted}`;
  mkdirSync(files.logs, { recursive: true });
  const child = spawn(process.execPath, ['dist/server.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(ports.restarted),
      NUSA_BUILD: build,
      NUSA_ORIGINS: url,
      NUSA_SECRET: secret,
      NUSA_DEWAVPS_URL: `${urls.sandbox}/dewavps/v1`,
      NUSA_CONSOLE_HOSTS: `127.0.0.1:${ports.sandbox}`,
      NUSA_CALLS_PER_MINUTE: '6000',
    },
  });
  const log = createWriteStream(path.join(files.logs, `console-${build}.log`));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = () => {
    child.kill('SIGKILL');
    return ended;
  };
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const up = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`the console did not come up; see ${files.logs}`);
}
