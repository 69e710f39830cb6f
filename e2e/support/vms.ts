import { expect, type Locator, type Page } from '@playwright/test';
import type { Tenant } from './cloud';

export const organizationVms = ({ awanio }: Tenant) => `/o/${awanio.organization.uuid}/vms`;
export const projectVms = ({ awanio }: Tenant) =>
  `/o/${awanio.organization.uuid}/p/${awanio.project.uuid}/vms`;

export const table = (page: Page): Locator => page.getByRole('table', { name: 'Virtual machines' });

/** The titles of the shown rows, in order. */
export const titles = (page: Page): Promise<string[]> =>
  table(page).getByRole('rowheader').getByRole('link').allTextContents();

export const rowOf = (page: Page, title: string): Locator =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) });

/** A machine's state beside its name on its own page. */
export const stateOf = (page: Page, word: string): Locator =>
  page.getByRole('status').filter({ hasText: new RegExp(`^${word}$`) });

/** Fills in the fields without a default in the form of a new machine. */
export async function fillVm(
  page: Page,
  { title = 'Situs baru', username = 'budi', password = 'visibly-Fake-2026' } = {},
): Promise<void> {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Username', { exact: true }).fill(username);
  await page.getByRole('radio', { name: /^Password/ }).check();
  await page.getByLabel('Password', { exact: true }).fill(password);
}

export const createButton = (page: Page): Locator =>
  page.getByRole('main').getByRole('button', { name: 'Create virtual machine' });

/** Signs in again in the dialog over the page. */
export async function signInAgain(page: Page, { awanio }: Tenant): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
  await dialog.getByLabel('Username or email').fill(awanio.username);
  await dialog.getByLabel('Password', { exact: true }).fill(awanio.password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toBeHidden();
}
