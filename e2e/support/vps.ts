import type { Locator, Page } from '@playwright/test';
import type { Tenant } from './cloud';
import { hydrated, keyOf } from './people';
import { openWithKey } from './session';
import { expect } from './test';

/** The slug of the account that `openInstances` links. */
export const account = 'toko';
export const instancesPath = `/vps/${account}/instances`;
export const newInstancePath = `${instancesPath}/new`;

/** An SSH key for the tests. Its private key was deleted. */
export const publicKey = {
  text: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKD42tKH8rnD79IdhcwmFkNFcOHAinMfTvWhAuLTx4Ve sari@laptop',
  comment: 'sari@laptop',
  fingerprint: 'SHA256:MPcRp9EpBzEu5KSfVxKFmv8JvcCJCMev0UQSAKxQmyY',
} as const;

/** Signs in with one of the tenant's API keys under the label “toko”, and opens its instances. */
export async function openInstances(page: Page, tenant: Tenant, key = 0): Promise<void> {
  await openWithKey(page, tenant, instancesPath, { label: account, which: key });
  await expect(page.getByRole('heading', { name: 'Instances', level: 1 })).toBeVisible();
  await hydrated(page);
}

/** Signs in again in the dialog over the page. */
export async function signInAgain(page: Page, tenant: Tenant): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
  await dialog.getByLabel(/API key/).fill(keyOf(tenant));
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toBeHidden();
}

export const table = (page: Page): Locator => page.getByRole('table', { name: 'Instances' });

/** The row of a machine. */
export const rowOf = (page: Page, hostname: string): Locator =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: hostname, exact: true }) });

/** Opens a row's menu, and gives one of its items. */
export async function menuItemOf(page: Page, hostname: string, item: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions for ${hostname}` }).click();
  return page.getByRole('menuitem', { name: new RegExp(`^${item}`) });
}

/** Fills in the fields without a default in the form of a new instance. */
export async function fillAccess(
  page: Page,
  { hostname = 'web-baru', username = 'budi', password = 'visibly-Fake-2026' } = {},
): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Create instance', level: 1 })).toBeVisible();
  await hydrated(page);
  await page.getByLabel('Hostname').fill(hostname);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
}

export const createButton = (page: Page): Locator =>
  page.getByRole('main').getByRole('button', { name: 'Create instance' });
