/** Documents: the PDF of an invoice, the buyer's data on it, and its due date in a calendar. */
import type { Download, Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { paths } from '@/lib/paths';
import type { Tenant, TenantOptions } from './support/cloud';
import { hydrated } from './support/people';
import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const groupOf = ({ awanio }: Tenant) => ({ org: awanio.organization.uuid });

/** Opens the only invoice of a new tenant. */
async function openInvoice(page: Page, options: TenantOptions['awanio']): Promise<Tenant> {
  const tenant = await cloud.createTenant({ awanio: { level: 3, projects: 0, ...options } });
  await openWithAccount(page, tenant, paths.billing(groupOf(tenant)));
  const row = page.getByRole('main').getByRole('table').getByRole('row').nth(1);
  await row.getByRole('link').first().click();
  await expect(page.getByRole('article', { name: 'Invoice' })).toBeVisible();
  await hydrated(page);
  return tenant;
}

/** Presses a button, and waits for the file that it saves. */
async function saved(page: Page, name: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return file;
}

/** The words of a PDF, by a library; by pdftotext as well where it is installed. */
async function wordsOf(file: Download): Promise<string[]> {
  const path = await file.path();
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path)));
  const { text } = await extractText(pdf, { mergePages: true });
  const { status, stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return [text, ...(status === 0 ? [stdout] : [])].map((each) => each.replace(/\s+/g, ' '));
}

test("the buyer's data outlast a sign-out, and stand on the PDF that we make", async ({ page }) => {
  const tenant = await openInvoice(page, { invoices: [{ kind: 'unpaid' }] });
  await page.getByRole('button', { name: 'Your details on invoices' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your details on invoices' });
  await expect(dialog).toContainText('kept in this browser only');
  await dialog.getByLabel('Name').fill('PT Kopi Nusantara');
  await dialog.getByLabel('Address').fill('Jl. Kopi 2\nBandung');
  await dialog.getByLabel('NPWP or NIK').fill('0012 3456-7890');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('An NPWP has 15 or 16 digits');
  await dialog.getByLabel('NPWP or NIK').fill('0012.3456-7890 1234');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const invoice = page.getByRole('article', { name: 'Invoice' });
  const taxLine = 'NPWP or NIK: 0012 3456 7890 1234';
  await expect(invoice).toContainText(taxLine);
  const address = page.url();

  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await openWithAccount(page, tenant, address);
  await expect(invoice).toContainText(taxLine);
  await hydrated(page);
  const file = await saved(page, 'Download PDF');
  expect(file.suggestedFilename()).toMatch(/^INV-UNPAID-[\dA-F]{8}\.pdf$/);
  for (const words of await wordsOf(file))
    for (const shown of [
      ...[
        'PT Kopi Nusantara',
        'Bandung',
        taxLine,
        'PT Awan Contoh',
        'NPWP: 01.234.567.8-901.000',
        'Subtotal Rp13.750',
      ],
      ...['Rp12.604', 'PPN 12 % Rp1.513', 'Left to pay Rp15.263', 'no tax invoice'],
      'Fifteen thousand two hundred sixty-three rupiah',
    ])
      expect(words).toContain(shown);
  await expect(invoice).toContainText(
    'Left to pay: Fifteen thousand two hundred sixty-three rupiah',
  );

  const calendar = await saved(page, 'Due date as calendar file');
  expect(calendar.suggestedFilename()).toMatch(/^INV-UNPAID-[\dA-F]{8}\.ics$/);
  const event = readFileSync(await calendar.path(), 'utf8');
  expect(event).toMatch(/\r\nDTSTART;VALUE=DATE:\d{8}\r\n/);
  expect(event).toContain('Rp15.263 is to be paid to PT Awan Contoh.');

  await page.getByRole('button', { name: 'Your details on invoices' }).click();
  await dialog.getByRole('button', { name: 'Remove from this browser' }).click();
  await expect(invoice).not.toContainText(taxLine);
});

test("the provider's PDF is downloaded, and ours is offered where it is a web page", async ({
  page,
}) => {
  await openInvoice(page, { vms: 1, age: 40, balance: 50_000_000 });
  const provided = await saved(page, 'Download PDF');
  for (const words of await wordsOf(provided)) expect(words).toContain('Billed to');
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText("The provider's document was downloaded.");

  await openInvoice(page, { vms: 1, age: 40, balance: 50_000_000, documents: 'html' });
  await page.getByRole('button', { name: 'Download PDF' }).click();
  await expect(notices).toContainText("The provider's document can't be read");
  const own = await saved(page, "Download the console's PDF");
  for (const words of await wordsOf(own)) {
    expect(words).toContain('Made by the console of');
    expect(words).toContain('Virtual machine');
  }
});
