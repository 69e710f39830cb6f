/** The money of a scope at a glance, the warning of a low balance, and what a browser keeps over a sign-out. */
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { cloud, expect, expectAccessible, test } from './support/test';
import { hydrated, openNotices } from './support/people';
import { openSession, openWithAccount } from './support/session';

const overview = (page: Page) => page.getByRole('region', { name: 'Money at a glance' });
const warning = (page: Page) => page.getByRole('region', { name: 'Low balance' });
const billing = paths.vpsBilling('toko');

/** Sets the amount below which the balance of the open scope is low. */
async function warnBelow(page: Page, amount: string) {
  await overview(page).getByRole('button', { name: 'Warn me of a low balance' }).click();
  const dialog = page.getByRole('dialog', { name: 'Warn of a low balance' });
  await dialog.getByLabel('Warn below').fill(amount);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

test('a prepaid account sees how long its balance lasts, its months, and where the money goes', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({
    dewavps: {
      balance: 3_000_000,
      instances: 3,
      stopped: 1,
      addresses: 1,
      age: 70,
      deposits: [{ days: 2, amount: 150_000, paid: true }],
    },
  });
  await openSession(page, tenant, 'dewavps');
  await page.goto(billing);
  await expect(overview(page)).toContainText(/BalanceRp[\d.]+/);
  await expect(overview(page)).toContainText(/Last top-up: Rp[\d.]+ on/);
  await expect(overview(page)).toContainText(/Balance lasts(about|at most) \d+/);
  await expect(overview(page)).toContainText(/This month so farRp[\d.]+Told by the provider/);
  await expect(overview(page)).toContainText(/≈\sRp[\d.]+Estimate, if everything goes on as now/);
  await expect(overview(page)).toContainText(/Last monthRp[\d.]+Billed for/);
  await expect(overview(page)).toContainText(
    /2 things cost Rp[\d.]+ a day although nothing uses them/,
  );
  await hydrated(page);
  await overview(page).getByRole('button', { name: 'Where the money goes' }).click();
  await expect(page).toHaveURL(/cost=service/);
  const services = page.getByRole('table', { name: 'Where the money goes: Service' });
  await expect(services.getByRole('row', { name: /Running machines/ })).toContainText(
    /Rp[\d.]+.*%/,
  );
  await overview(page).getByRole('button', { name: 'Machine', exact: true }).click();
  const things = page.getByRole('table', { name: 'Where the money goes: Machine' });
  await expect(things.getByText('not in use')).toHaveCount(2);
  await expect(things.getByRole('row').nth(1)).toContainText(/longer/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  // A chart follows a new width a moment later.
  await expect.poll(() => page.evaluate(wide)).toBe(0);
  await page.reload(); // the URL keeps what is open
  await expect(things).toBeVisible();
  await overview(page).getByRole('button', { name: 'Latest bill' }).click();
  await expect(
    page
      .getByRole('table', { name: /Latest bill/ })
      .getByRole('row')
      .nth(1),
  ).toContainText(/Rp[\d.]+/);
});

test('who pays after use sees what is owed, and no end of a balance', async ({ page }) => {
  const tenant = await cloud.createTenant({
    dewavps: { postpaid: true, instances: 1, age: 100 },
    awanio: { vms: 1, terms: { payment_plans: 'postpaid', account_payable: 125_000 } },
  });
  await openSession(page, tenant, 'dewavps');
  await page.goto(billing);
  await expect(overview(page)).toContainText(/To payRp[\d.]+You pay after use/);
  await expect(overview(page)).not.toContainText('Balance lasts');
  await expect(overview(page)).not.toContainText('Warn me');
  await openWithAccount(page, tenant, paths.billing({ org: tenant.awanio.organization.uuid }));
  await expect(overview(page)).toContainText('To payRp125.000');
  await expect(overview(page)).toContainText('The provider tells an organization');
  await expect(overview(page)).not.toContainText('Balance lasts');
});

test('warns of a low balance on all pages, over a sign-out, until the browser is forgotten', async ({
  page,
  tenant,
}) => {
  const org = { org: tenant.awanio.organization.uuid };
  await openWithAccount(page, tenant, paths.billing(org));
  await hydrated(page);
  await warnBelow(page, '900000000');
  await openNotices(page);
  await expect(warning(page)).toContainText('below your limit of Rp900.000.000');
  await page.keyboard.press('Escape');
  await expect(
    overview(page).getByRole('button', { name: 'Warns below Rp900.000.000' }),
  ).toBeVisible();
  await page.goto(paths.vms(org));
  await openNotices(page);
  await expect(
    warning(page).getByRole('link', { name: 'See where the money goes' }),
  ).toHaveAttribute('href', `${paths.billing(org)}?cost=service`);
  await expectAccessible(page);

  // A sign-out keeps it.
  await page.goto(paths.account());
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  await openWithAccount(page, tenant, paths.allBilling());
  await openNotices(page);
  await expect(warning(page)).toBeVisible();

  // Forgetting the browser doesn't.
  await page.goto(paths.account());
  await expect(page.getByText('1 amount below which a balance is low')).toBeVisible();
  await hydrated(page);
  await page.getByRole('button', { name: 'Forget this browser' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget this browser' }).click();
  await expect(page.getByText('keeps nothing of yours')).toBeVisible();
  await expect(warning(page)).toBeHidden();
  await page.goto(paths.billing(org));
  await expect(
    overview(page).getByRole('button', { name: 'Warn me of a low balance' }),
  ).toBeVisible();
  await expect(warning(page)).toBeHidden();
});

test('a finance user without machines sees costs from the invoices alone', async ({ page }) => {
  const tenant = await cloud.createTenant({
    awanio: {
      level: 3,
      vms: 1,
      projects: 0,
      invoices: [{ kind: 'paid', amount: 13_750, days: 20 }],
    },
  });
  await openWithAccount(page, tenant, paths.billing({ org: tenant.awanio.organization.uuid }));
  await expect(overview(page)).toContainText('BalanceRp');
  await hydrated(page);
  await overview(page).getByRole('button', { name: 'Where the money goes' }).click();
  await expect(overview(page)).toContainText('This access doesn');
  await expect(
    page
      .getByRole('table', { name: /Latest bill/ })
      .getByRole('row')
      .nth(1),
  ).toContainText('Rp');
});
