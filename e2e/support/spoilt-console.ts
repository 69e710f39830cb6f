/** Starts another console on the production build, and signs people in to it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { request as requests, type APIRequestContext } from '@playwright/test';
import { files, ports } from './ports';

const metricsToken = 'not-a-secret-metrics-token';

export class SpoiltConsole {
  readonly url = `http://localhost:${ports.spoilt}`;
  private readonly log = path.join(files.logs, 'console-spoilt.log');
  /** The CPU seconds that the process has used so far. */
  private worked = 0;
  private child: ChildProcess | null = null;

  async start(backend: string): Promise<void> {
    mkdirSync(files.logs, { recursive: true });
    writeFileSync(this.log, '');
    this.child = spawn(process.execPath, ['dist/server.mjs'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(ports.spoilt),
        NUSA_ORIGINS: this.url,
        NUSA_SECRET: randomBytes(32).toString('hex'),
        NUSA_AWANIO_URL: `${backend}/awanio`,
        NUSA_DEWAVPS_URL: `${backend}/dewavps`,
        NUSA_CALLS_PER_MINUTE: '1000000',
        NUSA_BACKEND_TIMEOUT: '4000',
        NUSA_METRICS_TOKEN: metricsToken,
        NUSA_LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => appendFileSync(this.log, chunk);
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    for (let attempt = 0; attempt < 150; attempt += 1) {
      const up = await fetch(`${this.url}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (up) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the console did not come up; see ${this.log}`);
  }

  stop(): void {
    this.child?.kill('SIGKILL');
  }

  get alive(): boolean {
    return this.child !== null && this.child.exitCode === null;
  }

  /**
   * The longest time in milliseconds for which the console's process was blocked since the last call. It is at most the
   * CPU time of the process, so that the time of other processes on a busy machine doesn't count.
   */
  async longestBlock(): Promise<number> {
    const headers = { authorization: `Bearer ${metricsToken}` };
    const text = await (await fetch(`${this.url}/api/metrics`, { headers })).text();
    const read = (name: string) => Number(new RegExp(`^nusa_${name} (\\S+)$`, 'm').exec(text)?.[1]);
    const worked = read('process_cpu_seconds_total') - this.worked;
    this.worked += worked;
    return Math.min(read('nodejs_eventloop_lag_max_seconds'), worked) * 1000;
  }

  /** The lines of the log that report an unexpected error. */
  uncaught(): string[] {
    const lines = readFileSync(this.log, 'utf8').split('\n');
    const unforeseen =
      /\b(Type|Range|Reference|Syntax|URI|Eval)Error\b|[Uu]nhandled|[Uu]ncaught|Minified React|Invariant|the proxy failed|a request failed|a handler failed|heap/;
    return lines.filter((line) => unforeseen.test(line));
  }

  /** Signs a new person in with a cloud account and the key “toko”. */
  async visitor(): Promise<APIRequestContext> {
    const visitor = await requests.newContext({
      baseURL: this.url,
      extraHTTPHeaders: { origin: this.url },
    });
    const { csrfToken } = (await (await visitor.get('/api/auth/csrf')).json()) as {
      csrfToken: string;
    };
    const form = { username: 'sari', password: 'not-a-password', csrfToken, json: 'true' };
    const entered = await visitor.post('/api/auth/callback/awanio', { form });
    if (!entered.ok()) throw new Error(`sign-in answered ${await entered.text()}`);
    const key = `dewa_fake_${randomBytes(16).toString('hex')}`;
    const linked = await visitor.post('/api/account/keys', { data: { label: 'toko', key } });
    if (linked.status() !== 201) throw new Error(`a key was not linked: ${await linked.text()}`);
    return visitor;
  }
}
