/** The bills of all accounts, and a month's end: sums, balances that agree, one ZIP file; a refused account; a reload. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated, keyOf } from './support/people';
import { urls } from './support/ports';
import { openSession } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const day = 86_400_000;
const jakarta = 7 * 3_600_000;

/** The days since the middle of the last month of Jakarta, so that something happened in it. */
function sinceLastMonth(): number {
  const today = new Date(Date.now() + jakarta);
  const middle = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 15);
  return Math.round((today.getTime() - middle) / day);
}

/** A finance user with an unpaid invoice of the last month, and a VPS account with a deposit in it. */
async function customer(): Promise<Tenant> {
  const days = sinceLastMonth();
  return cloud.createTenant({
    awanio: {
      ...{ level: 3, vms: 1, projects: 0, age: days + 30, balance: 400_000_000 },
      invoices: [{ kind: 'unpaid', amount: 13_750, days }],
    },
    dewavps: {
      ...{ instances: 1, age: days + 30, balance: 2_000_000 },
      deposits: [{ days, amount: 500_000 }],
      keys: [{ scopes: ['super'] }, { scopes: ['read_instance'] }],
    },
  });
}

/** Signs in, and links keys of the tenant under their labels. */
async function signIn(page: Page, tenant: Tenant, keys: Record<string, number>): Promise<void> {
  await openSession(page, tenant, 'awanio');
  for (const [label, which] of Object.entries(keys)) {
    const answer = await page.context().request.post(`${urls.console}/api/account/keys`, {
      data: { label, key: keyOf(tenant, which) },
      headers: { origin: urls.console },
    });
    expect(answer.ok()).toBe(true);
  }
}

/** The cells of an account's row, by their headers. */
async function rowOf(page: Page, table: RegExp, account: string): Promise<Record<string, string>> {
  const found = page.getByRole('table', { name: table });
  const [heads, cells] = await Promise.all([
    found.getByRole('columnheader').allInnerTexts(),
    found.getByRole('row').filter({ hasText: account }).locator('th, td').allInnerTexts(),
  ]);
  return Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']));
}

const rupiah = (text: string | undefined) =>
  (text?.includes('-') ? -1 : 1) * Number((text ?? '').replace(/.*Rp/, '').replaceAll('.', ''));

const complete = (page: Page) => expect(page.getByRole('button', { name: 'Stop' })).toBeHidden();

