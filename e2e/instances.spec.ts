import type { Page } from '@playwright/test';
import { cloud, expect, expectAccessible, test, unfold } from './support/test';
import { hydrated } from './support/people';
import { urls } from './support/ports';
import { openSession, openWithKey } from './support/session';
import {
  createButton,
  fillAccess,
  instancesPath,
  menuItemOf,
  openInstances,
  publicKey,
  rowOf,
  table,
} from './support/vps';

const status = (page: Page, word: string) =>
  page.getByRole('main').locator('[data-status]', { hasText: new RegExp(`^${word}$`) });

test('keeps search, filter and sort order in the URL', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await expect(table(page).getByRole('rowheader')).toHaveCount(4);
  await expectAccessible(page);

  await page.getByRole('searchbox', { name: 'Search' }).fill('instance-3');
  await expect(page).toHaveURL(/\?q=instance-3$/);
  await expect(table(page).getByRole('rowheader')).toHaveCount(1);

  await page.goto(`${instancesPath}?sort=create`);
  await hydrated(page);
  const created = table(page).getByRole('columnheader', { name: 'Created' });
  await expect(created).toHaveAttribute('aria-sort', 'ascending');
  const sorted = page.waitForRequest(/\/api\/dewavps\/.*sort=create%2Cdesc/);
  await created.getByRole('button').click();
  await expect(page).toHaveURL(/sort=-create/);
  await sorted;
  await expect(created).toHaveAttribute('aria-sort', 'descending');

  await page.getByRole('combobox', { name: 'Status' }).selectOption('Stopped');
  await expect(page).toHaveURL(/status=off/);
  await expect(page.getByRole('heading', { name: 'Nothing matches the filters' })).toBeVisible();
  await page.reload();
  await hydrated(page);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(table(page).getByRole('rowheader')).toHaveCount(4);
});

test('links an account without instances to the form', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 0 } });
  await openInstances(page, tenant);
  await expect(page.getByRole('heading', { name: 'No instances yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Create instance' }).last().click();
  await expect(page.getByRole('heading', { name: 'Create instance', level: 1 })).toBeVisible();
});

test('creates a machine with a new SSH key, then restarts, stops and deletes it', async ({
  page,
  tenant,
}) => {
  await openInstances(page, tenant);
  await page.getByRole('link', { name: 'Create instance' }).click();
  await fillAccess(page, { hostname: 'kasir-1' });
  await page.getByRole('button', { name: 'Add SSH key' }).click();
  const key = page.getByRole('dialog', { name: 'Add SSH key' });
  await key.getByLabel('Public key').fill(publicKey.text);
  await key.getByLabel('Name').fill(publicKey.comment);
  await key.getByLabel('Name').press('Enter');
  await expect(key).toBeHidden();
  await expect(page.getByRole('checkbox', { name: publicKey.comment })).toBeChecked();
  await createButton(page).click();

  await expect(page.getByRole('heading', { name: 'kasir-1', level: 1 })).toBeVisible();
  await expect(status(page, 'Running')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('link', { name: 'Open console' }).first()).toBeVisible();
  await expect(
    page
      .getByRole('main')
      .getByText(/^ssh budi@[\d.]+$/)
      .first(),
  ).toBeVisible();
  await unfold(page, 'SSH keys');
  await expect(page.getByRole('list', { name: 'SSH keys' })).toContainText(publicKey.fingerprint);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Restart', exact: true }).click();
  const restart = page.getByRole('dialog', { name: 'Restart kasir-1?' });
  await restart.getByRole('button', { name: 'Restart instance' }).click();
  await expect(page.getByText('kasir-1 is restarting').first()).toBeVisible();
  await expect(status(page, 'Running')).toBeVisible({ timeout: 20_000 });

  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  const stop = page.getByRole('dialog', { name: 'Stop kasir-1?' });
  await expect(stop).toContainText('still pay for the disk');
  await stop.getByRole('button', { name: 'Stop instance' }).click();
  await expect(status(page, 'Stopped')).toBeVisible({ timeout: 20_000 });

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete kasir-1?' });
  await expectAccessible(page);
  const confirm = dialog.getByRole('button', { name: 'Delete instance' });
  await expect(confirm).toBeDisabled(); // until the name is typed
  await dialog.getByLabel(/Also delete its public address/).check();
  await dialog.getByLabel(/to confirm/).fill('kasir-1');
  await confirm.click();
  await expect(page).toHaveURL(new RegExp(`${instancesPath}$`));
  await expect(rowOf(page, 'kasir-1')).toHaveCount(0, { timeout: 20_000 });
  await expect(table(page).getByRole('rowheader')).toHaveCount(4);
});

test('says in a row why an action isn’t possible, and follows a delete until the row is gone', async ({
  page,
  tenant,
}) => {
  await cloud.clock(tenant, { speed: 0.5 });
  await openInstances(page, tenant);
  const start = await menuItemOf(page, 'instance-1', 'Start');
  await expect(start).toContainText('It is already running.');
  await expect(start).toBeDisabled();
  await page.keyboard.press('Escape');
  await (await menuItemOf(page, 'instance-1', 'Delete')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/to confirm/).fill('instance-1');
  await dialog.getByRole('button', { name: 'Delete instance' }).click();
  await expect(rowOf(page, 'instance-1')).toContainText('Deleting…');
  await expect(dialog).toHaveCount(0); // the backend has answered
  // The backend says “Stopping” only; this browser knows better, after a reload and in another tab too.
  await page.reload();
  await expect(rowOf(page, 'instance-1')).toContainText('Deleting…');
  const second = await page.context().newPage();
  await second.goto(instancesPath);
  await second.getByRole('link', { name: 'instance-1', exact: true }).click();
  await expect(second.getByRole('status').filter({ hasText: /^Deleting…$/ })).toBeVisible();
  await cloud.clock(tenant, { advanceSeconds: 60 });
  await expect(rowOf(page, 'instance-1')).toHaveCount(0, { timeout: 20_000 });
  await expect(second).toHaveURL(new RegExp(`${instancesPath}$`), { timeout: 20_000 });
  await page.reload();
  await expect(rowOf(page, 'instance-2')).toBeVisible();
  await expect(rowOf(page, 'instance-1')).toHaveCount(0);
});

