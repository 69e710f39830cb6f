/*
 * `node bench/polling.mjs`: how many calls a minute the console makes of each backend for one person with five tabs,
 * after `npm run build`. At 60 or more with one credential it fails.
 *
 * Starts sandbox and console from dist/ on ports of its own, and signs one person in to an Awanio account with a VPS
 * key linked. Opens the instance list twice, an instance's page, the list of VMs and home, five pages of one Chromium
 * context: without a window Chromium holds all of them for visible, which is checked, so that all of them poll, as
 * five windows side by side would. Tabs in the background poll nothing. An instance restarts meanwhile, with the
 * tenant's clock all but stopped, so that every page with instances is at its fast pace. Counts what reached a backend by the
 * console's own metrics (`nusa_backend_calls_total`), by operation; D operations go with the key, A operations with the token.
 *
 * BENCH_PORT (4630) is the first of four ports; BENCH_MINUTES (2).
 */
import { signIn, startBench } from './servers.mjs';

const port = Number(process.env.BENCH_PORT ?? 4630);
const minutes = Number(process.env.BENCH_MINUTES ?? 2);
const most = 60;
const metricsToken = 'of-this-bench-alone';
const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const { base, order, browser, stop } = await startBench(port, { NUSA_METRICS_TOKEN: metricsToken });

/** Calls that reached a backend, by operation. */
async function calls() {
  const answer = await fetch(`${base}/api/metrics`, {
    headers: { authorization: `Bearer ${metricsToken}` },
  });
  const counted = {};
  for (const [, ref, value] of (await answer.text()).matchAll(
    /^nusa_backend_calls_total\{[^}]*ref="(\w+)"[^}]*\} (\d+)/gm,
  ))
    counted[ref] = (counted[ref] ?? 0) + Number(value);
  return counted;
}

try {
  const tenant = await order('/tenants', {
    speed: 1,
    awanio: { vms: 5 },
    dewavps: { instances: 5 },
  });
  const context = await browser.newContext();
  await signIn(base, context, tenant);
  const org = tenant.awanio.organization.uuid;
  const first = await context.newPage();
  await first.goto(`${base}/vps/bench/instances`);
  const link = first.getByRole('table').getByRole('rowheader').getByRole('link').first();
  const detail = await link.getAttribute('href');
  const pages = [first];
  for (const address of ['/vps/bench/instances', detail, `/o/${org}/vms`, '/']) {
    const page = await context.newPage();
    await page.goto(`${base}${address}`);
    pages.push(page);
  }
  const instance = detail.split('/').at(-1);
  await order(`/tenants/${tenant.id}/instances/${instance}/restart`, {});
  await order(`/tenants/${tenant.id}/clock`, { speed: 0.001 });
  for (const page of pages) {
    if ((await page.evaluate(() => document.visibilityState)) !== 'visible')
      throw new Error(`${page.url()} is hidden`);
    await page.reload();
  }
  await wait(20); // what loading asks for once is no polling
  const before = await calls();
  await wait(minutes * 60);
  const after = await calls();

  const shown = await Promise.all(
    pages.slice(0, 3).map((page) => page.getByRole('main').getByText('Starting').count()),
  );
  if (shown.includes(0)) throw new Error('the instance is not at work on every page');
  const rates = Object.entries(after)
    .map(([ref, count]) => [ref, (count - (before[ref] ?? 0)) / minutes])
    .filter(([, rate]) => rate > 0);
  const sum = (letter) =>
    rates.filter(([ref]) => ref.startsWith(letter)).reduce((total, [, rate]) => total + rate, 0);
  console.log(`five visible tabs, an instance at work, ${minutes} minute(s); calls a minute:`);
  for (const [ref, rate] of rates) console.log(`  ${ref.padEnd(6)} ${rate.toFixed(1).padStart(6)}`);
  console.log(`  with the VPS key      ${sum('D').toFixed(1)} (under ${most})`);
  console.log(`  with the Awanio token ${sum('A').toFixed(1)} (under ${most})`);
  if (sum('D') >= most || sum('A') >= most) process.exitCode = 1;
} finally {
  await stop();
}
