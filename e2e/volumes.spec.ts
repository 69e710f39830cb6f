/** Volumes of a VPS account: success, refusals by state, scope and validation, and failed actions. */
import type { Locator, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated } from './support/people';
import { looks, walk } from './support/looks';
import { openSession, openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const account = 'toko';

async function open(page: Page, tenant: Tenant, next: string, which = 0): Promise<void> {
  await openWithKey(page, tenant, next, { label: account, which });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await hydrated(page);
}

const rowWith = (page: Page, text: string): Locator =>
  page.getByRole('main').getByRole('row').filter({ hasText: text });

async function menuOf(page: Page, name: string, item: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  return page.getByRole('menuitem', { name: new RegExp(`^${item}`) });
}

/** Opens the form of a new volume, and fills it in with the first location and its first type. */
async function fillNew(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Create volume' }).first().click();
  const form = page.getByRole('dialog', { name: 'Create volume' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Location').selectOption({ index: 1 });
  await form.getByLabel('Type').selectOption({ index: 1 });
  return form;
}

const send = (form: Locator) => form.getByRole('button', { name: 'Create volume' }).click();

test('orders, attaches, resizes, detaches and deletes a volume', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 2 } });
  await open(page, tenant, paths.volumes(account));
  await expect(page.getByRole('heading', { name: 'No volumes yet' })).toBeVisible();
  const create = await fillNew(page, 'data-1');
  await create.getByLabel('Size').fill('5');
  await send(create);
  await expect(create.getByLabel('Size')).toHaveAccessibleDescription(/minimum size is 10 GB/);
  await create.getByLabel('Size').fill('20');
  await expect(create.getByRole('region', { name: 'Price' })).toContainText('Rp43.200/month');
  await expectAccessible(page);
  await send(create);
  await expect(create).toBeHidden();
  await expect(
    page.getByText("1 volume isn't attached to an instance and costs Rp43.200/month"),
  ).toBeVisible();
  await expect(rowWith(page, 'data-1')).toContainText('Not attached, Rp43.200/month');

  await (await menuOf(page, 'data-1', 'Attach to an instance')).click();
  const attachDialog = page.getByRole('dialog', { name: 'Attach data-1' });
  await attachDialog.getByLabel('Instance').selectOption('instance-1');
  await attachDialog.getByRole('button', { name: 'Attach volume' }).click();
  await expect(rowWith(page, 'data-1').getByRole('link', { name: 'instance-1' })).toBeVisible();

  await (await menuOf(page, 'data-1', 'Grow')).click();
  const grow = page.getByRole('dialog', { name: 'Grow data-1' });
  const size = grow.getByLabel('New size');
  await size.fill('10');
  await grow.getByRole('button', { name: 'Grow volume' }).click();
  await expect(size).toHaveAccessibleDescription(/only grow: enter more than 20 GB/);
  await expect(size).toBeFocused();
  await size.fill('40');
  await expect(grow).toContainText('Rp43.200/month');
  await expect(grow).toContainText('Rp86.400/month');
  await cloud.fault(tenant, { ref: 'D67', kind: 'status', status: 500, times: 1 });
  await grow.getByRole('button', { name: 'Grow volume' }).click();
  await expect(grow.getByRole('alert')).toBeVisible();
  await grow.getByRole('button', { name: 'Grow volume' }).click();
  await expect(grow).toBeHidden();
  await expect(rowWith(page, 'data-1')).toContainText('40 GB');

  const early = await menuOf(page, 'data-1', 'Delete');
  await expect(early).toBeDisabled();
  await expect(early).toContainText('instance-1 uses it');
  await page.keyboard.press('Escape');
  await (await menuOf(page, 'data-1', 'Detach')).click();
  const loose = page.getByRole('dialog', { name: 'Detach data-1?' });
  await expect(loose).toContainText('umount');
  await expect(loose).toContainText('still costs Rp86.400/month');
  await loose.getByRole('button', { name: 'Detach' }).click();
  await expect(rowWith(page, 'data-1')).toContainText('Not attached');

  await (await menuOf(page, 'data-1', 'Delete')).click();
  const end = page.getByRole('dialog', { name: 'Delete data-1?' });
  await end.getByLabel(/to confirm/).fill('data-1');
  await end.getByRole('button', { name: 'Delete volume' }).click();
  await expect(page.getByRole('heading', { name: 'No volumes yet' })).toBeVisible();
});

