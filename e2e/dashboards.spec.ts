/** Overviews agree with the lists and the ledger, and each person sees only their part. */
import type { Page } from '@playwright/test';
import { rate, rupiah } from '@/lib/format';
import { paths } from '@/lib/paths';
import { spanOf } from '@/lib/pricing';
import { demoAccounts } from '@/sandbox/demo-accounts';
import type { LedgerAccount, Tenant } from './support/cloud';
import { openSession, openWithAccount, openWithKey } from './support/session';
import { cloud, expect, expectAccessible, openInTrouble, test, unfold } from './support/test';

const overview = paths.vpsOverview('toko');
const atAGlance = (page: Page) => page.getByRole('region', { name: 'At a glance' });
const table = (page: Page, name: string | RegExp) => page.getByRole('table', { name });
const rowOf = (page: Page, name: string, text: string) =>
  table(page, name).getByRole('row').filter({ hasText: text });

/** Rupiah an hour of the last charges of an account. */
function hourlyOf({ entries }: LedgerAccount): number {
  const rates = new Map<string, number>();
  for (const { kind, resource, amount, hours } of entries)
    if (kind === 'charge' && resource && hours) rates.set(resource, -amount / hours);
  return [...rates.values()].reduce((sum, each) => sum + each, 0);
}

async function ledgerOf(tenant: Tenant, backend: 'awanio' | 'dewavps'): Promise<LedgerAccount> {
  const accounts = await cloud.ledger(tenant);
  const found = accounts.find(({ id }) => id.startsWith(`${backend}:`));
  if (!found) throw new Error(`no account of ${backend}`);
  return found;
}

test('shows the balance, costs and remaining time of a VPS account as in the ledger', async ({
  page,
  tenant,
}) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(overview);
  const ledger = await ledgerOf(tenant, 'dewavps');
  const hourly = hourlyOf(ledger);
  expect(hourly).toBeGreaterThan(0);
  await expect(atAGlance(page)).toContainText(`Balance${rupiah(ledger.balance)}`);
  await expect(atAGlance(page)).toContainText(`${rate(hourly)}/hour`);
  await expect(atAGlance(page)).toContainText(
    `about ${Math.round(ledger.balance / hourly / 24)} days`,
  );
  await unfold(page, 'Cost by service');
  await expect(rowOf(page, 'Cost by service', 'Total')).toContainText(rupiah(hourly * 720));
  await expect(rowOf(page, 'Cost by service', 'Running machines')).toContainText('4');

  // Each state links to the list of the machines in it.
  await atAGlance(page).getByRole('link', { name: '4 Running' }).click();
  await expect(page).toHaveURL(/\/instances\?status=run$/);
  await expect(table(page, 'Instances').getByRole('row')).toHaveCount(5); // with the header
});

test('shows the balance and costs of an organization as in the ledger', async ({
  page,
  tenant,
}) => {
  await openSession(page, tenant, 'awanio');
  await page.goto(paths.overview({ org: tenant.awanio.organization.uuid }));
  const ledger = await ledgerOf(tenant, 'awanio');
  await expect(atAGlance(page)).toContainText(`Balance${rupiah(ledger.balance)}`);
  await unfold(page, 'Cost by service');
  await expect(rowOf(page, 'Cost by service', 'Total')).toContainText(rate(hourlyOf(ledger)));
  await expect(atAGlance(page).getByRole('link', { name: '3 Running' })).toHaveCount(0); // with several scopes, their rows have the links
  await unfold(page, 'Accounts');
  await page.getByRole('link', { name: '3 Running' }).click();
  await expect(page).toHaveURL(/\/vms\?status=run$/);
});

test('counts an organization’s machines separately from its projects’, and all of them in the wizard', async ({
  page,
  tenant,
}) => {
  await openSession(page, tenant, 'awanio');
  const org = { org: tenant.awanio.organization.uuid };
  await page.goto(paths.overview(org));
  await expect(atAGlance(page)).toContainText(/\d+ in the organization, \d+ in its projects/);
  await page.goto(paths.vms(org));
  await expect(page.getByRole('main')).toContainText('has a list of its own');

  const ledger = await ledgerOf(tenant, 'awanio');
  const { unit, count } = spanOf(ledger.balance / (hourlyOf(ledger) + 180));
  await page.goto(paths.newVm(org));
  const price = page.getByRole('region', { name: 'Price' });
  await expect(price).toContainText('Rp180/hour');
  await expect(price).toContainText(
    `With everything that runs, it then lasts about ${count} ${unit}`,
  );
});

