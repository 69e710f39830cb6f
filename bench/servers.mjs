/*
 * Starts what the benches measure: sandbox and console from dist/ on their own ports, and Chromium (NUSA_CHROMIUM,
 * otherwise Playwright's or the system's).
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { endChildren, start as startChild } from '../scripts/children.mjs';
import { refuse, root } from '../scripts/root.mjs';
import { needPorts, untilUp } from '../scripts/run.mjs';

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
 * @param env further environment variables of the console; where it names an S3 endpoint, the sandbox speaks S3 there
 * @returns `base` is the console's URL; `order` posts to the sandbox's control API and returns its answer; `browser` is
 *   open; `pid` is the console's process; `stop` ends everything
 */
export async function startBench(port, env = {}) {
  if (!existsSync(path.join(root, 'dist', 'built')))
    refuse('There is no finished build: run `npm run build`.');
  const change = 'set BENCH_PORT to the first of four others';
  const wanted = [0, 1, 2, 3].map((next) => ({
    port: port + next,
    host: '127.0.0.1',
    setting: 'BENCH_PORT',
    change,
  }));
  await needPorts(wanted);
  const { NUSA_AWANIO_S3_ENDPOINT: s3 } = env;
  const base = `http://localhost:${port}`;
  const sandbox = `http://127.0.0.1:${port + 1}`;
  const control = `http://127.0.0.1:${port + 2}`;
  const data = mkdtempSync(path.join(tmpdir(), 'nusa-bench-'));
  const start = (file, own) =>
    startChild(process.execPath, [path.join(root, 'dist', file)], { env: own, stdio: 'ignore' });
  start('sandbox.mjs', {
    SANDBOX_PORT: String(port + 1),
    SANDBOX_CONTROL: '1',
    SANDBOX_CONTROL_PORT: String(port + 2),
    SANDBOX_SMTP_PORT: String(port + 3),
    SANDBOX_KUBERNETES_PORT: '0',
    SANDBOX_S3_PORT: s3 ? new URL(s3).port : '0',
    SANDBOX_DATA: data,
  });
  const { pid } = start('server.mjs', {
    NODE_ENV: 'production',
    PORT: String(port),
    NUSA_SECRET: 'of-this-bench-alone-of-this-bench-alone',
    NUSA_ORIGINS: base,
    NUSA_AWANIO_URL: `${sandbox}/awanio/v2`,
    NUSA_DEWAVPS_URL: `${sandbox}/dewavps/v1`,
    NUSA_CALLS_PER_MINUTE: '6000',
    NUSA_LOG_LEVEL: 'error',
    ...env,
  });
  let browser;
  const stop = async () => {
    await browser?.close();
    await endChildren();
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
  return { base, order, browser, pid, stop };
}

/**
 * Signs a browser's context in to a tenant's Awanio account, and links its VPS key as `bench`; with the key alone where
 * the tenant has no such account. @param base the console's address
 */
export async function signIn(base, { request }, { awanio, dewavps }) {
  const headers = { origin: base };
  const { csrfToken } = await (await request.get(`${base}/api/auth/csrf`)).json();
  const key = dewavps?.keys[0].key;
  const { username, password } = awanio ?? {};
  const form = awanio ? { username, password } : { label: 'bench', key };
  const signedIn = await request.post(
    `${base}/api/auth/callback/${awanio ? 'awanio' : 'dewavps'}`,
    { form: { ...form, csrfToken, json: 'true' }, headers },
  );
  const linked =
    awanio && key
      ? await request.post(`${base}/api/account/keys`, { data: { label: 'bench', key }, headers })
      : null;
  if (!signedIn.ok() || linked?.ok() === false)
    throw new Error(`sign-in: ${signedIn.status()}, key: ${linked?.status()}`);
}

/**
 * Signs in by the form: with the tenant's Awanio account, else with its VPS key as `bench`.
 * @param press presses the button by the function that it gets, which waits until the form is left
 */
export async function signInByForm(base, page, { awanio, dewavps }, press = (go) => go()) {
  await page.goto(`${base}/sign-in`);
  await page.waitForLoadState('networkidle');
  if (awanio) {
    await page.locator('input[name=username]').first().fill(awanio.username);
    await page.locator('input[name=password]').first().fill(awanio.password);
  } else {
    await page.getByRole('radio', { name: /API key/ }).check({ force: true });
    await page.getByLabel('Name for this account').fill('bench');
    await page.getByLabel('API key', { exact: true }).fill(dewavps.keys[0].key);
  }
  await press(async () => {
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  });
}

/** For `page.addInitScript`: notes in `globalThis.paints` the paints, and when the first row of a table is drawn. */
export function watchPaints() {
  const seen = (globalThis.paints = { fcp: 0, lcp: 0, row: 0 });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') seen.fcp = startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    const row = document.querySelector('main [role=rowheader]');
    // A task begun in a frame runs once the frame is drawn.
    if (row && row.getClientRects().length > 0) setTimeout(() => (seen.row = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Slows a page's CPU down. @param rate 4 is four times as slow */
export async function slowCpu(context, page, rate) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}
