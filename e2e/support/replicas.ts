import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { files, ports, urls } from './ports';

/** A process that a test has started. */
export interface Running {
  stop(signal?: NodeJS.Signals): Promise<void>;
}

function running(child: ChildProcess): Running {
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return child.exitCode === null ? ended : Promise.resolve();
    },
  };
}

/** Starts a real Redis that writes nothing to disk, so that it loses everything when it is killed. */
export function startRedis(): Running {
  const args = [
    '--port',
    String(ports.redis),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  return running(spawn(process.env.NUSA_REDIS_SERVER ?? 'redis-server', args, { stdio: 'ignore' }));
}

/** The URL of a replica. @param at its number, from 0 */
export const replicaUrl = (at: number): string => `http://localhost:${ports.replicas[at]}`;

/** Starts one of the consoles that share a secret and the Redis, and waits until it answers. */
export async function startReplica(at: number, secret: string): Promise<Running> {
  mkdirSync(files.logs, { recursive: true });
  const log = createWriteStream(path.join(files.logs, `replica-${at}.log`));
  const child = spawn(process.execPath, ['dist/server.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NUSA_SECRET: secret,
      PORT: String(ports.replicas[at]),
      NUSA_ORIGINS: ports.replicas.map((_, each) => replicaUrl(each)).join(),
      NUSA_DEWAVPS_URL: `${urls.sandbox}/dewavps/v1`,
      NUSA_CONSOLE_HOSTS: `127.0.0.1:${ports.sandbox}`,
      NUSA_REPLICAS: '3',
      NUSA_CALLS_PER_MINUTE: '6000',
      REDIS_URL: `redis://127.0.0.1:${ports.redis}/1`,
    },
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  for (let tries = 0; tries < 150; tries += 1) {
    const up = await fetch(`${replicaUrl(at)}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return running(child);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill();
  throw new Error(`replica ${at} did not come up; see ${files.logs}`);
}