test('lists what is paid but unused, with its price and a link to change that', async ({
  page,
}) => {
  test.slow(); // runs axe twice on a full page
  const [{ key }] = demoAccounts.dewavps;
  const demo = { dewavps: { keys: [{ key, scopes: ['super'] }] } } as unknown as Tenant;
  await openSession(page, demo, 'dewavps');
  await page.goto(overview);
  await unfold(page, 'Paid for but not used');
  await expect(rowOf(page, 'Paid for but not used', 'foto-produk')).toContainText(
    rupiah(100 * 3 * 720),
  );
  const stopped = rowOf(page, 'Paid for but not used', 'arsip-lama');
  await expect(stopped).toContainText('Stopped machine');
  await expect(rowOf(page, 'Paid for but not used', 'Unattached address')).toHaveCount(2);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await stopped.getByRole('link', { name: 'Start or delete it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('arsip-lama');
});

test('shows only the organization’s money to finance', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { level: 3, vms: 2, projects: 0 } });
  await openWithAccount(page, tenant);
  await expect(page).toHaveURL(new RegExp(`/o/${tenant.awanio.organization.uuid}/billing$`));
  await page.goto(paths.overview({ org: tenant.awanio.organization.uuid }));
  const { balance } = await ledgerOf(tenant, 'awanio');
  await expect(atAGlance(page)).toContainText(rupiah(balance));
  await expect(page.getByText('This access shows billing only')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Machine 1');
  await expect(page.getByRole('main').getByRole('link', { name: /Create|Running/ })).toHaveCount(0);
  await expectAccessible(page);
});

test('shows the money and how long it lasts to a key for billing alone', async ({ page }) => {
  const tenant = await cloud.createTenant({
    dewavps: { instances: 1, keys: [{ scopes: ['billing'] }] },
  });
  await openWithKey(page, tenant, '/', { label: 'Keuangan' });
  await expect(page).toHaveURL(/\/vps\/keuangan\/billing$/);
  await page.goto(paths.vpsOverview('keuangan'));
  const ledger = await ledgerOf(tenant, 'dewavps');
  await expect(atAGlance(page)).toContainText(rupiah(ledger.balance));
  await expect(atAGlance(page)).toContainText(`${rate(hourlyOf(ledger))}/hour`);
  await expect(page.getByRole('main')).not.toContainText('instance-1');
  await expect(page.getByRole('main').getByRole('link', { name: /Create/ })).toHaveCount(0);
  await expectAccessible(page);
});

test('shows machines but no money to a member', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { level: 2, vms: 2, projects: 0 } });
  await openWithAccount(page, tenant);
  await expect(atAGlance(page).getByRole('link', { name: '2 Running' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Rp');
  await expectAccessible(page);
});

test('replaces a failed part by the reason until it can be read', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await cloud.fault(tenant, { ref: 'D64', kind: 'down' });
  const why = page.getByText("Disks aren't shown: The provider can't be reached");
  await openInTrouble(page, overview, why);
  const { balance } = await ledgerOf(tenant, 'dewavps');
  await expect(atAGlance(page)).toContainText(rupiah(balance));
  await expect(atAGlance(page).getByRole('link', { name: '4 Running' })).toBeVisible();
  await expectAccessible(page);
  await cloud.clearFaults(tenant);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(why).toBeHidden();
});

test('says that there is no balance, and offers an empty account the first step', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 0, balance: 0 } });
  await openSession(page, tenant, 'dewavps');
  await page.goto(overview);
  await expect(atAGlance(page)).toContainText('BalanceRp0');
  await expect(atAGlance(page)).toContainText('No costs now');
  await expect(page.getByRole('heading', { name: 'No machines yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Create a machine' }).last().click();
  await expect(page).toHaveURL(/\/instances\/new$/);
});

test('reads a chart by arrow keys and as a table', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(overview);
  await unfold(page, 'Cost by service');
  const name = 'Estimated cost per month by service';
  const chart = page.getByRole('figure', { name });
  const drawn = chart.getByRole('application');
  await expect(drawn).toBeVisible();
  const hourly = hourlyOf(await ledgerOf(tenant, 'dewavps'));
  const toTable = chart.getByRole('button', { name: 'Show as table' });
  await toTable.focus();
  await page.keyboard.press('Tab');
  await expect(drawn).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(chart.getByRole('listitem').filter({ hasText: rupiah(hourly * 720) })).toBeVisible();
  await toTable.focus();
  await page.keyboard.press('Enter');
  await expect(table(page, name).getByRole('row')).toHaveCount(2);
  await expect(table(page, name)).toContainText(rupiah(hourly * 720));
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(drawn).toBeVisible();
});
