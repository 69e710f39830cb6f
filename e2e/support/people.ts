import { expect, type Locator, type Page } from '@playwright/test';
import type { Tenant } from './cloud';

/**
 * Waits until the page's JavaScript has taken over a control, or all that are meant: what is done before is lost. The
 * fields of a wizard are disabled together until then, a little longer than React's mark is missing.
 */
export async function waitForHydration(controls: Locator): Promise<void> {
  const taken = () =>
    controls.evaluateAll(
      (elements) =>
        elements.length > 0 &&
        elements.every(
          (element) =>
            !element.closest('fieldset:disabled') &&
            Object.keys(element).some((name) => name.startsWith('__reactProps')),
        ),
    );
  await expect.poll(taken).toBe(true);
}

/** Waits until React has hydrated all controls of the page's main part. */
export const hydrated = (page: Page): Promise<void> =>
  waitForHydration(page.locator('main :is(a, input, select, textarea, button)'));

/** Clicks a control after it is hydrated. */
export async function press(control: Locator): Promise<void> {
  await waitForHydration(control);
  await control.click();
}

/** Chooses to sign in with a key. */
export async function chooseKey(page: Page): Promise<void> {
  await press(page.locator('label', { hasText: 'VPS API key' }));
  await expect(page.getByRole('radio', { name: 'VPS API key' })).toBeChecked();
}

/** The form of a cloud account on the sign-in page. */
export function accountForm(page: Page) {
  const form = page.getByRole('form', { name: 'Cloud account' });
  return {
    username: form.getByLabel('Username or email'),
    password: form.getByLabel('Password', { exact: true }),
    submit: form.getByRole('button', { name: 'Sign in' }),
  };
}

/** The form of a VPS key on the sign-in page. */
export function keyForm(page: Page) {
  const form = page.getByRole('form', { name: 'VPS API key' });
  return {
    label: form.getByLabel('Name for this account'),
    key: form.getByLabel('API key', { exact: true }),
    submit: form.getByRole('button', { name: 'Sign in' }),
  };
}

/** Signs in with the tenant's cloud account, as a person does, and waits for the page after it. */
export async function signInWithAccount(page: Page, { awanio }: Tenant, next = '/'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  const form = accountForm(page);
  await form.username.fill(awanio.username);
  await form.password.fill(awanio.password);
  await press(form.submit);
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** Signs in with a key of the tenant; `which` counts from 0. */
export async function signInWithKey(
  page: Page,
  tenant: Tenant,
  { label = 'Toko Budi', which = 0, next = '/' } = {},
): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await chooseKey(page);
  const form = keyForm(page);
  await form.label.fill(label);
  await form.key.fill(keyOf(tenant, which));
  await press(form.submit);
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** A key of the tenant. */
export function keyOf(tenant: Tenant, which = 0): string {
  const found = tenant.dewavps.keys[which];
  if (!found) throw new Error(`the tenant has no key ${which}`);
  return found.key;
}

/** Opens the notices of the bar, and returns their panel. */
export async function openNotices(page: Page): Promise<Locator> {
  const button = page.getByRole('banner').getByRole('button', { name: /^\d+ notices?:/ });
  await press(button);
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  return page.getByRole('dialog', { name: 'Notices' });
}
