/** The money of a VPS account: payments and their receipts, movements, invoices, reports, and their files. */
import type { Download, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated, press } from './support/people';
import { openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

/** The account's slug: sign-in calls the account `toko`. */
const toko = 'toko';
const main = (page: Page) => page.getByRole('main');
const rows = (page: Page, table: string) =>
  main(page)
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });

/** The rupiah of a text: `-Rp1.234` is -1234. */
const read = (text: string | null) =>
  (text?.includes('-') ? -1 : 1) * Number((text ?? '').replace(/.*Rp/, '').replaceAll('.', ''));

/** The figures of a description list: words and rupiah. */
async function figures(page: Page, name: string): Promise<Record<string, number>> {
  const part = main(page)
    .getByRole('region', { name })
    .or(main(page).getByRole('article', { name }));
  const list = part.locator('dl').last();
  await expect(list).toBeVisible();
  const [terms, values] = await Promise.all([
    list.locator('dt').allTextContents(),
    list.locator('dd').allTextContents(),
  ]);
  return Object.fromEntries(terms.map((term, at) => [term, read(values[at] ?? null)]));
}

/** A postpaid account of many months: each but the newest was paid, by a deposit. */
const postpaid = (age: number, more: object = {}): Promise<Tenant> =>
  cloud.createTenant({ dewavps: { postpaid: true, instances: 1, age, ...more } as object });

const wide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function text(download: Download): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('latin1');
}

