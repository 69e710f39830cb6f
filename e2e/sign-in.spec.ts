import { urls } from './support/ports';
import {
  accountForm,
  chooseKey,
  keyForm,
  keyOf,
  press,
  signInWithAccount,
  signInWithKey,
} from './support/people';
import { cloud, expect, expectAccessible, openInTrouble, test } from './support/test';

test.describe('with a cloud account', () => {
  test('signs in by keyboard alone, and opens home', async ({ page, tenant }) => {
    await page.goto('/sign-in');
    const { username, password } = accountForm(page);
    await expect(username).toBeFocused();
    await page.keyboard.type(tenant.awanio.username);
    await page.keyboard.press('Tab');
    await expect(password).toBeFocused();
    await page.keyboard.type(tenant.awanio.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('signs in by e-mail address, and opens the requested page', async ({ page, tenant }) => {
    await page.goto('/account');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
    await expect(page.getByText('you go to the page that you asked for')).toBeVisible();
    const { username, password, submit } = accountForm(page);
    await username.fill(tenant.awanio.email);
    await password.fill(tenant.awanio.password);
    await press(submit);
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByText(tenant.awanio.email)).toBeVisible();
  });

  test('signs in an administrator of the provider on a separate page', async ({ page }) => {
    const { awanio } = await cloud.createTenant({ awanio: { provider: true } });
    await page.goto('/sign-in?as=provider');
    const form = page.getByRole('form', { name: 'Provider administrator' });
    await form.getByLabel('Username or email').fill(awanio.username);
    await form.getByLabel('Password', { exact: true }).fill(awanio.password);
    await press(form.getByRole('button', { name: 'Sign in' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
    const gateways = () => page.request.get('/api/awanio/payment/payment-gateway');
    const text = await (await gateways()).text();
    expect(text).toContain('"merchant_code"');
    expect(text).not.toContain('merchant_key');
    await page.goto('/provider/payment-gateways');
    await press(page.getByRole('button', { name: 'Add a payment gateway' }));
    const dialog = page.getByRole('dialog', { name: 'Add a payment gateway' });
    await dialog.getByLabel('Name', { exact: true }).fill('Second');
    await dialog.getByLabel('Merchant code').fill('D0020');
    await dialog.getByLabel('Merchant key').fill('not-to-be-shown');
    await dialog.getByLabel('Callback address').fill('https://api.example.id/callback');
    await dialog.getByLabel('Return address').fill('https://console.example.id/back');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Second' })).toBeVisible();
    await expect(page.getByText('not-to-be-shown')).toHaveCount(0);
    // For a customer's session the call is refused without a backend call.
    await page.context().clearCookies();
    await page.goto('/sign-in');
    const { username, password, submit } = accountForm(page);
    await username.fill(awanio.username);
    await password.fill(awanio.password);
    await press(submit);
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
    expect(await (await gateways()).json()).toMatchObject({ code: 'no_access' });
  });

  test('says that a password is wrong, keeps what was typed, and accepts a correction', async ({
    page,
    tenant,
  }) => {
    await page.goto('/sign-in');
    const { username, password, submit } = accountForm(page);
    await username.fill(tenant.awanio.username);
    await password.fill('not-the-password');
    await press(submit);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'Wrong username or password',
    );
    await expect(username).toHaveValue(tenant.awanio.username);
    await expect(password).toBeFocused();
    await expectAccessible(page);
    await password.fill(tenant.awanio.password);
    await press(submit);
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  });

  test('names empty fields and sends nothing', async ({ page }) => {
    let sent = 0;
    page.on('request', (request) => {
      if (request.url().includes('/api/auth/callback')) sent += 1;
    });
    await page.goto('/sign-in');
    const { username, password, submit } = accountForm(page);
    await press(submit);
    await expect(username).toHaveAccessibleDescription(/This field is required/);
    await expect(password).toHaveAccessibleDescription(/This field is required/);
    await expect(username).toBeFocused();
    expect(sent).toBe(0);
  });

  test('says how long to wait after too many attempts', async ({ page, tenant }) => {
    await page.goto('/sign-in');
    const { username, password, submit } = accountForm(page);
    await username.fill(tenant.awanio.username);
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      await password.fill(`wrong-${attempt}`);
      const answered = page.waitForResponse(/\/api\/auth\/callback\/awanio/);
      await press(submit);
      await answered;
      await expect(submit).not.toHaveAttribute('aria-busy', 'true');
    }
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('Too many attempts');
    await expect(alert).toContainText(/Try again in \d+ minutes?, at \d\d:\d\d/);
    // Even the right password is refused until then.
    await password.fill(tenant.awanio.password);
    await press(submit);
    await expect(alert).toContainText('Too many attempts');
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test('doesn’t count attempts while the provider is down', async ({ page, tenant }) => {
    await cloud.fault(tenant, { ref: 'A03', kind: 'down' });
    await page.goto('/sign-in');
    const { username, password, submit } = accountForm(page);
    await username.fill(tenant.awanio.username);
    await password.fill(tenant.awanio.password);
    await press(submit);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      "The provider can't be reached",
    );
    await expect(password).toHaveValue(tenant.awanio.password);
    await cloud.clearFaults(tenant);
    await press(submit);
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  });

  test('asks to sign in again after the provider ended the token, without a redirect loop', async ({
    page,
    tenant,
  }) => {
    await signInWithAccount(page, tenant);
    await cloud.revoke(tenant);
    await openInTrouble(page, '/', page.getByText('no longer accepts your last sign-in'));
    await expect(page).toHaveURL(/\/sign-in\?.*reason=refused/);
    const { username, password, submit } = accountForm(page);
    await username.fill(tenant.awanio.username);
    await password.fill(tenant.awanio.password);
    await press(submit);
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  });
});

test.describe('with a VPS key', () => {
  test('opens the overview of the account under the given label', async ({ page, tenant }) => {
    await signInWithKey(page, tenant, { label: 'Toko Budi' });
    await expect(page).toHaveURL(/\/vps\/toko-budi$/);
    await expect(page.getByRole('button', { name: /Toko Budi/ })).toBeVisible();
  });

  test('chooses the method by arrow keys, and keeps what was typed in each', async ({ page }) => {
    await page.goto('/sign-in');
    await press(accountForm(page).username);
    await page.keyboard.type('somebody');
    await page.getByRole('radio', { name: 'Cloud account' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'VPS API key' })).toBeChecked();
    await keyForm(page).label.fill('Mine');
    await press(page.locator('label', { hasText: 'Cloud account' }));
    await expect(accountForm(page).username).toHaveValue('somebody');
    await chooseKey(page);
    await expect(keyForm(page).label).toHaveValue('Mine');
  });

  test('says that a key is unknown', async ({ page }) => {
    await page.goto('/sign-in');
    await chooseKey(page);
    const { key, submit } = keyForm(page);
    await key.fill('dewa_fake_0000000000000000');
    await press(submit);
    await expect(page.getByRole('main').getByRole('alert')).toContainText('API key not recognized');
    await expect(key).toHaveValue('dewa_fake_0000000000000000');
    await expectAccessible(page);
  });

  test('signs in with a key for billing alone, and shows what it may read', async ({ page }) => {
    const tenant = await cloud.createTenant({ dewavps: { keys: [{ scopes: ['billing'] }] } });
    await signInWithKey(page, tenant);
    await expect(page).toHaveURL(/\/vps\/toko-budi\/billing$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Billing' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Rp5.000.000');
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  });

  test('says that the provider fails', async ({ page, tenant }) => {
    await cloud.fault(tenant, { ref: 'D02', kind: 'status', status: 500 });
    await page.goto('/sign-in');
    await chooseKey(page);
    const { key, submit } = keyForm(page);
    await key.fill(keyOf(tenant));
    await press(submit);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      "The provider's system has a problem",
    );
  });
});

test('redirects a signed-in person to the requested page', async ({ page, tenant }) => {
  await signInWithAccount(page, tenant, '/account');
  await page.goto('/sign-in?next=%2Faccount');
  await expect(page).toHaveURL(/\/account$/);
});

for (const next of [
  '//evil.example',
  'https://evil.example/',
  '/\\evil.example',
  'javascript:alert(1)',
  '/sign-in',
]) {
  test(`never redirects to another site: next=${next}`, async ({ page, tenant }) => {
    await signInWithAccount(page, tenant, next);
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(new URL(urls.console).origin);
    expect(new URL(page.url()).pathname).toBe('/');
  });
}

test('shows no choice and no sign-up with one backend', async ({ page, tenant }) => {
  await page.goto(`${urls.vpsOnly}/sign-in`);
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Create an account' })).toHaveCount(0);
  await expectAccessible(page);
  const { label, key, submit } = keyForm(page);
  await expect(label).toBeFocused();
  await key.fill(keyOf(tenant));
  await press(submit);
  // Without a label the account gets the name that the deployment uses.
  await expect(page).toHaveURL(/\/vps\/vps$/);
  await page.context().clearCookies();
  await page.goto(`${urls.vpsOnly}/sign-up`);
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('changes language and theme on the page', async ({ page }) => {
  await page.goto('/sign-in');
  await expectAccessible(page);
  await press(page.getByRole('button', { name: 'Language' }));
  await page.getByRole('menuitemradio', { name: 'Bahasa Indonesia' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await press(page.getByRole('button', { name: 'Tema' }));
  await page.getByRole('menuitemradio', { name: 'Gelap' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
