/*
 * `node bench/polling.mjs`, after `npm run build`, counts the calls a minute to each backend for one person with five
 * tabs. It fails at 60 or more with one credential.
 *
 * It starts sandbox and console from dist/ on their own ports, and signs one person in to an Awanio account with a
 * linked VPS key. It opens five pages in one Chromium context: the instance list twice, an instance's page, the list of
 * VMs, and home. Without a window, Chromium treats all of them as visible (the bench checks that), so all of them poll,
 * as five windows side by side would; tabs in the background don't poll. An instance restarts meanwhile, and the
 * tenant's clock is nearly stopped, so that every page with instances polls at its short interval. The calls are
 * counted by the console's metrics (`nusa_backend_calls_total`), by operation: D operations use the key, A operations
 * the token.
 *
 * BENCH_PORT (4630) is the first of four ports; BENCH_MINUTES (2) is how long it counts.
 */
import { signIn, startBench } from './servers.mjs';

const port = Number(process.env.BENCH_PORT ?? 4630);
const minutes = Number(process.env.BENCH_MINUTES ?? 2);
const most = 60;
const metricsToken = 'of-this-bench-alone';
const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const { base, order, browser, stop } = await startBench(port, { NUSA_METRICS_TOKEN: metricsToken });

/** The calls that reached a backend, by operation. */
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
  await wait(20); // the reads of the first load aren't polling
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
