import type { Page } from '@playwright/test';
import type { Tenant } from './support/cloud';
import {
  accountForm,
  waitForHydration,
  keyOf,
  press,
  signInWithAccount,
  signInWithKey,
} from './support/people';
import { cloud, expect, expectAccessible, test } from './support/test';
import { menuItemOf } from './support/vps';

const row = (page: Page, label: string) => page.getByRole('row').filter({ hasText: label });

async function linkKey(page: Page, label: string, key: string) {
  await press(page.getByRole('button', { name: 'Link a key' }));
  const dialog = page.getByRole('dialog', { name: 'Link a key' });
  await expect(dialog.getByLabel('Name for this account')).toBeFocused();
  await dialog.getByLabel('Name for this account').fill(label);
  await dialog.getByLabel('API key', { exact: true }).fill(key);
  await dialog.getByRole('button', { name: 'Link key' }).click();
  return dialog;
}

async function linked(page: Page, tenant: Tenant, label = 'Produksi') {
  await signInWithAccount(page, tenant, '/account');
  await expect(await linkKey(page, label, keyOf(tenant))).toBeHidden();
  await expect(row(page, label)).toBeVisible();
}

test('links a key, opens its account, renames and unlinks it', async ({ page, tenant }) => {
  await signInWithAccount(page, tenant, '/account');
  await expect(page.getByText('No linked keys yet.')).toBeVisible();
  await expectAccessible(page);
  const dialog = await linkKey(page, 'Produksi', keyOf(tenant));
  await expect(dialog).toBeHidden();
  await expect(row(page, 'Produksi')).toContainText(`…${keyOf(tenant).slice(-4)}`);
  await expectAccessible(page);

  await press(row(page, 'Produksi').getByRole('button', { name: 'Edit' }));
  const rename = page.getByRole('dialog', { name: 'Name and expiry of Produksi' });
  await rename.getByLabel('Name for this account').fill('Toko Utama');
  await rename.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Toko Utama')).toBeVisible();
  await row(page, 'Toko Utama').getByRole('link', { name: 'Toko Utama' }).click();
  await expect(page).toHaveURL(/\/vps\/produksi$/); // its URL stays the same

  await page.goto('/account');
  await press(row(page, 'Toko Utama').getByRole('button', { name: 'Unlink' }));
  const confirm = page.getByRole('dialog', { name: 'Unlink Toko Utama?' });
  await expectAccessible(page);
  await confirm.getByRole('button', { name: 'Unlink' }).click();
  await expect(page.getByText('No linked keys yet.')).toBeVisible();
});

