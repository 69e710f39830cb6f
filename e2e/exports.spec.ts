/** Files of lists: XLSX and CSV of several pages, a limit in the middle, texts that look like formulas. */
import type { Download, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import readSheets from 'read-excel-file/node';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated } from './support/people';
import { urls } from './support/ports';
import { openWithAccount, openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const groupOf = ({ awanio }: Tenant) => ({ org: awanio.organization.uuid });

/** A tenant with 40 unpaid invoices of 13.750 rupiah and tax, which are three pages, and one in dollars. */
const billed = () =>
  cloud.createTenant({
    awanio: {
      projects: 0,
      invoices: [...Array.from({ length: 40 }, () => ({ kind: 'unpaid' })), { kind: 'foreign' }],
    },
  });

/** Chooses a format in the list's menu, of all rows where there is a choice. */
async function choose(page: Page, format: RegExp): Promise<Download> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'File format' }).click();
  await page
    .getByRole('menuitemradio', { name: format })
    .or(page.getByRole('menuitem', { name: format }))
    .first()
    .click();
  return saved;
}

test('saves the invoices of all pages as XLSX, and waits for a limit in the middle', async ({
  page,
}) => {
  const tenant = await billed();
  await openWithAccount(page, tenant, paths.billing(groupOf(tenant)));
  await hydrated(page);
  await page.getByRole('button', { name: 'File format' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  // The first page comes, the second one is refused at first.
  await cloud.fault(tenant, { ref: 'A45', kind: 'slow', delayMs: 0, times: 1 });
  await cloud.fault(tenant, { ref: 'A45', kind: 'status', status: 429, times: 1 });
  const saving = choose(page, /Excel/);
  const dialog = page.getByRole('dialog', { name: 'Download all rows' });
  await expect(dialog.getByText(/takes no more calls for now/)).toBeVisible();
  await expect(dialog.getByText('1 of 3 pages read')).toBeVisible();
  await expectAccessible(page);
  const file = await saving;
  await expect(dialog).toBeHidden();
  expect(file.suggestedFilename()).toMatch(/^invoices-\d{4}-\d\d-\d\d\.xlsx$/);
  const [sheet] = await readSheets(await readFile(await file.path()));
  const [head = [], ...rows] = sheet?.data ?? [];
  expect(rows).toHaveLength(41);
  const at = (name: string) => head.indexOf(name);
  const totals = rows.map((row) => row[at('Amount')]);
  // 11 % of 13.750 is 1.512,50, half up.
  expect(totals.filter((total) => total === 15_263)).toHaveLength(40);
  expect(totals.filter((total) => typeof total === 'string')).toEqual([
    expect.stringContaining('USD'),
  ]);
  for (const row of rows) {
    expect(row[at('Number')]).toEqual(expect.any(String));
    const due = row[at('Due date')];
    if (due !== null) expect(due).toEqual(expect.any(Date));
    if (due instanceof Date) expect(due.toISOString()).toContain('T00:00:00.000Z');
  }

  // The choice is remembered, and the dialog can be left.
  await cloud.fault(tenant, { ref: 'A45', kind: 'slow', delayMs: 3000 });
  await page.getByRole('button', { name: 'Download all rows' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
});

test('saves one page in the separators of Indonesian spreadsheets', async ({ page }) => {
  const tenant = await billed();
  await page.context().addCookies([{ name: 'nusa.locale', value: 'id', url: urls.console }]);
  await openWithAccount(page, tenant, paths.billing(groupOf(tenant)));
  await hydrated(page);
  await page.setViewportSize({ width: 390, height: 800 });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Format file' }).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu).toContainText('Halaman ini');
  await menu.getByText('CSV dengan titik koma').last().click();
  const lines = (await readFile(await (await saved).path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(16);
  expect(lines[0]).toMatch(/^Nomor;.+;Jumlah;/);
  expect(lines.filter((line) => line.includes(';15263;'))).not.toHaveLength(0);
});

test('keeps a name that looks like a formula a text', async ({ page }) => {
  const name = `=cmd|' /C calc'!A0`;
  const tenant = await cloud.createTenant({ dewavps: { networks: [{ name, members: 0 }] } });
  await openWithKey(page, tenant, paths.networks('toko'));
  await hydrated(page);
  const [sheet] = await readSheets(await readFile(await (await choose(page, /Excel/)).path()));
  expect(sheet?.data.flat()).toContain(name);
  const text = await readFile(await (await choose(page, /commas/)).path(), 'utf8');
  expect(text).toContain(`'${name}`);
});
