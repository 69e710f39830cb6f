import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { noteSecrets } from './support/cloud';
import { accountForm, waitForHydration, press } from './support/people';
import { cloud, expect, expectAccessible, test } from './support/test';

/** The values of a person who has no account yet. */
function newcomer() {
  const username = `new-${randomBytes(5).toString('hex')}`;
  const password = `fake-${randomBytes(9).toString('hex')}`;
  noteSecrets(password);
  return { username, name: 'Person Baru', email: `${username}@example.id`, password };
}
type Newcomer = ReturnType<typeof newcomer>;

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

async function fillIn(page: Page, { username, name, email, password }: Newcomer) {
  await waitForHydration(field(page, 'Password'));
  await field(page, 'Username').fill(username);
  await field(page, 'Your name').fill(name);
  await field(page, 'Email').fill(email);
  await field(page, 'Password').fill(password);
}

async function signUp(page: Page, person: Newcomer) {
  await page.goto('/sign-up');
  await fillIn(page, person);
  await press(page.getByRole('button', { name: 'Create account' }));
  await expect(page).toHaveURL(/\/verify\?email=/);
}

/** The code in the last mail to an address. */
async function codeFor(email: string): Promise<string> {
  let code: string | undefined;
  await expect
    .poll(async () => {
      const mails = await cloud.mail(email);
      code = mails.map(({ text }) => /\b(\d{6})\b/.exec(text)?.[1]).find(Boolean);
      return code;
    })
    .toBeTruthy();
  return code ?? '';
}

test('creates an account, takes the code from the mail, and signs in', async ({ page }) => {
  const person = newcomer();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Create an account' })).toBeVisible();
  await expectAccessible(page);
  await expect(field(page, 'Password')).toHaveAccessibleDescription(/At least 8 characters/);
  await fillIn(page, person);
  await expect(page.getByText('Strength: strong')).toBeVisible();
  await press(page.getByRole('button', { name: 'Create account' }));

  await expect(page).toHaveURL(/\/verify\?email=/);
  await expect(field(page, 'Email')).toHaveValue(person.email);
  await expect(field(page, 'Code')).toBeFocused();
  await expect(page.getByText("can't send a code again")).toBeVisible();
  await expect(page.getByRole('link', { name: 'Contact support' })).toBeVisible();
  await expectAccessible(page);
  const code = await codeFor(person.email);
  // A code that is copied from a mail may have spaces around and inside.
  await field(page, 'Code').fill(` ${code.slice(0, 3)} ${code.slice(3)} `);
  await press(page.getByRole('button', { name: 'Confirm' }));

  await expect(page.getByText('Your email address is confirmed')).toBeVisible();
  const { username, password, submit } = accountForm(page);
  await expect(username).toHaveValue(person.email);
  await expect(password).toBeFocused();
  await expectAccessible(page);
  await password.fill(person.password);
  await press(submit);
  await expect(page).toHaveURL(/\/o\/[^/]+$/);
});

test('shows a wrong code at its field, and accepts a correction', async ({ page }) => {
  const person = newcomer();
  await signUp(page, person);
  const code = await codeFor(person.email);
  await field(page, 'Code').fill(code === '000000' ? '000001' : '000000');
  await press(page.getByRole('button', { name: 'Confirm' }));
  await expect(field(page, 'Code')).toHaveAccessibleDescription(/is wrong or has expired/);
  await expect(field(page, 'Code')).toBeFocused();
  await expectAccessible(page);
  await field(page, 'Code').fill(code);
  await press(page.getByRole('button', { name: 'Confirm' }));
  await expect(page.getByText('Your email address is confirmed')).toBeVisible();
});

test('links a person without a confirmed address from sign-in to the code', async ({ page }) => {
  const person = newcomer();
  await signUp(page, person);
  await page.goto('/sign-in');
  const { username, password, submit } = accountForm(page);
  await username.fill(person.email);
  await password.fill(person.password);
  await press(submit);
  await expect(page.getByRole('main').getByRole('alert')).toContainText("isn't confirmed yet");
  await page.getByRole('link', { name: 'Enter the code' }).click();
  await expect(page).toHaveURL(/\/verify\?email=/);
  await expect(field(page, 'Email')).toHaveValue(person.email);
});

test('names wrong values at their fields, and keeps what was typed', async ({ page }) => {
  await page.goto('/sign-up');
  await field(page, 'Username').fill('-x');
  await field(page, 'Email').fill('nobody');
  await field(page, 'Password').fill('short');
  await press(page.getByRole('button', { name: 'Create account' }));
  await expect(field(page, 'Username')).toHaveAccessibleDescription(
    /Begin with a letter or a digit/,
  );
  await expect(field(page, 'Your name')).toHaveAccessibleDescription(/This field is required/);
  await expect(field(page, 'Email')).toHaveAccessibleDescription(/valid email address/);
  await expect(field(page, 'Password')).toHaveAccessibleDescription(/at least 8 are needed/i);
  await expect(field(page, 'Username')).toBeFocused();
  await expect(field(page, 'Email')).toHaveValue('nobody');
  await expectAccessible(page);
});

test('does not tell that a username or an email address has an account', async ({
  page,
  tenant,
}) => {
  const { username, email } = tenant.awanio;
  const before = (await cloud.mail(email)).length;
  for (const known of [{ username }, { email: email.toUpperCase() }]) {
    const person = { ...newcomer(), ...known };
    await signUp(page, person);
    await expect(page.getByText('No code comes if this address already has')).toBeVisible();
    await expect(page.getByRole('link', { name: 'another username' })).toBeVisible();
  }
  expect((await cloud.mail(email)).length).toBe(before);
});