test('renames a machine', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await page.getByRole('link', { name: 'instance-2' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename instance' });
  const field = dialog.getByLabel('Hostname');
  await field.fill('-salah-');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(field).toHaveAccessibleDescription(/begins or ends with a hyphen/);
  await field.fill('gudang-2');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('heading', { name: 'gudang-2', level: 1 })).toBeVisible();
});

test('says that a machine was deleted elsewhere', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await page.getByRole('link', { name: 'instance-3' }).click();
  await expect(page.getByRole('heading', { name: 'instance-3', level: 1 })).toBeVisible();
  const uuid = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await cloud.deleteInstance(tenant, uuid);
  // The console repeats an answer of the last second, so a second click may be needed.
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click({ timeout: 2000 });
    await expect(page.getByRole('heading', { name: /no longer exists/ })).toBeVisible({
      timeout: 2000,
    });
  }).toPass();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to the instances' }).click();
  await expect(table(page).getByRole('rowheader')).toHaveCount(3);
});

test('shows machines to a key that may only read, and says why it is refused', async ({ page }) => {
  const tenant = await cloud.createTenant({
    dewavps: { instances: 1, keys: [{ scopes: ['read_instance', 'read_network'] }] },
  });
  await openInstances(page, tenant);
  await (await menuItemOf(page, 'instance-1', 'Stop')).click();
  const dialog = page.getByRole('dialog', { name: 'Stop instance-1?' });
  await dialog.getByRole('button', { name: 'Stop instance' }).click();
  await expect(dialog.getByRole('alert')).toContainText('No access');
  await expect(dialog.getByRole('alert')).toContainText('Nothing was changed');
});

test('says that a key may not read instances', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { keys: [{ scopes: ['billing'] }] } });
  await openInstances(page, tenant);
  await expect(page.getByRole('alert').filter({ hasText: 'no access to instances' })).toBeVisible();
});

test('links an account that isn’t linked to the account page', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto('/vps/nothing-here/instances');
  await expect(page.getByRole('heading', { name: "This VPS account isn't linked" })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Link a key' })).toHaveAttribute('href', '/account');
});

for (const fault of [
  { name: 'down', kind: 'down' as const, says: /can't be reached|failed/ },
  { name: 'too slow', kind: 'slow' as const, delayMs: 30_000, says: /took too long/ },
  { name: 'unreadable', kind: 'malformed' as const, says: /format that the console doesn't know/ },
]) {
  const { name, says, ...how } = fault;
  test(`says on list and detail that the backend is ${name}, and retries`, async ({
    page,
    tenant,
  }) => {
    await openInstances(page, tenant);
    const href = await page.getByRole('link', { name: 'instance-1' }).getAttribute('href');
    for (const [ref, path, shows] of [
      ['D02', instancesPath, 'Instances'],
      ['D04', href ?? '', 'instance-1'],
    ] as const) {
      await cloud.fault(tenant, { ref, ...how });
      const alert = page.getByRole('main').getByRole('alert');
      // The console repeats an answer of the last second. The page has no problem then, and is opened again.
      await expect(async () => {
        await page.goto(path);
        await expect(alert.or(page.getByText('Updated')).first()).toBeVisible({ timeout: 12_000 });
        await expect(alert).toContainText("couldn't be loaded", { timeout: 500 });
      }).toPass();
      await expect(alert).toContainText(says);
      await cloud.clearFaults(tenant);
      const retry = alert.getByRole('button', { name: 'Try again' });
      await expect(async () => {
        // The page may be reading again by itself at this moment.
        if (await retry.isVisible()) await retry.click({ timeout: 1000 });
        await expect(alert).toBeHidden({ timeout: 2000 });
      }).toPass();
      await expect(page.getByRole('heading', { name: shows, level: 1 })).toBeVisible();
    }
  });
}

test('keeps the first answer when a later read fails', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await cloud.fault(tenant, { ref: 'D02', kind: 'status', status: 500 });
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click({ timeout: 2000 });
    await expect(page.getByRole('main').getByRole('alert')).toContainText('old data', {
      timeout: 2000,
    });
  }).toPass();
  await expect(table(page).getByRole('rowheader')).toHaveCount(4);
});

test('looks good on a narrow screen, dark and in Bahasa Indonesia', async ({ page, tenant }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 780 });
  await page.context().addCookies([{ name: 'nusa.locale', value: 'id', url: urls.console }]);
  await openWithKey(page, tenant, instancesPath);
  await expect(page.getByRole('link', { name: 'Buat instance' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'instance-1' }).click();
  await expect(page.getByRole('link', { name: 'Buka konsol' })).toBeVisible();
  await expectAccessible(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider).toBe(false);
});
