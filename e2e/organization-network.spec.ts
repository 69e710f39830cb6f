/** The VPC of an organization with its calculator of ranges, and its reserved addresses. */
import type { Locator, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated } from './support/people';
import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const groupOf = ({ awanio }: Tenant) => ({ org: awanio.organization.uuid });
const callsOf = async (tenant: Tenant, ref: string) =>
  (await cloud.arrivals(tenant)).filter((call) => call.ref === ref).length;

async function openNetwork(page: Page, tenant: Tenant): Promise<void> {
  await openWithAccount(page, tenant, paths.vpc(groupOf(tenant)));
  await expect(page.getByRole('heading', { level: 1, name: 'VPC' })).toBeVisible();
  await hydrated(page);
}

const panel = (page: Page, heading: string): Locator =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: heading, exact: true }) });

async function askToCreate(page: Page, name: string, prefix: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Create VPC' }).click();
  const form = page.getByRole('dialog', { name: 'Create VPC' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Size').selectOption(prefix);
  return form;
}

async function confirmDelete(page: Page, name: string): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: `Delete VPC ${name}?` });
  await dialog.getByRole('textbox').fill(name);
  return dialog;
}

test('creates a VPC of a size once, also when the answer is lost, and deletes it in two places', async ({
  page,
  browser,
}) => {
  const tenant = await cloud.createTenant({ awanio: {} });
  await openNetwork(page, tenant);
  await expect(page.getByRole('heading', { name: 'No VPC yet' })).toBeVisible();
  const form = await askToCreate(page, 'kantor', '24');
  const own = form.getByLabel('A network of your own');
  await own.fill('10.1.2.3/8');
  await expect(form.getByRole('status', { name: 'Comparison' })).toContainText(
    'The network is 10.0.0.0/8',
  );
  await expect(form.getByRole('status', { name: 'Comparison' })).toContainText(
    'the provider may choose some of them',
  );
  await expectAccessible(page);
  await cloud.fault(tenant, { ref: 'A36', kind: 'lost', times: 1 });
  await form.getByRole('button', { name: 'Create VPC' }).click();
  await expect(form).toBeHidden({ timeout: 20_000 });
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    'Its range is 10.128.0.0/24.',
  );
  const facts = panel(page, 'kantor');
  await expect(facts).toContainText('10.128.0.1');
  await expect(facts).toContainText('10.128.0.254');
  await expect(facts).toContainText('255.255.255.0');
  expect(await callsOf(tenant, 'A36')).toBe(1);
  await expect(panel(page, 'Machines in the VPC')).toContainText('No machine has an address in it');

  const dialog = await confirmDelete(page, 'kantor');
  await expect(dialog).toContainText(': none');
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await openNetwork(other, tenant);
  await (await confirmDelete(other, 'kantor')).getByRole('button', { name: 'Delete VPC' }).click();
  await expect(other.getByRole('heading', { name: 'No VPC yet' })).toBeVisible();
  await elsewhere.close();
  await dialog.getByRole('button', { name: 'Delete VPC' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'No VPC yet' })).toBeVisible();
});

test('names the machines in a VPC, and shows why the provider refuses to delete it', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 2, projectVms: 1, vpc: 24 } });
  await openNetwork(page, tenant);
  const machines = panel(page, 'Machines in the VPC');
  await expect(machines.getByRole('rowheader')).toHaveCount(2);
  await expect(machines.getByRole('row').filter({ hasText: 'Machine 1' })).toContainText(
    '10.42.0.10',
  );
  await machines.getByRole('button', { name: 'Look in 1 project, too' }).click();
  await expect(machines.getByRole('rowheader')).toHaveCount(3);

  const dialog = await confirmDelete(page, 'office');
  await expect(dialog).toContainText('2 machines (Machine 2, Machine 1)');
  await expect(dialog).toContainText('Project 1: 1 machine (Machine 3)');
  await dialog.getByRole('button', { name: 'Delete VPC' }).click();
  await expect(dialog.getByRole('alert')).toContainText('STILL USED BY 3 MACHINES');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(page, 'office')).toContainText('10.42.0.0/24');
});