test('finds a payment beyond one page, and prints its receipt, which adds up', async ({ page }) => {
  const tenant = await postpaid(760);
  await openWithKey(page, tenant, paths.vpsBillingPart(toko, 'deposits'));
  await hydrated(page);
  await expect(rows(page, 'Deposits')).toHaveCount(20);
  await press(page.getByRole('button', { name: 'Next page' }));
  await expect(page).toHaveURL(/page=2/);
  await expect(rows(page, 'Deposits')).not.toHaveCount(20);
  const number = await rows(page, 'Deposits').last().getByRole('link').innerText();
  await page.goto(
    `${paths.vpsBillingPart(toko, 'deposits')}?q=${encodeURIComponent(number)}&state=paid`,
  );
  await expect(rows(page, 'Deposits')).toHaveCount(1);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await wide(page)).toBe(0);
  await rows(page, 'Deposits').getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible();
  await expectAccessible(page);
  expect(await wide(page)).toBe(0);
  const sums = await figures(page, 'Receipt');
  expect(sums['Paid in total']).toBe(
    (sums['Amount'] ?? NaN) + (sums['PPN'] ?? NaN) + (sums['Fee'] ?? NaN),
  );
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /PDF/ }).click();
  expect(await text(await saved)).toMatch(/^%PDF-/);
  await page.emulateMedia({ media: 'print' });
  await expect(main(page).getByRole('article', { name: 'Receipt' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});

test('shows the movements of a period with the balances before and after it', async ({ page }) => {
  const tenant = await cloud.createTenant({
    dewavps: { instances: 1, age: 70, balance: 50_000_000 } as object,
  });
  await openWithKey(page, tenant, paths.vpsBillingPart(toko, 'credits'));
  await hydrated(page);
  const month = page.getByRole('combobox', { name: 'Month' });
  await month.selectOption({ index: 2 }); // the month before this one
  await expect(page).toHaveURL(/start=\d{4}-\d{2}-01&end=/);
  const url = page.url();
  const balances = () => figures(page, 'Balance of the period');
  let closing = NaN;
  await expect(async () => {
    const told = await balances();
    closing = told['Closing balance'] ?? NaN;
    expect((told['Opening balance'] ?? NaN) + (told['Change'] ?? NaN)).toBe(closing);
    const after = rows(page, 'Movements').first().getByRole('cell').last();
    expect(read(await after.textContent())).toBe(closing);
  }).toPass();
  await page.getByRole('combobox', { name: 'Way' }).selectOption('In');
  await expect(page).toHaveURL(/type=A/);
  expect((await balances())['Closing balance']).toBe(closing);
  await page.goto(url); // a link shows the same
  await expect.poll(async () => (await balances())['Closing balance']).toBe(closing);
  await expectAccessible(page);
  await page.getByLabel('Until').fill('2020-01-01');
  await expect(main(page).getByText(/last day is before the first one/)).toBeVisible();
});

test('tells a postpaid account what the provider does not list, and a prepaid one why it has no invoices', async ({
  page,
}) => {
  const tenant = await postpaid(100);
  const invoices = paths.vpsBillingPart(toko, 'invoices');
  await openWithKey(page, tenant, invoices);
  await hydrated(page);
  await expect(rows(page, 'Invoices of the current month')).toHaveCount(1);
  await expect(main(page)).toContainText(/\d older invoices? (is|are) counted in the figures/);
  await expectAccessible(page);
  const saved = page.waitForEvent('download');
  await rows(page, 'Invoices of the current month').getByRole('button', { name: /PDF/ }).click();
  expect(await text(await saved)).toMatch(/^%PDF-/);
  await expect(page.getByText("The provider's document was downloaded.").first()).toBeVisible();
  const other = await cloud.createTenant({ dewavps: { instances: 1 } });
  await openWithKey(page, other, invoices);
  await expect(main(page)).toContainText('A prepaid account pays in advance');
});

test("shows a month's report whose totals agree, and its file", async ({ page }) => {
  const tenant = await postpaid(70, { disks: 1, exports: 'job' });
  await openWithKey(page, tenant, paths.vpsBillingPart(toko, 'reports'));
  await hydrated(page);
  await rows(page, 'Reports').nth(1).getByRole('link').click();
  await expect(rows(page, 'All costs').last()).toContainText('Total of the month');
  const costs = await rows(page, 'All costs')
    .locator('td:nth-last-child(1 of :not([data-more]))')
    .allTextContents();
  const services = await rows(page, 'All costs')
    .filter({ has: page.locator('th .font-semibold') })
    .locator('td:nth-last-child(1 of :not([data-more]))')
    .allTextContents();
  const total = read(costs.at(-1) ?? null);
  expect(services.reduce((sum, cost) => sum + read(cost), 0)).toBe(total);
  await page.getByRole('combobox', { name: 'Show by' }).selectOption('Part');
  await expect(page).toHaveURL(/by=part/);
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(rows(page, 'Cost by part').first()).toBeVisible();
  const parts = await rows(page, 'Cost by part')
    .locator('td:nth-last-child(1 of :not([data-more]))')
    .allTextContents();
  expect(parts.reduce((sum, cost) => sum + read(cost), 0)).toBe(total);
  await expectAccessible(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/); // the provider began a job alone
  await expect(page.getByText('The console made the file').first()).toBeVisible();
});

test("exports deposits as the provider's file", async ({ page }) => {
  const tenant = await postpaid(100);
  await openWithKey(page, tenant, paths.vpsBillingPart(toko, 'deposits'));
  await hydrated(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export deposits' });
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  expect(await text(file)).toContain('INV/');
  await expect(page.getByText("The provider's file was saved.").first()).toBeVisible();
});

test('leads a key for billing alone to its money, and tells one without it why', async ({
  page,
}) => {
  const keys = [{ scopes: ['billing'] }, { scopes: ['read_instance'] }];
  const tenant = await cloud.createTenant({ dewavps: { instances: 1, keys } });
  await openWithKey(page, tenant, '/');
  await expect(page).toHaveURL(new RegExp(`${paths.vpsBilling(toko)}$`));
  await expect(page.getByRole('heading', { name: 'Latest movements' })).toBeVisible();
  await expectAccessible(page);
  for (const part of ['deposits', 'credits', 'invoices', 'reports'] as const) {
    await openWithKey(page, tenant, paths.vpsBillingPart(toko, part), { which: 1 });
    await expect(main(page)).toContainText("This key doesn't have access to the bills");
  }
});
