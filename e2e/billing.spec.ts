/** Bills of an organization: where finance finds and reads an invoice, who may not, filters beyond one page. */
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated, signInWithAccount, waitForHydration } from './support/people';
import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const month = 31 * 86_400;
const groupOf = ({ awanio }: Tenant) => ({ org: awanio.organization.uuid });

/** A tenant some months later, so that it has invoices. */
async function later(months: number, level: number): Promise<Tenant> {
  const tenant = await cloud.createTenant({
    awanio: { level, vms: 1, projects: 0, balance: 400_000_000 },
  });
  // The clock goes ahead by 400 days at most.
  for (let left = months; left > 0; left -= 12)
    await cloud.clock(tenant, { advanceSeconds: Math.min(left, 12) * month });
  return tenant;
}

const rows = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('link') });

/** The rupiah of a text: `-Rp1.234` is -1234. */
const read = (text: string) =>
  (text.includes('-') ? -1 : 1) * Number(text.replace(/.*Rp/, '').replaceAll('.', ''));

/** The lines of the document's sum: words and rupiah. */
async function sumsOf(page: Page): Promise<[string, number][]> {
  const list = page.getByRole('article', { name: 'Invoice' }).locator('dl').last();
  const [words, amounts] = await Promise.all([
    list.locator('dt').allTextContents(),
    list.locator('dd').allTextContents(),
  ]);
  return words.map((word, at) => [word, read(amounts[at] ?? '')]);
}

test('finance lands on the bills, and reads an invoice that adds up', async ({ page }) => {
  const tenant = await later(3, 3);
  await openWithAccount(page, tenant);
  await expect(page).toHaveURL(new RegExp(`${paths.billing(groupOf(tenant))}$`));
  await expect(page.getByRole('heading', { level: 1, name: 'Billing' })).toBeVisible();
  await expect(page.getByText('Balance', { exact: true })).toBeVisible();
  await hydrated(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(wide)).toBe(0);
  const number = await rows(page).first().getByRole('link').innerText();
  await page.goto(paths.allBilling()); // those of all organizations; this person has one
  await expect(rows(page).first()).toContainText(number);
  await hydrated(page);
  await expectAccessible(page);
  await rows(page).first().getByRole('link').click();
  const invoice = page.getByRole('article', { name: 'Invoice' });
  await expect(invoice).toContainText('Billed to');
  await expect(invoice.getByRole('table', { name: 'Items' })).toContainText('Virtual machine');
  const sums = await sumsOf(page);
  expect(sums[0]?.[0]).toBe('Subtotal');
  const parts = sums.filter(
    ([word]) => !/^(Subtotal|After discount|DPP.*|Total|Left to pay)$/.test(word),
  );
  const made = parts.reduce((sum, [, amount]) => sum + amount, sums[0]?.[1] ?? NaN);
  expect(sums.at(-1)).toEqual(['Left to pay', made]);
  const items = await invoice
    .getByRole('table')
    .getByRole('row')
    .locator('td:nth-last-child(1 of :not([data-more]))') // the cell of phones stands last
    .allTextContents();
  expect(items.reduce((sum, text) => sum + read(text), 0)).toBe(sums[0]?.[1]);
  expect(await page.evaluate(wide)).toBe(0);
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(invoice).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('a member has no access to the bills, and learns whom to ask', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { level: 2, projects: 0 } });
  const group = groupOf(tenant);
  for (const path of [
    paths.invoice(group, 'f5d4ac0e-31f7-4f24-8a5a-3c4a1b6d4a01'),
    paths.billing(group),
  ]) {
    await openWithAccount(page, tenant, path);
    await expect(page.getByText("You don't have access to these bills")).toBeVisible();
  }
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  await expect(navigation.getByRole('link', { name: 'Overview' })).toBeVisible();
  await expect(navigation.getByRole('link', { name: 'Billing' })).toHaveCount(0);
  await hydrated(page);
  await page.getByRole('button', { name: "Why can't I?" }).click();
  await expect(page.getByRole('dialog', { name: "Why can't I?" })).toContainText(
    'Balance, invoices and payment: view',
  );
});

test('filters and sorts beyond one page, and pages and searches by the backend', async ({
  page,
}) => {
  const tenant = await later(19, 1);
  await openWithAccount(page, tenant, paths.billing(groupOf(tenant)));
  await hydrated(page);
  await expect(rows(page)).toHaveCount(15);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(rows(page)).not.toHaveCount(15);
  const oldest = rows(page).last();
  const [number, period] = [
    await oldest.getByRole('link').innerText(),
    await oldest.getByRole('cell').nth(1).innerText(),
  ];
  await page.getByRole('combobox', { name: 'Period' }).selectOption({ label: period });
  await expect(page).toHaveURL(/\?period=\d{4}-\d{2}$/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(number);
  await page.reload(); // a link shows the same
  await expect(rows(page)).toHaveCount(1);
  await page.goto(`${paths.billing(groupOf(tenant))}?sort=due`);
  await expect(rows(page).first()).toContainText(number);
  await page.goto(`${paths.billing(groupOf(tenant))}?q=${encodeURIComponent(number)}`);
  await expect(rows(page)).toHaveCount(1);
});

test('the bills of all accounts claim nothing where none could be read', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { projects: 0 } });
  await openWithAccount(page, tenant, paths.account());
  await cloud.fault(tenant, { ref: 'A45', kind: 'down' });
  await page.goto(paths.allBilling());
  await expect(page.getByText(/^The bills of .+ couldn't be loaded/)).toBeVisible();
  await expect(page.getByText('No invoices yet')).toHaveCount(0);
  await expect(page.getByText('Left to pay')).toHaveCount(0);
  await cloud.clearFaults(tenant);
  await page.reload();
  await expect(page.getByText('No invoices yet')).toBeVisible();
  await expect(page.getByText('Left to pay')).toBeVisible();
});

test('an admin chooses to begin at the bills', async ({ page }) => {
  const tenant = await cloud.createTenant();
  await openWithAccount(page, tenant, paths.account());
  const choice = page.getByLabel('After sign-in, show');
  await waitForHydration(choice);
  await choice.selectOption('Billing');
  await page.context().clearCookies({ name: /session/ });
  await signInWithAccount(page, tenant);
  await expect(page).toHaveURL(new RegExp(`${paths.billing(groupOf(tenant))}$`));
  await page.getByRole('link', { name: 'Home' }).first().click(); // home stays where it was
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
});