test('keeps an open dialog when another tab changes the list that it was opened from', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1 } });
  await open(page, tenant, paths.volumes(account));
  const other = await page.context().newPage();
  await other.goto(paths.volumes(account));
  await hydrated(other);
  const seen = () => page.waitForResponse((answer) => answer.url().includes('/storage'));

  // From “No volumes yet”, which a list replaces.
  const form = page.getByRole('dialog', { name: 'Create volume' });
  await page.getByRole('button', { name: 'Create volume' }).last().click();
  await form.getByLabel('Name').fill('data-2');
  const elsewhere = await fillNew(other, 'data-1');
  const listed = seen();
  await send(elsewhere);
  await expect(rowWith(other, 'data-1')).toBeVisible();
  await listed;
  await expect(form.getByLabel('Name')).toHaveValue('data-2');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(rowWith(page, 'data-1')).toBeVisible();

  // From a row, which goes.
  await (await menuOf(page, 'data-1', 'Grow')).click();
  const grow = page.getByRole('dialog', { name: 'Grow data-1' });
  await grow.getByLabel('New size').fill('40');
  await (await menuOf(other, 'data-1', 'Delete')).click();
  const end = other.getByRole('dialog', { name: 'Delete data-1?' });
  await end.getByLabel(/to confirm/).fill('data-1');
  await end.getByRole('button', { name: 'Delete volume' }).click();
  await expect(
    page.getByRole('heading', { name: 'No volumes yet', includeHidden: true }),
  ).toBeAttached();
  await expect(grow.getByLabel('New size')).toHaveValue('40');
  await grow.getByRole('button', { name: 'Cancel' }).click();
  await expect(grow).toBeHidden();
});

test('deletes unused volumes together, and keeps the one in use', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1, disks: 3 } });
  await open(page, tenant, paths.volumes(account));
  await expect(
    page.getByText(/3 volumes aren't attached to an instance and cost Rp/),
  ).toBeVisible();
  await (await menuOf(page, 'disk-1', 'Attach to an instance')).click();
  const attachDialog = page.getByRole('dialog', { name: 'Attach disk-1' });
  await attachDialog.getByLabel('Instance').selectOption('instance-1');
  await attachDialog.getByRole('button', { name: 'Attach volume' }).click();
  await expect(rowWith(page, 'disk-1').getByRole('link', { name: 'instance-1' })).toBeVisible();
  for (const name of ['disk-2', 'disk-3'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const ask = page.getByRole('dialog', { name: 'Delete 2 volumes?' });
  await ask.getByLabel(/to confirm/).fill('2');
  await ask.getByRole('button', { name: 'Delete 2 volumes' }).click();
  await expect(rowWith(page, 'disk-2')).toHaveCount(0);
  await expect(rowWith(page, 'disk-3')).toHaveCount(0);
  await expect(rowWith(page, 'disk-1')).toBeVisible();
});

test('says what a key may not do, and that a name is taken', async ({ page }) => {
  const reads = { scopes: ['read_instance'] };
  const keys = [{ scopes: ['super'] }, { scopes: ['billing'] }, reads, reads];
  const tenant = await cloud.createTenant({ dewavps: { instances: 1, disks: 1, keys } });
  await open(page, tenant, paths.volumes(account), 1);
  await expect(page.getByText('The key “toko” has no access to volumes.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create volume' })).toBeDisabled();
  await page.context().clearCookies();

  // The refusal makes the page anew. The form stays, also if the page's reads now take shorter or longer than before.
  for (const [slow, which] of [
    ['before', 2],
    ['after', 3],
  ] as const) {
    const fault = { ref: 'D64', kind: 'slow', delayMs: 600, times: 1 } as const;
    if (slow === 'before') await cloud.fault(tenant, fault);
    await open(page, tenant, paths.volumes(account), which);
    const refused = await fillNew(page, 'data-1');
    if (slow === 'after') await cloud.fault(tenant, fault);
    await send(refused);
    await expect(refused.getByRole('alert')).toBeVisible();
    const create = page.getByRole('button', { name: 'Create volume', includeHidden: true }).first();
    await expect(create).toHaveAttribute('aria-disabled', 'true');
    await expect(refused.getByLabel('Name')).toHaveValue('data-1');
    await expect(refused.getByRole('alert')).toBeVisible();
    await page.context().clearCookies();
    await cloud.clearFaults(tenant);
  }

  await open(page, tenant, paths.volumes(account));
  const taken = await fillNew(page, 'disk-1');
  await send(taken);
  await expect(taken.getByLabel('Name')).toHaveAccessibleDescription(/already been taken/);
});