test('shows an invalid key or label at its field', async ({ page, tenant }) => {
  await linked(page, tenant);
  const dialog = await linkKey(page, 'Lain', 'dewa_fake_0000000000000000');
  const key = dialog.getByLabel('API key', { exact: true });
  await expect(key).toHaveAccessibleDescription(/doesn't know this key/);
  await expect(key).toBeFocused();
  await expectAccessible(page);
  await key.fill(keyOf(tenant));
  await dialog.getByRole('button', { name: 'Link key' }).click();
  await expect(key).toHaveAccessibleDescription(/already linked/);
  await dialog.getByLabel('Name for this account').fill('produksi');
  await key.fill('dewa_fake_1111111111111111');
  await dialog.getByRole('button', { name: 'Link key' }).click();
  await expect(dialog.getByLabel('Name for this account')).toHaveAccessibleDescription(
    /with this name/,
  );
});

test('shows what a key may do, also after a refused change, and disables what it may not change', async ({
  page,
}) => {
  const keys = [{ scopes: ['read_instance', 'read_network'] }];
  const tenant = await cloud.createTenant({ dewavps: { instances: 1, keys } });
  await signInWithKey(page, tenant, { label: 'Toko', next: '/account' });
  const rights = page.getByRole('list', { name: 'Permissions of Toko' }).getByRole('listitem');
  const after = (changes: string) => [
    'View machines: yes',
    `Change machines: ${changes}`,
    'View networks: yes',
    'Change networks: not known yet',
    'Billing: no',
  ];
  await expect(rights).toHaveText(after('not known yet'));
  await expectAccessible(page);

  await page.goto('/vps/toko/instances');
  await waitForHydration(page.getByRole('button', { name: 'Actions for instance-1' }));
  await (await menuItemOf(page, 'instance-1', 'Stop')).click();
  const dialog = page.getByRole('dialog', { name: 'Stop instance-1?' });
  await dialog.getByRole('button', { name: 'Stop instance' }).click();
  await expect(dialog.getByRole('alert')).toContainText('No access');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  // The page shows it without a reload.
  const create = page.getByRole('button', { name: 'Create instance' });
  await expect(create).toHaveAttribute('aria-disabled', 'true');
  const stop = await menuItemOf(page, 'instance-1', 'Stop');
  await expect(stop).toBeDisabled();
  await expect(stop).toContainText("This key can't change machines.");
  await page.keyboard.press('Escape');

  await page.goto('/account');
  await expect(rights).toHaveText(after('no'));
  await press(row(page, 'Toko').getByRole('button', { name: 'Check' }));
  await expect(rights).toHaveText(after('not known yet'));
});

test('warns before a key expires, and replaces a refused key under its label', async ({ page }) => {
  const keys = [{ scopes: ['super'] }, { scopes: ['super'] }];
  const tenant = await cloud.createTenant({ dewavps: { instances: 1, keys } });
  await linked(page, tenant);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await press(row(page, 'Produksi').getByRole('button', { name: 'Set the expiry of Produksi' }));
  const edit = page.getByRole('dialog', { name: 'Name and expiry of Produksi' });
  await expectAccessible(page);
  await edit.getByLabel(/Expires on/).fill(day(-3));
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit.getByLabel(/Expires on/)).toHaveAccessibleDescription(/has passed/);
  await edit.getByLabel(/Expires on/).fill(day(5));
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Produksi')).toContainText(/Expires \d+ \w+ \d{4} \(in [45] days\)/);
  await row(page, 'Produksi').getByRole('link', { name: 'Produksi' }).click();
  await expect(page.getByText(/The key of this account expires on/)).toBeVisible();

  await cloud.revokeKeys(tenant, [keyOf(tenant)]);
  // The console repeats an answer of the last second, so the first page may still show it.
  await expect(async () => {
    await page.goto('/vps/produksi');
    await expect(page.getByText(/The provider refused the key of this account/)).toBeVisible({
      timeout: 2000,
    });
  }).toPass();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Replace the key' }).click();
  await expect(row(page, 'Produksi')).toContainText('revoked or has expired');
  await expectAccessible(page);
  await press(row(page, 'Produksi').getByRole('button', { name: 'Replace key' }));
  const replace = page.getByRole('dialog', { name: 'Replace the key of Produksi' });
  await expect(replace.getByLabel('New API key', { exact: true })).toBeFocused();
  await page.keyboard.type(keyOf(tenant, 1));
  await page.keyboard.press('Enter');
  await expect(replace).toBeHidden();
  await expect(page.getByRole('list', { name: 'Permissions of Produksi' })).toContainText(
    'Billing: yes',
  );
  await expect(row(page, 'Produksi')).toContainText(keyOf(tenant, 1).slice(-4));
  await page.goto('/vps/produksi/instances');
  await expect(page.getByRole('link', { name: 'instance-1' })).toBeVisible();
});

test('a key signed in with isn’t unlinked, and goes along to a cloud account', async ({
  page,
  tenant,
}) => {
  await signInWithKey(page, tenant, { label: 'Toko Budi', next: '/account' });
  await expect(row(page, 'Toko Budi')).toContainText('Used to sign in');
  const unlink = row(page, 'Toko Budi').getByRole('button', { name: 'Unlink' });
  await expect(unlink).toHaveAttribute('aria-disabled', 'true');
  await expect(unlink).toHaveAccessibleDescription(/To remove it, sign out/);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Sign in to Cloud' }).click();
  await expect(page.getByText("You're signed in with the key Toko Budi")).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expectAccessible(page);
  const { username, password, submit } = accountForm(page);
  await username.fill(tenant.awanio.username);
  await password.fill(tenant.awanio.password);
  await press(submit);
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText(tenant.awanio.email)).toBeVisible();
  await expect(row(page, 'Toko Budi').getByRole('button', { name: 'Unlink' })).not.toHaveAttribute(
    'aria-disabled',
  );
});

test('signing out keeps linked keys for the next time; forgetting them does not', async ({
  page,
  tenant,
}) => {
  await linked(page, tenant);
  await press(page.getByRole('button', { name: 'Sign out', exact: true }));
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=/);

  await signInWithAccount(page, tenant, '/account');
  await expect(row(page, 'Produksi')).toBeVisible();
  await press(page.getByRole('button', { name: 'Sign out and forget keys' }));
  await expect(page).toHaveURL(/\/sign-in$/);

  await signInWithAccount(page, tenant, '/account');
  await expect(page.getByText('No linked keys yet.')).toBeVisible();
});

test('language and look are set here, too', async ({ page, tenant }) => {
  await signInWithAccount(page, tenant, '/account');
  await waitForHydration(page.getByLabel('Language'));
  await page.getByLabel('Language').selectOption('Bahasa Indonesia');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Profil dan akun tertaut' }),
  ).toBeVisible();
  await page.getByLabel('Tema').selectOption('Gelap');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
