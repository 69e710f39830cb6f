import type { Page } from '@playwright/test';
import { hydrated } from './support/people';
import { openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import {
  createButton,
  fillAccess,
  instancesPath,
  menuItemOf,
  newInstancePath,
  rowOf,
  openInstances,
} from './support/vps';

const button = (page: Page) => page.getByRole('button', { name: /^Activity/ });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Activity' });
const line = (page: Page, words: string) =>
  panel(page).getByRole('listitem').filter({ hasText: words });

async function stop(page: Page, hostname: string) {
  await (await menuItemOf(page, hostname, 'Stop')).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop instance' }).click();
}

test('follows a stop across a reload until it is done, by keyboard', async ({ page, tenant }) => {
  await cloud.clock(tenant, { speed: 0.01 });
  await openInstances(page, tenant);
  await stop(page, 'instance-1');
  await expect(button(page)).toHaveAccessibleName('Activity: 1 in progress');
  await button(page).focus();
  await page.keyboard.press('Enter');
  const stopping = line(page, 'Stop instance-1');
  await expect(stopping).toContainText('In progress · toko');
  await expect(stopping.getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await hydrated(page);
  await expect(button(page)).toHaveAccessibleName('Activity: 1 in progress');
  await page.goto('/account'); // this page doesn't show the machine, but the stop is still followed
  await cloud.clock(tenant, { advanceSeconds: 900 });
  const toast = page.getByRole('region', { name: 'Notices' });
  await expect(toast).toContainText('Stop instance-1', { timeout: 20_000 });
  await expect(button(page)).toHaveAccessibleName('Activity');
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(stopping).toContainText('Done');
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('button', { name: 'Clear finished' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('No activity yet');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(button(page)).toBeFocused();
});

test('shows an action of one tab in the others without a reload', async ({ page, tenant }) => {
  await cloud.clock(tenant, { speed: 0.01 });
  await openInstances(page, tenant);
  const second = await page.context().newPage();
  await second.goto(instancesPath);
  await hydrated(second);
  await stop(page, 'instance-2');
  await expect(rowOf(second, 'instance-2')).toContainText('Stopping', { timeout: 6_000 });
  await expect(button(second)).toHaveAccessibleName('Activity: 1 in progress');
  await cloud.clock(tenant, { advanceSeconds: 900 });
  await expect(rowOf(second, 'instance-2')).toContainText('Stopped', { timeout: 6_000 });
  await expect(button(second)).toHaveAccessibleName('Activity');
});

test('shows a restart from outside the console without a reload', async ({ page, tenant }) => {
  await page.clock.install();
  await cloud.clock(tenant, { speed: 0.01 });
  await openInstances(page, tenant);
  await page.getByRole('link', { name: 'instance-3' }).click();
  await expect(page.getByRole('heading', { name: 'instance-3', level: 1 })).toBeVisible();
  const uuid = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await cloud.restartInstance(tenant, uuid);
  // The console repeats an answer of the last second, so a second poll may be needed.
  await expect(async () => {
    await page.clock.fastForward('01:05');
    await expect(page.getByRole('main')).toContainText('Starting', { timeout: 3000 });
  }).toPass();
});

test('lists a refused action with the reason', async ({ page }) => {
  const tenant = await cloud.createTenant({
    dewavps: { instances: 1, keys: [{ scopes: ['read_instance', 'read_network'] }] },
  });
  await openInstances(page, tenant);
  await stop(page, 'instance-1');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await button(page).click();
  await expect(line(page, 'Stop instance-1')).toContainText('Failed');
  await expect(line(page, 'Stop instance-1')).toContainText('No access');
  await line(page, 'Stop instance-1').getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'instance-1', level: 1 })).toBeVisible();
  await expect(panel(page)).toBeHidden();
});

test('follows a new machine, and deletes its list at sign-out', async ({ page, tenant }) => {
  await openWithKey(page, tenant, newInstancePath);
  await fillAccess(page, { hostname: 'kasir-9' });
  await createButton(page).click();
  await expect(page.getByRole('heading', { name: 'kasir-9', level: 1 })).toBeVisible();
  await button(page).click();
  await expect(line(page, 'Create kasir-9')).toContainText('Done', { timeout: 20_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /toko/i }).last().click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  const kept = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => /activity/.test(key)),
  );
  expect(kept).toEqual([]);
});

test('asks before Back leaves a form with unsent input', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await page.getByRole('link', { name: 'Create instance' }).click();
  await fillAccess(page, { hostname: 'belum-jadi' });
  const back = () => page.evaluate(() => history.back());
  await back();
  const ask = page.getByRole('dialog');
  await expect(ask).toBeVisible();
  await ask.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).toHaveURL(new RegExp(`${newInstancePath}$`));
  await expect(page.getByLabel('Hostname')).toHaveValue('belum-jadi');
  await page.getByRole('link', { name: 'Overview' }).click();
  await ask.getByRole('button', { name: 'Cancel' }).click();
  await back();
  await ask.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(new RegExp(`${instancesPath}$`));
});
