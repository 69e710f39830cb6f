/*
 * Starts what the benches measure: sandbox and console from dist/ on their own ports, and Chromium (NUSA_CHROMIUM,
 * otherwise Playwright's or the system's).
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { root, untilUp } from '../scripts/run.mjs';

/** Ends a process and waits for its end, so that its files can be removed. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill();
  await ended;
}

/** Opens a Chromium without a window, GPU and background network traffic. */
function openBrowser() {
  const executablePath = [
    process.env.NUSA_CHROMIUM,
    chromium.executablePath(),
    '/usr/bin/chromium',
  ].find((file) => file && existsSync(file));
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
    ],
  });
}

/**
 * Starts sandbox and console on `port` and the next three, with data that is removed when they stop. The console has
 * no limit of calls, since a bench measures what pages ask for.
 * @param env further environment variables of the console
 * @returns `base` is the console's URL; `order` posts to the sandbox's control API and returns its answer; `browser` is
 *   open; `stop` ends everything
 */
export async function startBench(port, env = {}) {
  if (!existsSync(path.join(root, 'dist', 'server.mjs')))
    throw new Error('nothing is built: run `npm run build`');
  const base = `http://localhost:${port}`;
  const sandbox = `http://127.0.0.1:${port + 1}`;
  const control = `http://127.0.0.1:${port + 2}`;
  const data = mkdtempSync(path.join(tmpdir(), 'nusa-bench-'));
  const start = (file, own) =>
    spawn(process.execPath, [path.join(root, 'dist', file)], {
      cwd: root,
      env: { ...process.env, ...own },
      stdio: 'ignore',
    });
  const children = [
    start('sandbox.mjs', {
      SANDBOX_PORT: String(port + 1),
      SANDBOX_CONTROL: '1',
      SANDBOX_CONTROL_PORT: String(port + 2),
      SANDBOX_SMTP_PORT: String(port + 3),
      SANDBOX_DATA: data,
    }),
    start('server.mjs', {
      NODE_ENV: 'production',
      PORT: String(port),
      NUSA_SECRET: 'of-this-bench-alone-of-this-bench-alone',
      NUSA_ORIGINS: base,
      NUSA_AWANIO_URL: `${sandbox}/awanio/v2`,
      NUSA_DEWAVPS_URL: `${sandbox}/dewavps/v1`,
      NUSA_CALLS_PER_MINUTE: '6000',
      NUSA_LOG_LEVEL: 'error',
      ...env,
    }),
  ];
  let browser;
  const stop = async () => {
    await browser?.close();
    await Promise.all(children.map(end));
    rmSync(data, { recursive: true, force: true });
  };
  const order = async (pathname, body) => {
    const answer = await fetch(`${control}${pathname}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${pathname}: ${answer.status} ${await answer.text()}`);
    return answer.json().catch(() => null);
  };
  try {
    await Promise.all([untilUp(`${control}/health`), untilUp(`${base}/api/health`)]);
    browser = await openBrowser();
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, order, browser, stop };
}

/** Signs a browser context in to a tenant's Awanio account, and links its VPS key. @param base the console's URL */
export async function signIn(base, { request }, { awanio, dewavps }) {
  const headers = { origin: base };
  const { csrfToken } = await (await request.get(`${base}/api/auth/csrf`)).json();
  const { username, password } = awanio;
  const signedIn = await request.post(`${base}/api/auth/callback/awanio`, {
    form: { username, password, csrfToken, json: 'true' },
    headers,
  });
  const linked = await request.post(`${base}/api/account/keys`, {
    data: { label: 'bench', key: dewavps.keys[0].key },
    headers,
  });
  if (!signedIn.ok() || !linked.ok())
    throw new Error(`sign-in: ${signedIn.status()}, key: ${linked.status()}`);
}
