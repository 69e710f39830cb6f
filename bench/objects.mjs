/*
 * `node bench/objects.mjs`, after `npm run build`, measures how long a bucket of 100,000 objects keeps the browser busy.
 *
 * It starts sandbox and console from dist/ on their own ports, makes a tenant with such a bucket, links its storage key,
 * opens the bucket in Chromium, opens a folder, scrolls to the end of its first page, turns pages, searches by prefix, sorts
 * all by size, scrolls through them, and selects all. It prints
 * the longest task of each after the load, from the browser's `longtask` entries, which leave out tasks under 50 ms;
 * these count as 0. A task over 100 ms is only marked, since it depends on the machine, too.
 *
 * BENCH_PORT (4320) is the first of five ports; BENCH_ROWS (100000) is the number of objects.
 */
import { signIn, startBench } from './servers.mjs';

const port = Number(process.env.BENCH_PORT ?? 4320);
const objects = Number(process.env.BENCH_ROWS ?? 100_000);
const endpoint = `http://127.0.0.1:${port + 4}`;
const { base, order, browser, stop } = await startBench(port, {
  NUSA_AWANIO_S3_ENDPOINT: endpoint,
});

/** Waits until the browser has had no long task for a while. */
const quiet = (page) =>
  page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 400))),
  );

try {
  const bucket = 'besar';
  const { awanio } = await order('/tenants', {
    name: 'Besar',
    awanio: { objectStorage: { buckets: [{ name: bucket, objects, prefix: 'log/' }] } },
  });
  const org = awanio.organization.uuid;
  const { access_key, secret_key } = awanio.objectStorage;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await signIn(base, context, { awanio });
  const linked = await context.request.put(`${base}/api/storage/organizations/${org}/key`, {
    data: { access_key, secret_key },
    headers: { origin: base },
  });
  if (!linked.ok()) throw new Error(`the key: ${linked.status()} ${await linked.text()}`);
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const first = page.getByRole('main').getByRole('rowheader').first();
  const shows = (text) => first.filter({ hasText: text }).waitFor();
  await page.goto(`${base}/o/${org}/object-storage/${bucket}`);
  await shows('log/');
  await quiet(page);
  const press = (name) => page.getByRole('button', { name, exact: true }).click();
  const toEnd = async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(500);
  };
  const works = {
    folder: async () => {
      await page.getByRole('main').getByRole('link', { name: 'log/', exact: true }).click();
      await shows('file-000001');
    },
    scroll: async () => {
      await toEnd();
      await page.getByRole('rowheader', { name: 'file-001000.txt' }).waitFor();
    },
    next: async () => {
      await press('Next page');
      await shows('file-001001');
    },
    previous: async () => {
      await press('Previous page');
      await shows('file-000001');
    },
    search: async () => {
      await page.getByRole('searchbox').pressSequentially('file-0999', { delay: 60 });
      await shows('file-099900');
    },
    'clear search': async () => {
      await page.getByRole('searchbox').fill('');
      await shows('file-000001');
    },
    'sort by size': async () => {
      await page.getByRole('columnheader', { name: 'Size' }).getByRole('button').click();
      await page.getByText(/the whole folder is read first/).waitFor();
      await page
        .getByText(/the whole folder is read first/)
        .waitFor({ state: 'hidden', timeout: 300_000 });
    },
    'turn the order': async () => {
      await page.getByRole('columnheader', { name: 'Size' }).getByRole('button').click();
      await page.waitForTimeout(1500);
    },
    'scroll all': async () => {
      for (let at = 0; at < 20; at += 1) {
        await page.mouse.wheel(0, 40_000);
        await page.waitForTimeout(50);
      }
      await toEnd();
    },
    'select all': async () => {
      await page.getByRole('checkbox', { name: 'Select all rows' }).check();
      await page
        .getByText(/ selected$/)
        .first()
        .waitFor();
    },
    'select one less': async () => {
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.getByRole('main').getByRole('row').nth(3).getByRole('checkbox').uncheck();
      await page.waitForTimeout(300);
    },
    'drop 10,000 files': async () => {
      await page.goto(`${base}/o/${org}/object-storage/${bucket}?prefix=baru/`);
      await page.getByText('This folder is empty').waitFor();
      await quiet(page);
      const dataTransfer = await page.evaluateHandle(() => {
        const dropped = new DataTransfer();
        for (let at = 0; at < 10_000; at += 1)
          dropped.items.add(new File(['isi'], `file-${at}.txt`));
        return dropped;
      });
      await page.evaluate(() => void (globalThis.tasks = [])); // those files are the work of this script
      await page.dispatchEvent('main', 'dragenter', { dataTransfer });
      await page.dispatchEvent('main', 'drop', { dataTransfer });
      const uploads = page
        .getByRole('banner')
        .getByRole('button', { name: /^Uploads:.* of 10,000/ });
      await uploads.waitFor({ timeout: 120_000 });
      await uploads.click();
      await page.waitForTimeout(10_000);
    },
  };
  console.log(`longest task in ms, ${objects.toLocaleString('en')} objects`);
  for (const [name, work] of Object.entries(works)) {
    await page.evaluate(() => void (globalThis.tasks = []));
    const began = performance.now();
    await work();
    const took = Math.round(performance.now() - began);
    await quiet(page);
    const task = await page.evaluate(() => Math.round(Math.max(0, ...globalThis.tasks)));
    console.log(`${String(task).padStart(6)}  ${name} (${took} ms)${task > 100 ? '  OVER' : ''}`);
  }
} finally {
  await stop();
}
