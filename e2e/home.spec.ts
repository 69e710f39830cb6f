import type { Page } from '@playwright/test';
import { keyOf, press } from './support/people';
import { urls } from './support/ports';
import { openSession, openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, openInTrouble, test } from './support/test';

const accounts = (page: Page) => page.getByRole('table', { name: 'Accounts' });
const recent = (page: Page) => page.getByRole('table', { name: 'Latest machines' });
const row = (page: Page, label: string) =>
  accounts(page).getByRole('row').filter({ hasText: label });

async function linkKey(page: Page, label: string, key: string) {
  const answer = await page.request.post('/api/account/keys', {
    data: { label, key },
    headers: { origin: urls.console },
  });
  expect(answer.status()).toBe(201);
}

test('shows every account with its machines and money, and adds up the estimate', async ({
  page,
  tenant,
}) => {
  await openSession(page, tenant, 'awanio');
  await linkKey(page, 'Produksi', keyOf(tenant));
  await page.goto('/');
  const organization = row(page, tenant.awanio.organization.name).first();
  await expect(organization).toContainText('Organization · Admin');
  await expect(organization).toContainText('3 Running');
  await expect(organization).toContainText(/Rp[\d.]+/);
  await expect(row(page, 'Produksi')).toContainText('4 Running');
  await expect(row(page, 'Produksi')).toContainText(/about \d+ days/);
  await expect(recent(page).getByRole('row')).toHaveCount(6); // with the header
  const totals = page.getByRole('region', { name: 'At a glance' });
  await expect(totals).toContainText(/Machines\s*7/);
  await expect(totals).toContainText('Estimated cost');
  await expect(totals).toContainText(/≈\sRp[\d.]+\/month/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await recent(page).getByRole('link', { name: 'instance-4' }).click();
  await expect(page).toHaveURL(/\/vps\/produksi\/instances\/[^/]+$/);
});

test('shows the failure of one account in its row, with a retry, and the other accounts', async ({
  page,
  tenant,
}) => {
  await openSession(page, tenant, 'awanio');
  await linkKey(page, 'Produksi', keyOf(tenant));
  await cloud.fault(tenant, { ref: 'D02', kind: 'down' });
  const trouble = row(page, 'Produksi').filter({ hasText: "The provider can't be reached" });
  await openInTrouble(page, '/', trouble);
  await expect(row(page, tenant.awanio.organization.name).first()).toContainText('3 Running');
  await expect(page.getByText("some couldn't be read")).toBeVisible();
  await expectAccessible(page);
  await cloud.clearFaults(tenant);
  await press(page.getByRole('button', { name: 'Try again: Produksi' }));
  await expect(row(page, 'Produksi')).toContainText('4 Running');
  await expect(page.getByText("some couldn't be read")).toBeHidden();
});

test('shows VPS accounts if organizations can’t be read', async ({ page, tenant }) => {
  await cloud.fault(tenant, { ref: 'A04', kind: 'down' }); // before the sign-in, after which it is known
  await openSession(page, tenant, 'awanio');
  await linkKey(page, 'Produksi', keyOf(tenant));
  const trouble = page.getByText("Your organizations and projects couldn't be loaded.", {
    exact: true,
  });
  await openInTrouble(page, '/', trouble);
  await expect(row(page, 'Produksi')).toContainText('4 Running');
  await expectAccessible(page);
  await cloud.clearFaults(tenant);
  // The page may also find by itself that they can be read again, and take the button away.
  const retry = page.getByRole('button', { name: 'Try again', exact: true });
  await expect(async () => {
    if (await retry.isVisible()) await retry.click({ timeout: 1000 });
    const organization = row(page, tenant.awanio.organization.name).first();
    await expect(organization).toContainText('3 Running', { timeout: 3000 });
  }).toPass();
});

test('shows machines but no balance to a member', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { level: 2, vms: 2, balance: 7_654_321 } });
  await openWithAccount(page, tenant);
  const organization = row(page, tenant.awanio.organization.name).first();
  await expect(organization).toContainText('Organization · Member');
  await expect(organization).toContainText('2 Running');
  await expect(organization).toContainText('Not available to your role');
  expect(await page.content()).not.toContain('7654321');
  expect(await page.content()).not.toContain('7.654.');
});

test('puts an account in trouble first where there are many, and keeps the page short', async ({
  page,
}) => {
  const many = 10;
  const keys = Array.from({ length: many }, () => ({ scopes: ['super'] }));
  const tenant = await cloud.createTenant({
    awanio: { vms: 1, projects: 9 },
    dewavps: { instances: 1, keys },
  });
  await openSession(page, tenant, 'awanio');
  for (let index = 0; index < many; index += 1)
    await linkKey(page, `Toko ${index + 1}`, keyOf(tenant, index));
  await cloud.revokeKeys(tenant, [keyOf(tenant, many - 1)]);
  await page.goto('/');
  const rows = accounts(page).getByRole('row');
  await expect(rows).toHaveCount(9); // with the header
  await expect(rows.nth(1)).toContainText(`Toko ${many}`);
  await expect(rows.nth(1)).toContainText('Replace the key');
  const others = page.getByText('Show 12 more accounts', { exact: true });
  await expect(row(page, 'Toko 9')).toBeHidden();
  await press(others);
  await expect(row(page, 'Toko 9')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const name = rows.nth(1).getByRole('link', { name: `Toko ${many}`, exact: true });
  expect((await name.boundingBox())?.height).toBeLessThan(40); // the trouble leaves it its line
  await expectAccessible(page);
});

test('shows the overview of the only scope', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { projects: 0, vms: 1 } });
  await openWithAccount(page, tenant);
  await expect(page).toHaveURL(new RegExp(`/o/${tenant.awanio.organization.uuid}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(tenant.awanio.organization.name);
});

test('offers to create the first machine', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 0, projects: 1 } });
  await openWithAccount(page, tenant);
  await expect(page.getByRole('heading', { name: 'No machines yet' })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('link', { name: `Create a machine in ${tenant.awanio.organization.name}` })
    .last()
    .click();
  await expect(page).toHaveURL(/\/vms\/new$/);
});
