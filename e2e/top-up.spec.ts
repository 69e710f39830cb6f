/** Top-ups: each step from the amount to the payment, what becomes of it, and that nobody pays twice. */
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated, press } from './support/people';
import { openWithAccount, openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const account = 'toko';
const vps = { account };
const scopeOf = ({ awanio }: Tenant) => ({ org: awanio.organization.uuid });

const open = (page: Page, tenant: Tenant, path: string) =>
  openWithKey(page, tenant, path, { label: account });

/** Chooses a method on the page of a top-up, and asks for the payment. */
async function ask(page: Page, method: RegExp, amount: string): Promise<void> {
  await hydrated(page);
  await page.getByLabel('Amount', { exact: true }).fill(amount);
  await page.getByRole('radio', { name: method }).check();
  await press(page.getByRole('button', { name: /^Pay Rp/ }));
  await expect(page.getByRole('heading', { level: 1, name: /Payment of/ })).toBeVisible();
}

const status = (page: Page) => page.locator('header [data-status], h1 ~ [data-status]').first();

test('a virtual account: the exact total before paying, and live until it is paid', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1, balance: 250_000 } });
  await open(page, tenant, paths.topUp(vps));
  await hydrated(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Rp100.000' }).click();
  await page.getByRole('radio', { name: /BCA VA/ }).check();
  const sum = page.getByRole('region', { name: 'What you pay' });
  await expect(page.getByRole('button', { name: 'Pay Rp115.000' })).toBeVisible();
  await expect(page.getByText('PPN 12 %')).toBeVisible();
  await expect(page.getByText(/^Balance then: Rp350.000/)).toContainText('Enough for');
  await press(page.getByRole('button', { name: 'Pay Rp115.000' }));
  await expect(page.getByRole('heading', { name: 'Payment of Rp100.000' })).toBeVisible();
  void sum;
  void status;
  await page.screenshot({ path: '/tmp/shot-payment.png', fullPage: true });
});
