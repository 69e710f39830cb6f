/**
 * The price list of an organization, and the estimates of both backends: from a price to a sum, a shared link, and the
 * filled form.
 */
import type { Locator, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { hydrated, waitForHydration } from './support/people';
import { openSession, openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { account } from './support/vps';

const table = (page: Page, name: string) => page.getByRole('table', { name });
const row = (within: Locator, name: string | RegExp) =>
  within.getByRole('row').filter({ has: within.page().getByRole('rowheader', { name }) });
const items = (page: Page) => table(page, 'In this estimate');
const price = (page: Page) => page.getByRole('region', { name: 'Price' });
/** The URL of an estimate with these lines. */
const linesUrl = (path: string, lines: readonly string[]) =>
  `${path}?${new URLSearchParams(lines.map((line) => ['line', line])).toString()}`;
/** The name of a link beside a price: its word, and what it is about. */
const link = (word: string, of: string) => new RegExp(`^${word} ?: ${of}`);
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

test('finds a plan in the price list and estimates several of it', async ({ page, tenant }) => {
  const scope = { org: tenant.awanio.organization.uuid };
  await openWithAccount(page, tenant, paths.groupPrices(scope));
  await expect(heading(page, 'Prices')).toBeVisible();
  await hydrated(page);
  const machines = table(page, 'Virtual machines');
  const plan = row(machines, /^s-d/);
  await expect(plan).toContainText('Rp230.400/month');
  await expect(plan).toContainText('Rp320/hour');
  await expect(plan).toContainText('Available');
  await expect(row(table(page, 'Kubernetes'), /^k-a/)).toContainText('2 GB');
  await expect(row(table(page, 'Images'), 'Fedora Server 43')).toContainText('40 GB');

  const byPrice = machines.getByRole('columnheader', { name: 'Price' });
  await byPrice.getByRole('button').click();
  await expect(byPrice).toHaveAttribute('aria-sort', 'ascending');
  await byPrice.getByRole('button').click();
  await expect(machines.getByRole('rowheader').first()).toContainText('h-b');
  await page.getByRole('searchbox').fill('v-2');
  await expect(table(page, 'Volumes').getByRole('rowheader')).toHaveText([/^v-2/]);
  await expect(machines).toHaveCount(0);
  await expect(page).toHaveURL(/sort=-price&q=v-2/);
  await expectAccessible(page);

  await table(page, 'Volumes')
    .getByRole('link', { name: link('Estimate', 'v-2') })
    .click();
  await expect(heading(page, 'Estimate')).toBeVisible();
  await hydrated(page);
  await page.getByRole('link', { name: 'Prices' }).last().click();
  await expect(heading(page, 'Prices')).toBeVisible();
  await page.getByRole('link', { name: link('Estimate', 's-d') }).click();
  await expect(heading(page, 'Estimate')).toBeVisible();
  await hydrated(page);
  await page.getByLabel('Number of s-d').fill('3');
  await page.getByLabel('Plan').selectOption({ label: 'ip-p · Rp28.800/month' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  // 3 × 320, 70 for the volume, 40 for the address.
  await expect(price(page)).toContainText('Rp1.070/hour');
  await expect(price(page)).toContainText('Rp770.400/month');
  await expect(price(page)).toContainText(/BalanceRp[\d.]+With everything that runs/);
  await page.getByLabel('Number of s-d').fill('0');
  await expect(page.getByLabel('Number of s-d')).toHaveAttribute('aria-invalid', 'true');
  await expect(price(page)).toContainText('Rp1.070/hour');
  await page.getByRole('button', { name: 'Remove ip-p' }).click();
  await expect(price(page)).toContainText('Rp1.030/hour');
  await page.goBack();
  await expect(price(page)).toContainText('Rp1.070/hour');
  await expectAccessible(page);

  await items(page)
    .getByRole('button', { name: link('Create', 'v-2') })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Create volume' });
  await expect(dialog.getByRole('radio', { name: /v-2|50 GB/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await items(page)
    .getByRole('link', { name: link('Create one', 's-d') })
    .click();
  await expect(heading(page, 'Create virtual machine')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^s-d/ })).toBeChecked();
});

test('names what a shared link can’t add up, and keeps a copy for a member', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { level: 2 } });
  const { uuid } = tenant.awanio.organization;
  await openWithAccount(page, tenant, paths.groupPrices({ org: uuid }));
  await hydrated(page);
  const first = page.getByRole('link', { name: link('Estimate', 's-a') });
  const path = (await first.getAttribute('href')) ?? '';
  // A plan that is gone, a kind that nobody knows, and half a line.
  const shared = `${path}&line=volume.2.gone.v-9&line=ship.1.a&line=vm`;
  await page.goto(shared);
  await expect(price(page)).toContainText('Rp85/hour');
  await expect(price(page)).toContainText("2 items aren't in the sum");
  await expect(price(page)).toContainText('2 × v-9: The provider no longer offers this plan.');
  await expect(items(page)).toContainText("This console doesn't know this item.");
  await expect(page.getByRole('main')).toContainText("1 line of this link couldn't be read");
  await hydrated(page);
  await page.getByText('Saved in this browser').click();
  await page.getByLabel('Save this estimate as').fill('Toko');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByText('Nothing to add up yet')).toBeVisible();
  await page.getByRole('button', { name: 'Toko', exact: true }).click();
  await expect(price(page)).toContainText('Rp85/hour');
  await expect(price(page)).toContainText('Only members who can view billing see its balance.');
  await expect(price(page)).not.toContainText('BalanceRp');
});

test('calls nothing gone while prices are missing', async ({ page, tenant }) => {
  const scope = { org: tenant.awanio.organization.uuid };
  await cloud.fault(tenant, { ref: 'A34', kind: 'status', status: 422 });
  await openWithAccount(
    page,
    tenant,
    linesUrl(paths.groupEstimate(scope), ['vm.1.u.s-x', 'ship.1.a']),
  );
  const trouble = page.getByRole('alert').filter({ hasText: 'Not all prices could be loaded' });
  await expect(trouble).toBeVisible();
  await expect(row(items(page), /^s-x/)).not.toContainText('no longer offers');
  await expectAccessible(page);
  await cloud.clearFaults(tenant);
  const again = trouble.getByRole('button', { name: 'Try again' });
  await waitForHydration(again);
  await again.click();
  await expect(row(items(page), /^s-x/)).toContainText('no longer offers');
  await expect(trouble).toBeHidden();
});

test('estimates machines, volumes and addresses of a VPS account', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.prices(account));
  await hydrated(page);
  await page.getByRole('link', { name: link('Estimate', 'Starter, .*Epyc') }).click();
  await expect(heading(page, 'Estimate')).toBeVisible();
  await hydrated(page);
  await expect(price(page)).toContainText('Rp210/hour'); // with its address
  await page.getByLabel(/^Number of Instance/).fill('2');
  await page.getByLabel('What').selectOption('Volume');
  await page.getByLabel('Type').selectOption('SSD');
  await page.getByRole('textbox', { name: 'Size' }).fill('100');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  // 2 × 210, and 100 GB at 3.
  await expect(price(page)).toContainText('Rp720/hour');
  await expect(price(page)).toContainText('Rp518.400/month');
  await expect(price(page)).toContainText('With everything that runs');
  await page.getByLabel('What').selectOption('Public address');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(price(page)).toContainText('Rp755/hour');
  await expectAccessible(page);
  await page.reload();
  await expect(price(page)).toContainText('Rp755/hour');
  await hydrated(page);

  await items(page)
    .getByRole('button', { name: link('Create', 'Volume') })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Create volume' });
  await expect(dialog.getByLabel('Size')).toHaveValue('100');
  await expect(dialog.getByLabel('Location')).toHaveValue('1');
  await expect(dialog).toContainText('Rp300/hour');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await items(page)
    .getByRole('link', { name: link('Create one', 'Instance') })
    .click();
  await expect(heading(page, 'Create instance')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Starter/ })).toBeChecked();
});

test('names what a VPS provider no longer offers, on a phone and in Bahasa Indonesia', async ({
  page,
  tenant,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 800 });
  await openSession(page, tenant, 'dewavps');
  const path = linesUrl(paths.estimate(account), [
    'machine.2.1.1.1-1-20.address',
    'machine.1.1.99.2-4-60.dedicated',
    'address.1.77',
    'volume.1.1.1.99999',
  ]);
  await page.goto(path);
  await page.context().addCookies([{ name: 'nusa.locale', value: 'id', url: page.url() }]);
  await page.reload();
  const total = page.getByRole('region', { name: 'Harga' });
  await expect(total).toContainText('Rp420/jam');
  await expect(total).toContainText('3 item tidak ikut dijumlahkan');
  await expect(total).toContainText('Lokasi ini tidak lagi menawarkan tier ini.');
  await expect(total).toContainText('Penyedia tidak lagi menawarkan lokasi ini.');
  await expect(total).toContainText('Jenis volume ini tidak ditawarkan dalam ukuran ini.');
  await expectAccessible(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider).toBe(false);
});
