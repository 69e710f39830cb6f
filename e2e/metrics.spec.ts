/** The charts of an instance show what the backend has measured, and say what it hasn't measured. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated, keyOf } from './support/people';
import { urls } from './support/ports';
import { openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { account } from './support/vps';

const keys = [{ scopes: ['super'] }, { scopes: ['read_instance'] }, { scopes: ['billing'] }];
const minutes = (count: number) => ({ advanceSeconds: count * 60 });
const charts = ['CPU', 'Memory', 'Network', 'Disk'];

interface Point {
  time: string;
  cpu: number;
}

async function api(tenant: Tenant, method: string, path: string): Promise<unknown> {
  const answer = await fetch(`${urls.sandbox}/dewavps/v1${path}`, {
    method,
    headers: { 'x-apikey': keyOf(tenant), accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
  return ((await answer.json()) as { data: unknown }).data;
}

/**
 * Creates an instance in a tenant whose clock runs at normal speed, so that the last readings stay the last
 * for a minute.
 */
async function machine(): Promise<{ tenant: Tenant; uuid: string }> {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1, keys }, speed: 1 });
  const { data } = (await api(tenant, 'GET', '/instance?limit=1')) as { data: { uuid: string }[] };
  const [first] = data;
  if (!first) throw new Error('the tenant has no machine');
  return { tenant, uuid: first.uuid };
}

async function open(page: Page, tenant: Tenant, uuid: string, { key = 0, query = '' } = {}) {
  const next = `${paths.instancePart(account, uuid, 'metrics')}${query}`;
  await openWithKey(page, tenant, next, { label: account, which: key });
}

const chart = (page: Page, name: string) => page.getByRole('figure', { name });
const lines = (page: Page, name: string) => chart(page, name).locator('path.recharts-curve');

test('draws the measured values with one crosshair, as a table and as a file', async ({ page }) => {
  const { tenant, uuid } = await machine();
  await cloud.clock(tenant, minutes(90));
  await open(page, tenant, uuid);
  for (const name of charts) await expect(lines(page, name).first()).toBeVisible();

  // The arrow keys move the crosshair of all four charts.
  await chart(page, 'CPU').getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  const told = (name: string) => chart(page, name).getByText(/^\d+ \w+ 20\d\d, \d\d:\d\d WIB$/);
  const instant = (await told('CPU').textContent()) ?? '';
  for (const name of charts) await expect(told(name)).toHaveText(instant);

  await page.getByRole('button', { name: 'Show as table: CPU' }).click();
  const rows = page.getByRole('table', { name: 'CPU', exact: true }).getByRole('row');
  const measured = (
    (await api(tenant, 'GET', `/instance/${uuid}/rrd?periode=hour`)) as { cpu: Point[] }
  ).cpu;
  const reading = measured.at(20);
  const clock = `${reading?.time.slice(11)} WIB`;
  await expect(rows.filter({ hasText: clock })).toContainText(
    `${reading?.cpu.toFixed(1).replace(/\.0$/, '')}%`,
  );
  await expect(rows).toHaveCount(70); // the header and 69 rows, since the seventieth interval isn't complete

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the readings' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^metrics-.+-hour-\d{4}-\d\d-\d\d\.csv$/);
  const csv = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(csv[0]).toBe(
    '\uFEFFTime,State,CPU (%),Memory used (bytes),Received (bytes/s),Sent (bytes/s),Read (bytes/s),Written (bytes/s),Total memory (bytes)',
  );
  const utc = new Date(`${reading?.time.replace(' ', 'T')}:00+07:00`).toISOString();
  expect(csv.find((line) => line.startsWith(utc))).toMatch(
    new RegExp(`^${utc},Running,${reading?.cpu},\\d+,`),
  );
});

test('says the courses of CPU and memory in words on the instance’s page, also where there are none', async ({
  page,
}) => {
  const { tenant, uuid } = await machine();
  await openWithKey(page, tenant, paths.instance(account, uuid), { label: account });
  const load = page.getByRole('region', { name: 'Load', exact: true });
  await expect(load).toContainText('No readings yet.');
  await expect(load.getByRole('link', { name: 'All metrics' })).toBeVisible();

  await cloud.clock(tenant, minutes(90));
  // The console repeats an answer of the last second, so a second look may be needed.
  await expect(async () => {
    await page.reload();
    await expect(load.getByRole('term').first()).toHaveText('CPU, last hour', { timeout: 3000 });
  }).toPass();
  // The lines are for the eye alone; the figures beside them say the same in words.
  await expect(load.getByRole('definition').first()).toHaveText(
    /^[\d.]+%average [\d.]+%, peak [\d.]+%$/,
  );
  await expect(load.getByRole('definition').last()).toHaveText(
    /^[\d.]+ \wB of [\d.]+ GBaverage [\d.]+ \wB, peak [\d.]+ \wB$/,
  );
  await expect(load.locator('svg')).toHaveCount(2);
  await expect(load.locator('svg:not([aria-hidden="true"])')).toHaveCount(0);
  await expectAccessible(page);
});