test('finance closes a month over all accounts, with one ZIP file of it', async ({ page }) => {
  const tenant = await customer();
  const name = tenant.awanio.organization.name;
  await signIn(page, tenant, { Toko: 0, Terbatas: 1 });
  await page.goto(paths.allBilling());
  await hydrated(page);
  // The key without the right is named, and the others are whole.
  await expect(page.getByText("don't have the right to billing").first()).toBeVisible();
  const figures = page.getByRole('region', { name: 'Figures over all accounts' });
  await expect(figures).toContainText(`Without ${name}`);
  const invoices = page.getByRole('table', { name: 'Invoices of all accounts' });
  await expect(invoices.getByRole('row').filter({ hasText: 'Rp15.263' })).toHaveCount(1);
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download the PDF of INV.UNPAID/ }).click(),
  ]);
  expect(
    readFileSync(await pdf.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await page.getByRole('combobox', { name: 'State' }).selectOption('Paid');
  await expect(page).toHaveURL(/\?state=paid$/);
  await expect(invoices.getByRole('row').filter({ hasText: 'Rp15.263' })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Month end' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Month end' })).toBeVisible();
  await complete(page);
  await expect(page.getByText('Not in the sums')).toContainText('Terbatas');
  const organization = await rowOf(page, /^All accounts in/, name);
  expect(organization['Due']).toBe('Rp15.263');
  expect(rupiah(organization['Billed'])).toBe(rupiah(organization['Paid']) + 15_263);
  expect((await rowOf(page, /^All accounts in/, 'Toko'))['Tax on deposits']).toBe('Rp55.000');
  const balance = await rowOf(page, /^Balances of the VPS accounts/, 'Toko');
  expect(balance).toMatchObject({ In: 'Rp500.000', Agreement: 'Agrees' });
  expect(rupiah(balance['Opening balance']) + 500_000 - rupiah(balance['Out'])).toBe(
    rupiah(balance['Closing balance']),
  );
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(wide)).toBe(0);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download all as ZIP' }).click(),
  ]);
  const files = unzipSync(readFileSync(await download.path()));
  const names = Object.keys(files);
  const pdfs = names.filter((file) => file.endsWith('.pdf'));
  expect(pdfs.length).toBe(Number(organization['Invoices']) + 1); // and the deposit's receipt
  for (const file of pdfs)
    expect(strFromU8(files[file]?.slice(0, 5) ?? new Uint8Array())).toBe('%PDF-');
  expect(names.filter((file) => file.endsWith('.txt'))).toEqual([]);
  const sheet = files[names.find((file) => file.endsWith('.xlsx')) ?? ''];
  const sheets = await readExcel(Buffer.from(sheet ?? new Uint8Array()));
  const rows = sheets.find((of) => of.sheet === 'Summary')?.data ?? [];
  const value = (row: number, head: string) => rows[row]?.[rows[0]?.indexOf(head) ?? -1];
  const totals = rows.findIndex(([first]) => String(first).startsWith('All accounts'));
  expect(value(totals, 'Due')).toBe(15_263);
  expect(value(totals, 'Billed')).toBe(rupiah(organization['Billed']));
  expect(value(totals, 'Closing balance')).toBe(rupiah(balance['Closing balance']));
});

test('a failed account is tried again by itself, and a document that fails is named', async ({
  page,
}) => {
  const tenant = await customer();
  await signIn(page, tenant, { Toko: 0 });
  await cloud.fault(tenant, {
    ref: 'D82',
    kind: 'status',
    status: 400,
    message: 'Rusak',
    times: 1,
  });
  await page.goto(paths.monthEnd());
  const trouble = page.getByRole('alert').filter({ hasText: 'The month of Toko' });
  await expect(trouble).toBeVisible();
  const name = tenant.awanio.organization.name;
  expect((await rowOf(page, /^All accounts in/, name))['Due']).toBe('Rp15.263');
  await trouble.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('cell', { name: 'Agrees' })).toBeVisible();
  await expect(trouble).toBeHidden();

  await cloud.fault(tenant, { ref: 'D81', kind: 'status', status: 500 });
  await cloud.fault(tenant, { ref: 'D79', kind: 'status', status: 500 });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download all as ZIP' }).click(),
  ]);
  const files = unzipSync(readFileSync(await download.path()));
  expect(strFromU8(files['not-included.txt'] ?? new Uint8Array())).toMatch(/^Toko: Receipt .+\t/);
  await expect(page.getByRole('alert').filter({ hasText: 'Toko: Receipt' })).toBeVisible();
});

test('a reload in the middle goes on where the reading was', async ({ page }) => {
  const tenant = await customer();
  await signIn(page, tenant, { Toko: 0 });
  await cloud.fault(tenant, { ref: 'D82', kind: 'slow', delayMs: 20_000, times: 1 });
  await page.goto(paths.monthEnd());
  const arrived = async () => (await cloud.arrivals(tenant)).map(({ ref }) => ref);
  await expect.poll(arrived).toContain('D82');
  await expect(page.getByRole('status').filter({ hasText: '1 of 2 accounts' })).toBeVisible();
  await page.reload();
  await complete(page);
  expect((await rowOf(page, /^Balances of the VPS/, 'Toko'))['Agreement']).toBe('Agrees');
  const calls = await arrived();
  for (const once of ['D84', 'D88', 'D79', 'A45'])
    expect([once, calls.filter((ref) => ref === once).length]).toEqual([once, 1]);
});
