import type { Page } from '@playwright/test';
import { openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { hydrated } from './support/people';
import { openInstances, publicKey, rowOf, table } from './support/vps';

const bar = (page: Page) => page.getByRole('region', { name: 'Selected rows' });
const keysPath = '/vps/toko/ssh-keys';
const keyTable = (page: Page) => page.getByRole('table', { name: 'SSH keys' });

test('stops three machines by keyboard alone, and retries the one that fails', async ({
  page,
  tenant,
}) => {
  await openInstances(page, tenant);
  const { keyboard } = page;
  // The first row is in the tab order. The arrow keys move from there, and the space bar selects.
  await rowOf(page, 'instance-1').focus();
  await keyboard.press('Space');
  for (const name of ['instance-2', 'instance-3']) {
    await rowOf(page, name).focus();
    await keyboard.press('Space');
  }
  await expect(bar(page).getByRole('status')).toHaveText('3 selected');
  await expectAccessible(page);
  await keyboard.press('a');
  await expect(bar(page).locator(':focus')).toHaveCount(1);
  const stop = bar(page).getByRole('button', { name: 'Stop', exact: true });
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(stop).toBeFocused({ timeout: 100 });
  }).toPass();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Stop 3 instances?' });
  await expect(dialog).toContainText('instance-2');
  await expect(dialog).toContainText('This change, per day');
  await expectAccessible(page);
  await cloud.fault(tenant, { ref: 'D11', kind: 'status', status: 500, times: 1 });
  await expect(async () => {
    await keyboard.press('Tab');
    const confirm = dialog.getByRole('button', { name: 'Stop 3 instances' });
    await expect(confirm).toBeFocused({ timeout: 100 });
  }).toPass();
  await keyboard.press('Enter');

  await expect(bar(page).getByRole('status')).toHaveText('2 done, 1 with unknown result', {
    timeout: 20_000,
  });
  await expect(
    bar(page).getByRole('listitem').filter({ hasText: "It isn't known whether this was done" }),
  ).toHaveCount(1);
  await expectAccessible(page);
  const retry = bar(page).getByRole('button', { name: 'Try it again' });
  await keyboard.press('Tab');
  await expect(retry).toBeFocused();
  await keyboard.press('Enter');
  await expect(bar(page).getByRole('status')).toHaveText('3 done', { timeout: 20_000 });
  for (const name of ['instance-1', 'instance-2', 'instance-3']) {
    await expect(rowOf(page, name)).toContainText('Stopped', { timeout: 20_000 });
  }
  await expect(async () => {
    await keyboard.press('Tab');
    const close = bar(page).getByRole('button', { name: 'Close' });
    await expect(close).toBeFocused({ timeout: 100 });
  }).toPass();
  await keyboard.press('Enter');
  await expect(bar(page)).toHaveCount(0);
});

test('says for how many rows an action is possible, and asks for the number before it deletes several', async ({
  page,
  tenant,
}) => {
  await openInstances(page, tenant);
  for (const name of ['instance-1', 'instance-2', 'instance-4']) {
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  }
  const start = bar(page).getByRole('button', { name: 'Start', exact: true });
  await start.focus();
  await expect(start).toBeDisabled();
  await expect(start).toHaveAccessibleDescription('It is already running.');

  await bar(page).getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete 3 instances?' });
  const confirm = dialog.getByRole('button', { name: 'Delete 3 instances' });
  await expect(dialog).toContainText('permanently deleted');
  await expect(dialog).toContainText('This change, per day'); // less than the machines: the addresses stay
  await dialog.getByLabel(/Also delete their 3 public addresses/).check();
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/to confirm/).fill('2');
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/to confirm/).fill('3');
  await expectAccessible(page);
  await confirm.click();
  // The list of results stays after the rows are gone.
  await expect(bar(page).getByRole('status')).toHaveText('3 done', { timeout: 20_000 });
  await expect(table(page).getByRole('rowheader')).toHaveCount(1, { timeout: 30_000 });
  await expect(bar(page).getByRole('listitem')).toHaveCount(3);
  await bar(page).getByRole('button', { name: 'Close' }).click();
  await expect(bar(page)).toHaveCount(0);
});

test('pastes, shows, adds and deletes an SSH key, and refuses invalid ones', async ({
  page,
  tenant,
}) => {
  await openWithKey(page, tenant, keysPath);
  await expect(page.getByRole('heading', { name: 'No SSH keys yet' })).toBeVisible();
  await expectAccessible(page);
  await hydrated(page);
  await page.getByRole('main').getByRole('button', { name: 'Add SSH key' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add SSH key' });
  const field = dialog.getByLabel('Public key');
  const add = dialog.getByRole('button', { name: 'Add key' });

  await field.fill('-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAA\n');
  await expect(field).toHaveAccessibleDescription(/This is a private key/);
  await expect(field).toHaveValue('');
  await field.fill(publicKey.text.slice(0, 60));
  await add.click();
  await expect(field).toHaveAccessibleDescription(/incomplete/);
  await field.fill(`${publicKey.text}\n${publicKey.text}`);
  await expect(field).toHaveAccessibleDescription(/more than one key/);
  await field.fill(publicKey.text);
  await expect(dialog).toContainText(publicKey.fingerprint);
  await expect(dialog).toContainText(publicKey.comment);
  await expectAccessible(page);
  await dialog.getByLabel('Name').fill('laptop Sari');
  await add.click();
  await expect(dialog).toBeHidden();
  const row = keyTable(page).getByRole('row').filter({ hasText: 'laptop Sari' });
  await expect(row).toContainText(publicKey.fingerprint);
  await expect(row).toContainText('ED25519');

  await page.getByRole('button', { name: 'Actions for laptop Sari' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete key' }).click();
  await expect(page.getByRole('heading', { name: 'No SSH keys yet' })).toBeVisible();
});

test('says that a key may not read SSH keys', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { keys: [{ scopes: ['billing'] }] } });
  await openWithKey(page, tenant, keysPath);
  await expect(page.getByRole('alert').filter({ hasText: 'no access to SSH keys' })).toBeVisible();
  const add = page.getByRole('button', { name: 'Add SSH key' });
  await add.focus();
  await expect(add).toHaveAccessibleDescription(/no access/);
});