test('keeps the period in the URL, and chooses it by keyboard', async ({ page }) => {
  const { tenant, uuid } = await machine();
  await cloud.clock(tenant, minutes(3 * 1440));
  await open(page, tenant, uuid);
  await hydrated(page);
  await page.getByRole('radio', { name: 'Hour' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/\/metrics\?period=day$/);
  await expect(page.getByText('One reading every 30 min. Times in WIB.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Day' })).toBeChecked();
  await expect(page.getByText('One reading every 30 min.')).toBeVisible();
  await expect(lines(page, 'Memory').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Week' }).click();
  await expect(page.getByRole('radio', { name: 'Week' })).toBeChecked();
  await expect(page.getByText('One reading every 3 h.')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Day' })).toBeChecked();
});

test('draws a gap while a machine was off, and names its start and end', async ({ page }) => {
  const { tenant, uuid } = await machine();
  await cloud.clock(tenant, minutes(40));
  await api(tenant, 'PATCH', `/instance/${uuid}/stop`);
  await cloud.clock(tenant, minutes(15));
  await api(tenant, 'PATCH', `/instance/${uuid}/start`);
  await cloud.clock(tenant, minutes(15));
  await open(page, tenant, uuid);
  await expect(page.getByText(/^Off .+ WIB – .+ WIB \(1[3-6] min\)$/)).toBeVisible();
  await expect(chart(page, 'CPU').getByText('Off', { exact: true })).toBeVisible(); // the label of the band
  const drawn = (await lines(page, 'Network').first().getAttribute('d')) ?? '';
  expect(drawn.match(/M/g)).toHaveLength(2); // one line before the gap and one after it
  await page.getByRole('button', { name: 'Show as table: Memory' }).click();
  const off = page
    .getByRole('table', { name: 'Memory', exact: true })
    .getByRole('row', { name: / · Off/ });
  await expect(off.first()).toContainText('–');
  expect(await off.count()).toBeGreaterThan(12);
});

test('shows a failure and retries', async ({ page }) => {
  const { tenant, uuid } = await machine();
  await cloud.clock(tenant, minutes(30));
  await cloud.fault(tenant, { ref: 'D05', kind: 'status', status: 500 });
  await open(page, tenant, uuid);
  const trouble = page.getByRole('alert').filter({ hasText: "The metrics couldn't be loaded." });
  const retry = trouble.getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible();
  await expect(retry).not.toHaveAttribute('aria-busy'); // the browser has finished its own two attempts
  await cloud.clearFaults(tenant);
  await retry.click();
  await expect(lines(page, 'CPU').first()).toBeVisible();
});

test('shows metrics to a key that reads instances, and says why a billing key sees none', async ({
  page,
  browser,
}) => {
  const { tenant, uuid } = await machine();
  await cloud.clock(tenant, minutes(30));
  await open(page, tenant, uuid, { key: 1 });
  await expect(lines(page, 'CPU').first()).toBeVisible();
  const other = await browser.newContext();
  const bills = await other.newPage();
  await open(bills, tenant, uuid, { key: 2 });
  await expect(bills.getByRole('alert').filter({ hasText: 'has no access' })).toBeVisible();
  await expect(bills.getByRole('figure')).toHaveCount(0);
  await other.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('is accessible with and without values', async ({ page }) => {
      const { tenant, uuid } = await machine();
      await open(page, tenant, uuid, { query: '?period=week' });
      await expect(page.getByRole('heading', { name: 'No readings yet' })).toBeVisible();
      await expectAccessible(page);
      await cloud.clock(tenant, minutes(30));
      await hydrated(page);
      await page.getByRole('button', { name: 'Show the last hour' }).click();
      for (const name of charts) await expect(lines(page, name).first()).toBeVisible();
      await page.getByRole('button', { name: 'Show as table: Disk' }).click();
      await expectAccessible(page);
    });
  });
}