test('attaches and detaches a volume on the tab of an instance, but not during another action', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1, disks: 1 } });
  const uuid = tenant.dewavps.instances[0]?.uuid ?? '';
  await open(page, tenant, paths.instance(account, uuid));
  const parts = page.getByRole('navigation', { name: 'Sections of this instance' });
  await parts.getByRole('link', { name: 'Storage' }).click();
  await expect(page.getByRole('heading', { name: 'No volumes attached' })).toBeVisible();
  await page.getByRole('button', { name: 'Attach a volume' }).click();
  const choose = page.getByRole('dialog', { name: 'Attach a volume' });
  await choose.getByLabel('Volume').selectOption({ label: 'disk-1 · 50 GB' });
  await choose.getByRole('button', { name: 'Attach volume' }).click();
  await expect(rowWith(page, 'disk-1')).toContainText('Attached');
  await expect(page.getByText('1 volume, Rp108.000/month')).toBeVisible();

  await cloud.clock(tenant, { speed: 0.05 });
  await cloud.restartInstance(tenant, uuid);
  await page.reload();
  await hydrated(page);
  const held = await menuOf(page, 'disk-1', 'Detach');
  await expect(held).toBeDisabled();
  await expect(held).toContainText('instance-1: Other work on it is still in progress.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Attach a volume' })).toBeDisabled();
  await cloud.clock(tenant, { speed: 20, advanceSeconds: 120 });
  await page.reload();
  await hydrated(page);
  await (await menuOf(page, 'disk-1', 'Detach')).click();
  const loose = page.getByRole('dialog', { name: 'Detach disk-1?' });
  await loose.getByRole('button', { name: 'Detach' }).click();
  await expect(page.getByRole('heading', { name: 'No volumes attached' })).toBeVisible();
  await page.getByRole('link', { name: 'All volumes' }).click();
  await expect(rowWith(page, 'disk-1')).toContainText('Not attached');
});

test('says that the list failed, and reads it again', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1, disks: 1 } });
  await cloud.fault(tenant, { ref: 'D64', kind: 'down' });
  await open(page, tenant, paths.volumes(account));
  await expect(page.getByText("The volumes couldn't be loaded.")).toBeVisible();
  await cloud.clearFaults(tenant);
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect(async () => {
    if (await retry.isVisible()) await retry.click({ timeout: 1000 });
    await expect(rowWith(page, 'disk-1')).toBeVisible({ timeout: 2000 });
  }).toPass();
});

for (const [name, look] of looks) {
  test.describe(name, () => {
    test.use(look);
    test('axe finds nothing, and nothing overflows', async ({ page }) => {
      const tenant = await cloud.createTenant({ dewavps: { instances: 1, disks: 3 } });
      await openSession(page, tenant, 'dewavps');
      const machine = tenant.dewavps.instances[0]?.uuid ?? '';
      await walk(page, look, [
        paths.volumes(account),
        paths.instancePart(account, machine, 'storage'),
      ]);
    });
  });
}
