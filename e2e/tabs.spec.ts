import type { BrowserContext, Page } from '@playwright/test';
import { signInWithAccount, keyOf } from './support/people';
import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { instancesPath, openInstances, rowOf, signInAgain } from './support/vps';

const machine = (page: Page) => rowOf(page, 'instance-1');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Sign in to continue' });

/** A second tab of the same browser that shows the same page. */
async function secondTab(page: Page, context: BrowserContext): Promise<Page> {
  const other = await context.newPage();
  await other.goto(page.url());
  return other;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
}

/** Makes the browser one whose tabs can't send messages to each other. */
const blockTabMessages = (context: BrowserContext) =>
  context.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
/** Fires the event of a page that Back restores from the browser's memory. */
const fireRestored = (page: Page) =>
  page.evaluate(() =>
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  );
/** Shows a page again until it asks for sign-in, since its session watcher may not be loaded at first. */
const showUntilSignIn = (page: Page) =>
  expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(dialog(page)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });

test('hides all tabs at once after a sign-out in one, and shows nothing after Back', async ({
  page,
  context,
  tenant,
}) => {
  await openInstances(page, tenant);
  const other = await secondTab(page, context);
  for (const tab of [page, other]) await tab.goto(`${instancesPath}?q=instance`);
  await expect(machine(other)).toBeVisible();
  await signOut(page);
  await expect(other).toHaveURL(/\/sign-in$/, { timeout: 3_000 });
  for (const tab of [page, other]) {
    await tab.goBack();
    await expect(tab).toHaveURL(/\/sign-in\?next=/);
    await expect(tab.getByText('instance-1')).toHaveCount(0);
  }
});

test('notices a sign-out when a tab is shown again or restored, if tabs can’t send messages', async ({
  page,
  context,
  tenant,
}) => {
  await blockTabMessages(context);
  await openInstances(page, tenant);
  const [ended, taken] = [await secondTab(page, context), await secondTab(page, context)];
  for (const tab of [ended, taken]) await expect(machine(tab)).toBeVisible();
  await signOut(page);
  await showUntilSignIn(ended);
  await expect(machine(ended)).toBeHidden();
  // Another person signs in, and the tab shows their page.
  const somebody = await cloud.createTenant({ awanio: { vms: 0 } });
  await signInWithAccount(page, somebody);
  await fireRestored(taken);
  await expect(taken).toHaveURL((url) => url.pathname === '/', { timeout: 3_000 });
  await expect(taken.getByText('instance-1')).toHaveCount(0);
});

test('leaves the pages of one person in every tab when another signs in', async ({
  page,
  context,
  tenant,
}) => {
  await openInstances(page, tenant);
  const other = await secondTab(page, context);
  await expect(machine(other)).toBeVisible();
  const somebody = await cloud.createTenant({ awanio: { vms: 0 } });
  await context.clearCookies({ name: /nusa\.session/ });
  await signInWithAccount(page, somebody);
  await expect(other).toHaveURL((url) => url.pathname === '/', { timeout: 3_000 });
  await expect(other.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await expect(other.getByText('instance-1')).toHaveCount(0);
});

test('asks to sign in over hidden pages in all tabs when the session ends, and once is enough', async ({
  page,
  context,
  tenant,
}) => {
  await openInstances(page, tenant);
  const other = await secondTab(page, context);
  await expect(machine(other)).toBeVisible();
  await context.clearCookies({ name: /nusa\.session/ });
  await showUntilSignIn(page);
  for (const tab of [page, other]) {
    await expect(dialog(tab)).toBeVisible();
    await expect(machine(tab)).toBeHidden();
  }
  await expectAccessible(page);
  await signInAgain(page, tenant);
  for (const tab of [page, other]) {
    await expect(machine(tab)).toBeVisible();
    await expect(dialog(tab)).toHaveCount(0);
  }
});

test('leaves the pages of an unlinked key in the other tabs, and keeps the rest', async ({
  page,
  context,
}) => {
  const keys = [{ scopes: ['super'] }, { scopes: ['super'] }];
  const tenant = await cloud.createTenant({ awanio: { vms: 0 }, dewavps: { instances: 1, keys } });
  await openWithAccount(page, tenant, '/account');
  for (const [at, label] of ['toko', 'gudang'].entries()) {
    const data = { label, key: keyOf(tenant, at) };
    const headers = { origin: new URL(page.url()).origin };
    const made = await page.request.post('/api/account/keys', { data, headers });
    expect(made.status(), await made.text()).toBe(201);
  }
  await page.reload();
  const [its, another] = [await context.newPage(), await context.newPage()];
  await its.goto(instancesPath);
  await another.goto(instancesPath.replace('toko', 'gudang'));
  for (const tab of [its, another]) await expect(machine(tab)).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'toko' });
  await row.getByRole('button', { name: 'Unlink' }).click();
  const confirm = page.getByRole('dialog', { name: 'Unlink toko?' });
  await confirm.getByRole('button', { name: 'Unlink' }).click();
  await expect(its).toHaveURL((url) => url.pathname === '/');
  await expect(its.getByText('toko was unlinked in another tab', { exact: true })).toBeVisible();
  await expect(its.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await expect(its.getByText('toko', { exact: true })).toHaveCount(0);
  await expect(machine(another)).toBeVisible();
});
