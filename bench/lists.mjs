/*
 * `node bench/lists.mjs`, after `npm run build`, measures how long lists of 2,000 machines keep the browser busy.
 *
 * It starts sandbox and console from dist/ on their own ports, makes a tenant with 2,000 VMs (A25 answers all at once)
 * and 2,000 instances (D02, fifty a page), opens both lists in Chromium, weighs the first HTML and counts its rows, waits
 * for all rows, then searches, filters, sorts, scrolls and waits for a poll, each three times. It prints the longest
 * task of each after the load, from the browser's `longtask` entries, which leave out tasks under 50 ms; these count as
 * 0. It fails if the HTML doesn't hold 50 rows, or is larger than 300 kB. A task over 100 ms is only marked, since it
 * depends on the machine, too.
 *
 * BENCH_PORT (4310) is the first of four ports; BENCH_ROWS (2000) is the length of the lists.
 */
import { cpus, loadavg } from 'node:os';
import { signInByForm, startBench } from './servers.mjs';

const port = Number(process.env.BENCH_PORT ?? 4310);
const rows = Number(process.env.BENCH_ROWS ?? 2000);
const rounds = 3;
/** Bytes that the HTML of a list may have. */
const most = 300_000;
const { base, order, browser, stop } = await startBench(port);

const drawn = (html) => (html.match(/role="rowheader"/g) ?? []).length;

/** Waits until the browser has had no long task for a while. */
const quiet = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        let left = 8;
        const turn = () => (left-- > 0 ? requestIdleCallback(turn) : setTimeout(resolve, 300));
        turn();
      }),
  );

/** The longest task of some work, in milliseconds; 0 if all were under 50. */
async function longest(page, work) {
  await quiet(page);
  await page.evaluate(() => void (globalThis.tasks = []));
  await work();
  await quiet(page);
  return page.evaluate(() => Math.round(Math.max(0, ...globalThis.tasks)));
}

async function search(page, text) {
  const box = page.getByRole('searchbox');
  await box.click();
  await box.pressSequentially(text, { delay: 60 });
  await page.waitForURL((url) => url.searchParams.get('q') === text);
}

const clear = (page) => page.getByRole('searchbox').fill('');
const filter = (page, value) => page.getByRole('combobox', { name: 'Status' }).selectOption(value);

async function scroll(page) {
  for (let step = 0; step < 25; step += 1) {
    await page.mouse.wheel(0, 1200);
    await page.waitForTimeout(40);
  }
  await page.keyboard.press('Control+Home');
  await page.evaluate(() => window.scrollTo(0, 0));
}

async function press(page, column) {
  const head = page.getByRole('columnheader', { name: column }).getByRole('button');
  await head.click();
  await page.waitForURL((url) => url.searchParams.has('sort'));
  await head.click();
  await head.click();
}

async function measure(browser, name, where, account, { text, column }) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.tasks = [];
    globalThis.late = [];
    const loaded = () => performance.getEntriesByType('navigation')[0].loadEventEnd;
    new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries()) {
        globalThis.tasks.push(duration);
        if (document.readyState === 'complete' && startTime > loaded())
          globalThis.late.push(duration);
      }
    }).observe({ type: 'longtask', buffered: true });
  });
  await signInByForm(base, page, account);
  const html = await (await page.request.get(`${base}${where}`)).text();
  await page.goto(`${base}${where}`);
  await page.waitForLoadState('networkidle');
  await quiet(page);
  const opening = await page.evaluate(() => Math.round(Math.max(0, ...globalThis.tasks)));
  const late = await page.evaluate(() => Math.round(Math.max(0, ...globalThis.late)));
  const figures = {
    arrival: [late],
    search: [],
    clear: [],
    filter: [],
    sort: [],
    scroll: [],
    refresh: [],
    pick: [],
  };
  for (let round = 0; round < rounds; round += 1) {
    figures.search.push(await longest(page, () => search(page, text)));
    figures.clear.push(await longest(page, () => clear(page)));
    figures.filter.push(
      await longest(page, async () => {
        await filter(page, 'run');
        await quiet(page);
        await filter(page, '');
      }),
    );
    figures.sort.push(await longest(page, () => press(page, column)));
    figures.scroll.push(await longest(page, () => scroll(page)));
    figures.refresh.push(
      await longest(page, async () => {
        const answered = page.waitForResponse((answer) =>
          /\/api\/(awanio|dewavps)\//.test(answer.url()),
        );
        await page.getByRole('main').getByRole('button', { name: 'Refresh' }).click();
        await (await answered).finished();
      }),
    );
    const all = page.getByRole('checkbox', { name: 'Select all rows' });
    if (await all.count())
      figures.pick.push(
        await longest(page, async () => {
          await all.click();
          await all.click();
        }),
      );
  }
  await context.close();
  return { name, rows: drawn(html), bytes: Buffer.byteLength(html), opening, figures };
}

function print({ name, rows: count, bytes, opening, figures }) {
  console.log(
    `${name}: ${count} rows in the first HTML (${Math.round(bytes / 1000)} kB), longest task while opening ${opening} ms`,
  );
  for (const [what, each] of Object.entries(figures)) {
    if (each.length === 0) continue;
    const mark = Math.max(...each) > 100 ? '  over 100 ms' : '';
    console.log(
      `  ${what.padEnd(8)} ${each.map((ms) => String(ms).padStart(4)).join(' ')} ms${mark}`,
    );
  }
}

try {
  const tenant = await order('/tenants', {
    speed: 1,
    awanio: { vms: rows },
    dewavps: { instances: rows },
  });
  const { organization } = tenant.awanio;
  const vms = await measure(
    browser,
    `A25, ${rows} VMs`,
    `/o/${organization.uuid}/vms`,
    { awanio: tenant.awanio },
    { text: 'vm-12', column: 'Name' },
  );
  const instances = await measure(
    browser,
    `D02, ${rows} instances`,
    '/vps/bench/instances',
    { dewavps: tenant.dewavps },
    { text: 'instance-12', column: 'Created' },
  );
  console.log(
    `Longest task after load by round, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}:`,
  );
  for (const result of [vms, instances]) print(result);
  if ([vms, instances].some(({ rows: count, bytes }) => count !== 50 || bytes > most))
    process.exitCode = 1;
} finally {
  await stop();
}