test('compares a range of one’s own with the VPC before anything is sent', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vpc: 24 } });
  await openNetwork(page, tenant);
  await expect(panel(page, 'Machines in the VPC')).toContainText('No machine');
  const calculator = panel(page, 'Range calculator');
  await calculator.getByLabel('Size').selectOption('22');
  await expect(calculator).toContainText('1,022');
  await expect(calculator).toContainText('255.255.252.0');
  const field = calculator.getByLabel('A network of your own');
  const said = calculator.getByRole('status', { name: 'Comparison' });
  for (const [range, words] of [
    ['10.42.0.0/24', 'is the range of the VPC'],
    ['10.0.0.0/8', 'contains the whole VPC'],
    ['0.0.0.0/0', 'holds every address'],
    ['10.42.0.7/32', 'is a single address'],
    ['10.42.0.128/25', 'lies inside the VPC'],
    ['10.42.0.250-10.42.1.9', 'both have the 6 addresses from 10.42.0.250 to 10.42.0.255'],
    ['192.168.1.7/24', 'The network is 192.168.1.0/24'],
    ['192.168.1.0/24', 'have no address in common'],
  ] as const) {
    await field.fill(range);
    await expect(said).toContainText(words);
  }
  await field.fill('10.42.0.9-10.42.0.1');
  await field.blur();
  await expect(field).toHaveAccessibleDescription(/Start with the smaller address/);
  await expect(said).toBeHidden();
  await field.fill('10.42.0.0/33');
  await expect(field).toHaveAccessibleDescription(/one number from 0 to 32/);
  await expectAccessible(page);
  expect(await callsOf(tenant, 'A36')).toBe(0);
});

test('searches, orders and pages reserved addresses at the backend, all in the URL', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { addresses: 12 } });
  await openWithAccount(page, tenant, `${paths.reservedAddresses(groupOf(tenant))}?rows=5`);
  const table = page.getByRole('table', { name: 'Reserved addresses' });
  const shown = () => table.getByRole('rowheader').allInnerTexts();
  await expect(table.getByRole('rowheader')).toHaveCount(5);
  await expect(page.getByText('12 rows')).toBeVisible();
  await expect(table.getByRole('columnheader').getByRole('button')).toHaveCount(0);
  await hydrated(page);
  await page.getByRole('button', { name: 'Order: descending' }).click();
  await expect(page).toHaveURL(/order=asc/);
  await expect.poll(async () => (await shown())[0]).toContain('203.0.113.10');
  const first = table.getByRole('row').filter({ hasText: '203.0.113.10' });
  await expect(first).toContainText('mail');
  await expect(first).toContainText('production');
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect.poll(async () => (await shown())[0]).toContain('203.0.113.15');
  await page.reload();
  await expect.poll(async () => (await shown())[0]).toContain('203.0.113.15');
  await hydrated(page);
  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('15');
  await expect(table.getByRole('rowheader')).toHaveCount(12);
  await page.getByRole('searchbox', { name: 'Search' }).fill('113.13');
  await expect(table.getByRole('rowheader')).toHaveCount(1);
  await expect(page).toHaveURL(/rows=15.*q=113\.13|q=113\.13.*rows=15/);
  await page.getByRole('searchbox', { name: 'Search' }).fill('production');
  await expect(page.getByRole('heading', { name: /Nothing matches/ })).toBeVisible();
});

test('lets readers look and says why they can’t change, and shows finance nothing', async ({
  page,
}) => {
  const reader = await cloud.createTenant({ awanio: { level: 9 } });
  await openNetwork(page, reader);
  const create = page.getByRole('button', { name: 'Create VPC' });
  await expect(create).toBeDisabled();
  await expect(create).toHaveAccessibleDescription(/can view the VPC, but not create or delete/);

  const finance = await cloud.createTenant({ awanio: { level: 3, addresses: 1, vpc: 24 } });
  await openNetwork(page, finance);
  await expect(
    page.getByRole('heading', { name: "You don't have access to this VPC" }),
  ).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('10.42.');
  await page.goto(paths.reservedAddresses(groupOf(finance)));
  await expect(
    page.getByRole('heading', { name: "You don't have access to these addresses" }),
  ).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('203.0.113.');
});
