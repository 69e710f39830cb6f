/**
 * The page of prices: by location, for a chosen size, and from a size to a new machine. One failed read
 * leaves the rest.
 */
import type { Locator, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { waitForHydration, hydrated } from './support/people';
import { openSession } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { account, createButton, fillAccess } from './support/vps';

const table = (page: Page, name: string) => page.getByRole('table', { name });
const sizes = (page: Page) => table(page, 'Preset sizes');
const row = (within: Locator, name: string) =>
  within.getByRole('row').filter({ has: within.page().getByRole('rowheader', { name }) });
const heading = (page: Page) => page.getByRole('heading', { name: 'Prices', level: 1 });

test('creates a machine at the price that the page showed', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.prices(account));
  await expect(heading(page)).toBeVisible();
  await hydrated(page);
  // 1 core, 1 GB, 20 GB and an address: Epyc 75 + 60 + 40 + 35 an hour, Xeon 60 + 50 + 20 + 35.
  const starter = row(sizes(page), 'Starter');
  await expect(starter).toContainText('Rp151.200/month');
  await expect(starter).toContainText('Rp165/hour');
  await expect(row(table(page, 'Unit prices'), 'Dedicated core')).toContainText('Rp158.400/month');
  await expect(row(table(page, 'Block storage'), 'NVMe')).toContainText('Rp5/hour');
  await page.getByLabel('With a new public address').uncheck();
  await page.getByLabel('With one backup').check();
  await page.getByLabel('CPU type').selectOption('Dedicated');
  await expect(starter).toContainText('Rp194.400/month'); // Epyc: 150 + 60 + 40 + 20

  await page.getByLabel('Location').selectOption({ label: 'Surabaya 1, Indonesia' });
  await expect(sizes(page).getByRole('columnheader')).toHaveText([
    'Size',
    'Cloud Compute AMD Epyc',
    'High Frequency NVMe',
  ]);
  await expect(row(table(page, 'Block storage'), 'NVMe')).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Location')).toHaveValue('2');
  await expect(starter).toContainText('Rp194.400/month');
  await hydrated(page);
  await page.goBack();
  await expect(sizes(page).getByRole('columnheader')).toHaveCount(4);

  await hydrated(page);
  const cores = page.getByLabel('Cores', { exact: true });
  const own = table(page, 'Custom size');
  await cores.fill('2.5');
  await cores.blur();
  await expect(cores).toHaveAccessibleDescription(/whole number|number/i);
  await expect(own).toContainText('unknown');
  await cores.fill('4');
  await page.getByLabel('Memory', { exact: true }).fill('8');
  await page.getByLabel('Disk', { exact: true }).fill('100');
  // Dedicated cores, a backup, no address. Epyc 600 + 480 + 200 + 100 an hour, Xeon 480 + 400 + 100 + 100.
  await expect(row(own, 'AMD Epyc')).toContainText('Rp1.380/hour');
  await expect(row(own, 'Intel Xeon')).toContainText('Cheapest');
  await expect(row(own, 'Intel Xeon')).toContainText('Rp1.080/hour');
  await expect(page).toHaveURL(/cpu=4&memory=8&disk=100/);

  await page.getByRole('searchbox').fill('debian');
  await expect(table(page, 'Operating systems').getByRole('rowheader')).toHaveText(['Debian']);
  await expect(row(table(page, 'Operating systems'), 'Debian')).toContainText('13, 12');
  await expectAccessible(page);

  // Standard: 2 dedicated cores, 4 GB, 60 GB in NVMe: 440 + 340 + 240; a backup of it 120.
  await page.getByLabel('With one backup').uncheck();
  const link = page.getByRole('link', { name: /^Create.*Standard, High Frequency NVMe/ });
  await expect(sizes(page).getByRole('cell').filter({ has: link })).toContainText('Rp1.020/hour');
  await link.click();
  await expect(page.getByRole('heading', { name: 'Create instance', level: 1 })).toBeVisible();
  await hydrated(page);
  const price = page.getByRole('region', { name: 'Price' });
  await expect(page.getByRole('radio', { name: /^Standard/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /High Frequency/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /^Dedicated/ })).toBeChecked();
  await expect(price).toContainText('Rp1.020/hour');
  // A reload keeps a choice that differs from the link.
  await page.getByRole('switch', { name: /Back up this instance/ }).check();
  await expect(price).toContainText('Rp1.140/hour');
  await expect(page).toHaveURL(new RegExp(`${paths.newInstance(account)}$`));
  await page.getByRole('switch', { name: /Back up this instance/ }).uncheck();
  await expect(price).toContainText('Rp1.020/hour');
  await fillAccess(page, { hostname: 'harga-1' });
  await createButton(page).click();
  await expect(page.getByRole('heading', { name: 'harga-1', level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Rp1.020/hour', { timeout: 20_000 });
});

test('shows the rest if a part can’t be read, and reads it again', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  // The server reads three tiers and is refused; the browser reads them again, and one of those reads is refused.
  await cloud.fault(tenant, { ref: 'D77', kind: 'status', status: 403, times: 4 });
  await cloud.fault(tenant, { ref: 'D74', kind: 'status', status: 422 });
  await cloud.fault(tenant, { ref: 'D01', kind: 'slow', delayMs: 2500 });
  await page.goto(paths.prices(account));
  await expect(heading(page)).toBeVisible();
  const tierTrouble = page
    .getByRole('alert')
    .filter({ hasText: /^The prices of .* couldn't be loaded/ });
  const systemTrouble = page
    .getByRole('alert')
    .filter({ hasText: "operating systems couldn't be loaded" });
  await expect(tierTrouble).toBeVisible();
  await expect(systemTrouble).toBeVisible();
  const starter = row(sizes(page), 'Starter');
  await expect(starter.getByText('unknown')).toHaveCount(1);
  await expect(starter.getByText(/^Rp.*\/month$/)).toHaveCount(2);
  await expect(row(table(page, 'Block storage'), 'SSD')).toContainText('Rp3/hour');
  await expectAccessible(page);
  await cloud.clearFaults(tenant);
  for (const trouble of [tierTrouble, systemTrouble]) {
    const again = trouble.getByRole('button', { name: 'Try again' });
    await waitForHydration(again);
    await again.click();
    await expect(trouble).toBeHidden();
  }
  await expect(starter.getByText(/^Rp.*\/month$/)).toHaveCount(3);
  await expect(row(table(page, 'Operating systems'), 'Ubuntu Desktop')).toContainText('40 GB');
});

test('shows prices to a key that may not read machines, on a phone and in Bahasa Indonesia', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 800 });
  const tenant = await cloud.createTenant({ dewavps: { keys: [{ scopes: ['billing'] }] } });
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.prices(account));
  await page.context().addCookies([{ name: 'nusa.locale', value: 'id', url: page.url() }]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Harga', level: 1 })).toBeVisible();
  const ready = table(page, 'Ukuran siap pakai');
  await expect(row(ready, 'Starter')).toContainText('Rp151.200/bulan');
  await expect(page.getByText('Kunci ini tidak memiliki akses ke block storage.')).toBeVisible();
  await expect(page.getByRole('link', { name: /Buat ukuran ini/ })).toHaveCount(0);
  await expectAccessible(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider).toBe(false);
});
