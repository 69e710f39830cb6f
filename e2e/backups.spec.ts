import type { Locator, Page } from '@playwright/test';
import { openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import type { Tenant, TenantOptions } from './support/cloud';
import { hydrated } from './support/people';

type Options = NonNullable<TenantOptions['dewavps']>;

const customer = (options: Options = {}): Promise<Tenant> =>
  cloud.createTenant({ dewavps: { instances: 1, ...options } });

/** Signs in and opens the backups tab of the tenant's only machine. @param which key, from 0 */
async function openTab(page: Page, tenant: Tenant, which = 0): Promise<void> {
  const path = `/vps/toko/instances/${tenant.dewavps.instances[0]?.uuid}/backups`;
  await openWithKey(page, tenant, path, { which });
  await expect(page.getByRole('heading', { name: 'Snapshots', exact: true })).toBeVisible();
  await hydrated(page);
}

const rowOf = (page: Page, table: string, text: string | RegExp): Locator =>
  page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: text });

async function choose(page: Page, row: Locator, item: string): Promise<Locator> {
  await row.getByRole('button', { name: /^Actions for/ }).click();
  const found = page.getByRole('menuitem', { name: new RegExp(`^${item}`) });
  await expect(found).toBeVisible();
  return found;
}

test('shows the price of a snapshot and takes it, and refuses a used name at its field', async ({
  page,
}) => {
  const tenant = await customer();
  await openTab(page, tenant);
  await expect(page.getByRole('heading', { name: 'No snapshots yet' })).toBeVisible();
  const take = page.getByRole('button', { name: 'Take snapshot' });
  await take.click();
  const dialog = page.getByRole('dialog', { name: 'Take a snapshot' });
  // 20 GB at Rp1 an hour.
  await expect(dialog.getByRole('region', { name: 'Price' })).toContainText('Rp14.400/month');
  await dialog.getByLabel('Name').fill('before-upgrade');
  await dialog.getByLabel('Description').fill('Before 3.0');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.keyboard.press('Enter'); // from the last field
  await expect(dialog).toBeHidden();
  const row = rowOf(page, 'Snapshots', 'before-upgrade');
  await expect(row).toContainText('Active', { timeout: 20_000 });
  await expect(row).toContainText('Current state');
  await expect(row).toContainText('Rp14.400/month');
  await expect(page.getByRole('region', { name: 'Total' })).toContainText('Rp14.400/month');

  await take.click();
  await dialog.getByLabel('Name').fill('Before-Upgrade');
  await dialog.getByLabel('Description').fill('Again');
  await dialog.getByRole('button', { name: 'Take snapshot' }).click();
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(/already been taken/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('says that a snapshot failed, offers no restore of it, and deletes it by its name', async ({
  page,
}) => {
  const tenant = await customer({ stopped: 1 });
  await cloud.fault(tenant, { ref: 'D25', kind: 'fail', times: 1 });
  await openTab(page, tenant);
  await page.getByRole('button', { name: 'Take snapshot' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take a snapshot' });
  await dialog.getByLabel('Name').fill('broken');
  await dialog.getByLabel('Description').fill('Fails');
  await dialog.getByRole('button', { name: 'Take snapshot' }).click();
  const row = rowOf(page, 'Snapshots', 'broken');
  await expect(row).toContainText('Error', { timeout: 20_000 });
  await expect(row).toContainText('Rp0');
  const back = await choose(page, row, 'Roll back');
  await expect(back).toBeDisabled();
  await expect(back).toContainText("can't roll back to it");
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  const asked = page.getByRole('dialog', { name: 'Delete snapshot broken?' });
  const confirm = asked.getByRole('button', { name: 'Delete snapshot' });
  await expect(confirm).toBeDisabled();
  await asked.getByLabel(/to confirm/).fill('broken');
  await confirm.click();
  await expect(row).toHaveCount(0, { timeout: 20_000 });
});

test('restores a snapshot of a stopped machine, after saying what is lost, and starts the machine', async ({
  page,
}) => {
  const tenant = await customer({ snapshots: 2 });
  await openTab(page, tenant);
  const first = rowOf(page, 'Snapshots', 'snapshot-1');
  await expect(first).not.toContainText('Current state');
  await expect(await choose(page, first, 'Roll back')).toContainText('must be stopped first');
  await page.keyboard.press('Escape');
  await page.getByRole('main').getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop instance' }).click();
  await expect(page.locator('[data-status="off"]').first()).toBeVisible({ timeout: 20_000 });

  await (await choose(page, first, 'Roll back')).click();
  const dialog = page.getByRole('dialog', { name: 'Roll back to snapshot-1?' });
  await expect(dialog).toContainText('User, password and SSH keys');
  await expect(dialog).toContainText('instance stays stopped');
  await expectAccessible(page);
  await dialog.getByLabel(/to confirm/).fill('snapshot-1');
  await page.keyboard.press('Enter');
  const done = page.getByRole('status').filter({ hasText: 'Rolled back to snapshot-1' });
  await expect(done).toBeVisible({ timeout: 20_000 });
  await expect(first).toContainText('Current state');
  await done.getByRole('button', { name: 'Start' }).click();
  await expect(page.locator('[data-status="run"]').first()).toBeVisible({ timeout: 20_000 });
  await expect(done).toHaveCount(0);
});

test('makes backups by a weekly schedule, keeps fewer after a change, and restores one', async ({
  page,
}) => {
  const tenant = await customer({ stopped: 1, snapshots: 1 });
  await openTab(page, tenant);
  await expect(page.getByRole('heading', { name: 'No backups yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Add schedule' }).click();
  const form = page.getByRole('dialog', { name: 'Add backup schedule' });
  await form.locator('label', { hasText: 'Weekly' }).click();
  await form.getByLabel('Hour').selectOption('03:00 WIB');
  await form.getByLabel('Backups to keep').fill('4');
  await expect(form).toContainText('Every Sunday at 03:00 WIB, keep 4');
  await expect(form).toContainText('Rp57.600/month for 4 backups');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Add schedule' }).click();
  const schedule = rowOf(page, 'Schedules', 'Every Sunday at 03:00 WIB, keep 4');
  await expect(schedule).toContainText(/Sunday, \d+ \w+ \d{4}, 03:00 WIB/);

  await cloud.clock(tenant, { advanceSeconds: 2 * 7 * 86_400 + 60 });
  await page.reload();
  const made = rowOf(page, 'History', 'Weekly');
  await expect(made).toHaveCount(2);
  await hydrated(page);
  await expectAccessible(page);

  await (await choose(page, schedule, 'Edit')).click();
  const edit = page.getByRole('dialog', { name: 'Edit backup schedule' });
  await expect(edit).toContainText("can't change its type");
  await edit.getByLabel('Backups to keep').fill('1');
  const save = edit.getByRole('button', { name: 'Save schedule' });
  await expect(save).toBeDisabled();
  await edit.getByLabel('I understand and want to continue').check();
  await save.click();
  await expect(made).toHaveCount(1);

  await (await choose(page, made, 'Restore')).click();
  const restore = page.getByRole('dialog', { name: 'Restore instance-1 from this backup?' });
  await expect(restore).toContainText('The snapshot of this instance');
  await restore.getByLabel(/to confirm/).fill('instance-1');
  await restore.getByRole('button', { name: 'Overwrite and restore' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Restored/ })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole('heading', { name: 'No snapshots yet' })).toBeVisible();

  await (await choose(page, rowOf(page, 'Schedules', 'keep 1'), 'Delete')).click();
  const remove = page.getByRole('dialog', { name: 'Delete this schedule?' });
  await expect(remove).toContainText('still cost money');
  await remove.getByRole('button', { name: 'Delete schedule' }).click();
  await expect(page.getByRole('heading', { name: 'No schedule yet' })).toBeVisible();
  await expect(made).toHaveCount(1);
  await (await choose(page, made, 'Delete')).click();
  const drop = page.getByRole('dialog', { name: /^Delete this backup/ });
  await drop.getByRole('button', { name: 'Delete backup' }).click();
  await expect(page.getByRole('heading', { name: 'No backups yet' })).toBeVisible();
});

test('shows them to a key that may only read, and says why it can’t change them', async ({
  page,
}) => {
  const keys = [{ scopes: ['super'] }, { scopes: ['read_instance'] }];
  const tenant = await customer({ snapshots: 1, backups: 2, keys });
  await openTab(page, tenant, 1);
  await expect(rowOf(page, 'Snapshots', 'snapshot-1')).toContainText('Active');
  await expect(rowOf(page, 'Schedules', 'Every day at 02:00 WIB, keep 30')).toHaveCount(1);
  await expect(rowOf(page, 'History', 'Daily')).toHaveCount(2);
  // By keyboard: open the row's menu, choose Delete, type the name, press Enter.
  await rowOf(page, 'Snapshots', 'snapshot-1')
    .getByRole('button', { name: /^Actions/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Roll back/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: /^Delete/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delete snapshot snapshot-1?' });
  await expect(dialog.getByLabel(/to confirm/)).toBeFocused();
  await page.keyboard.type('snapshot-1');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('access');
  await expect(rowOf(page, 'Snapshots', 'snapshot-1')).toContainText('Active');
});
