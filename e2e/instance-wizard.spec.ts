import type { Page } from '@playwright/test';
import { noteSecrets, type Tenant } from './support/cloud';
import { cloud, expect, expectAccessible, test } from './support/test';
import { hydrated } from './support/people';
import { urls } from './support/ports';
import { openSession, openWithKey } from './support/session';
import {
  account,
  createButton,
  fillAccess,
  instancesPath,
  newInstancePath,
  openInstances,
  rowOf,
  signInAgain,
  table,
} from './support/vps';

async function open(page: Page, tenant: Tenant): Promise<void> {
  await openWithKey(page, tenant, newInstancePath, { label: account });
  await expect(page.getByRole('heading', { name: 'Create instance', level: 1 })).toBeVisible();
  await hydrated(page);
}

const price = (page: Page) => page.getByRole('region', { name: 'Price' });
/** A machine is created in some seconds. */
const settled = { timeout: 20_000 };

test('shows the price of the choice by component', async ({ page, tenant }) => {
  await open(page, tenant);
  await expectAccessible(page);
  // Epyc: 1 core at 75, 1 GB at 60, 20 GB at 2, an address at 35.
  await expect(price(page)).toContainText('Price (estimate)');
  await expect(price(page)).toContainText('Rp210/hour');
  await expect(price(page)).toContainText('Rp151.200/month');

  await page.getByRole('radio', { name: /Dedicated/ }).check();
  await page.getByRole('switch', { name: /Back up this instance/ }).check();
  await page.getByRole('radio', { name: /No public address/ }).check();
  await expect(price(page)).toContainText('Rp270/hour'); // 150 + 60 + 40 + 20

  await page.getByRole('textbox', { name: 'Memory' }).fill('3');
  await expect(page.getByRole('radio', { name: /Custom size/ })).toBeChecked();
  await expect(price(page)).toContainText('Rp390/hour');
  await page.getByRole('textbox', { name: 'Memory' }).fill('');
  await expect(price(page)).toContainText('–/hour');
});

test('keeps the disk large enough for the image', async ({ page, tenant }) => {
  await open(page, tenant);
  await page.getByRole('radio', { name: /Ubuntu Desktop/ }).check();
  await expect(page.getByText('Size: Standard. Ubuntu Desktop 24.04 needs')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Starter/ })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Disk' }).fill('30');
  await page.getByRole('textbox', { name: 'Disk' }).blur();
  await expect(page.getByRole('textbox', { name: 'Disk' })).toHaveAccessibleDescription(
    /needs at least 40 GB/,
  );
});

test('says what another location changes, and restores it on the way back', async ({
  page,
  tenant,
}) => {
  await open(page, tenant);
  await page.getByRole('radio', { name: /Intel Xeon/ }).check();
  await page.getByRole('radio', { name: /Surabaya/ }).check();
  const change = page.getByText(
    /Tier: Cloud Compute AMD Epyc\. Cloud Compute Intel Xeon isn't available in Surabaya 1/,
  );
  await expect(change).toBeVisible();
  await expect(page.getByRole('radio', { name: /AMD Epyc/ })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole('radio', { name: /Jakarta/ }).check();
  await expect(page.getByRole('radio', { name: /Intel Xeon/ })).toBeChecked();
  await expect(change).toBeHidden();
});

test('writes no password into the equal curl call', async ({ page, tenant }) => {
  await open(page, tenant);
  await fillAccess(page, { hostname: 'curl-1', password: 'never-In-The-Page-1' });
  await page.getByText('Equivalent curl command').click();
  const call = page.getByRole('region', { name: 'Equivalent curl command' });
  await expect(call).toContainText('hostname=curl-1');
  await expect(call).toContainText(`'password='"$PASSWORD"`);
  await expect(page.locator('body')).not.toContainText('never-In-The-Page-1');
});

test('shows a generated password, and once more after creating, with the way in', async ({
  page,
  tenant,
}) => {
  await open(page, tenant);
  await page.getByRole('button', { name: 'Generate' }).click();
  const made = await page.getByLabel('Password', { exact: true }).inputValue();
  expect(made).toHaveLength(20);
  await expect(page.getByText(made)).toBeVisible();
  noteSecrets(made);
  await page.getByLabel('Hostname').fill('masuk-1');
  await page.getByLabel('Username').fill('budi');
  await createButton(page).click();
  await expect(page.getByRole('heading', { name: 'masuk-1', level: 1 })).toBeVisible();
  const created = page.getByRole('region', { name: 'How to get in' });
  await expect(created).toContainText(made);
  await expect(created.getByRole('link', { name: 'Open console' })).toBeVisible(settled);
  await expect(created.getByText(/^ssh budi@[\d.]+$/)).toBeVisible(settled);
  await expectAccessible(page);
  await created.getByRole('button', { name: 'Close this note' }).click();
  await expect(created).toHaveCount(0);
  await expect(page.getByText(made)).toHaveCount(0);
});

test('names missing and wrong values at their fields', async ({ page, tenant }) => {
  await open(page, tenant);
  await createButton(page).click();
  await expect(page.getByLabel('Hostname')).toBeFocused();
  for (const name of ['Hostname', 'Username', 'Password'])
    await expect(page.getByLabel(name, { exact: true })).toHaveAccessibleDescription(
      /This field is required/,
    );
  await fillAccess(page, { hostname: 'tidak_boleh', username: '9lives', password: 'short' });
  await createButton(page).click();
  await expect(page.getByLabel('Hostname')).toHaveAccessibleDescription(/can't contain “_”/);
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/can't begin with “9”/);
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /at least 8 are needed/,
  );
  await expectAccessible(page);
});

test('shows a refusal of the backend at its field, and keeps what was typed', async ({
  page,
  tenant,
}) => {
  await open(page, tenant);
  await fillAccess(page, { hostname: 'instance-1', username: 'root', password: 'my-Root-pass-1' });
  await page.getByRole('textbox', { name: 'Cores' }).fill('200');
  await createButton(page).click();
  await expect(page.getByLabel('Hostname')).toHaveAccessibleDescription(/already been taken/);
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/root is reserved/);
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /may not contain the username/,
  );
  await expect(page.getByRole('textbox', { name: 'Cores' })).toHaveAccessibleDescription(
    /may not be greater than 16/,
  );
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('my-Root-pass-1');
  await expectAccessible(page);
});

test('says before and after the order that the balance is too low', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { balance: 1000 } });
  await open(page, tenant);
  await expect(price(page)).toContainText("Your balance doesn't cover the first day");
  await fillAccess(page);
  await createButton(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'must cover 24 hours' })).toBeVisible();
});

test('creates one machine after two clicks', async ({ page, tenant }) => {
  await open(page, tenant);
  const orders: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/instance/create'))
      orders.push(request.url());
  });
  await fillAccess(page, { hostname: 'sekali-1' });
  await createButton(page).dblclick();
  await expect(page.getByRole('heading', { name: 'sekali-1', level: 1 })).toBeVisible();
  expect(orders).toHaveLength(1);
  await page.goto(instancesPath);
  await expect(rowOf(page, 'sekali-1')).toHaveCount(1);
  await expect(table(page).getByRole('rowheader')).toHaveCount(5);
});

test('keeps what was typed when the session ends', async ({ page, tenant }) => {
  await open(page, tenant);
  const password = 'kept-Over-The-Gap-1';
  noteSecrets(password);
  await page.getByRole('radio', { name: /Basic/ }).check();
  await fillAccess(page, { hostname: 'lanjut-1', password });
  await cloud.fault(tenant, { ref: 'D03', kind: 'expire', times: 1 });
  await createButton(page).click();
  await signInAgain(page, tenant);
  await expect(page.getByRole('heading', { name: 'lanjut-1', level: 1 })).toBeVisible();
  await expect(page.getByText('2 GB')).toBeVisible();
});

test('restores a draft without its password, and asks before leaving', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await page.getByRole('link', { name: 'Create instance' }).first().click();
  await fillAccess(page, { hostname: 'draf-1', password: 'not-In-Any-Draft-1' });
  await page.getByRole('radio', { name: /Plus/ }).check();
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: 'Instances' })
    .click();
  const leave = page.getByRole('dialog', { name: 'Leave without finishing?' });
  await leave.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByLabel('Hostname')).toHaveValue('draf-1');
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain('draf-1');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(
    'not-In-Any-Draft',
  );

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('Your unfinished input was restored')).toBeVisible();
  await expect(page.getByLabel('Hostname')).toHaveValue('draf-1');
  await expect(page.getByRole('radio', { name: /Plus/ })).toBeChecked();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByLabel('Hostname')).toHaveValue('');
});

test('says why a key that may only read is refused', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { keys: [{ scopes: ['read_instance'] }] } });
  await open(page, tenant);
  await expect(price(page)).toContainText('no access to the balance');
  await fillAccess(page);
  await expect(page.getByText('This key has no access to it.').first()).toBeVisible(); // read when it is seen
  const refused = page.getByRole('alert').filter({ hasText: 'Nothing was changed' }).last();
  const again = page.waitForResponse((response) => 'rsc' in response.request().headers());
  await createButton(page).click();
  await expect(refused).toBeVisible();
  await again; // The server makes the page anew. The form stays, and says why.
  await hydrated(page);
  await expect(page.getByLabel('Hostname')).toHaveValue('web-baru');
  await expect(refused).toBeVisible();
  // Now it is known, so the key isn't led through the form again.
  await page.reload();
  await expect(page.getByText("This key can't change machines.")).toBeVisible();
  await expect(createButton(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Your accounts' }).click();
  await expect(
    page.getByRole('heading', { name: 'Profile and linked accounts', level: 1 }),
  ).toBeVisible();
});

test('says that the choices couldn’t be loaded, and reads them again', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps', { label: account });
  await cloud.fault(tenant, { ref: 'D75', kind: 'down' });
  await page.goto(newInstancePath);
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText("The options couldn't be loaded");
  await cloud.clearFaults(tenant);
  const retry = alert.getByRole('button', { name: 'Try again' });
  await expect(async () => {
    if (await retry.isVisible()) await retry.click({ timeout: 1000 });
    await expect(page.getByLabel('Hostname')).toBeVisible({ timeout: 2000 });
  }).toPass();
});

test('chooses an existing address and network by keyboard', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  // Deleting a machine but not its address leaves an unused address.
  const href = await page.getByRole('link', { name: 'instance-4' }).getAttribute('href');
  await page.goto(href ?? '');
  await hydrated(page);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete instance-4?' });
  await dialog.getByLabel(/to confirm/).fill('instance-4');
  await dialog.getByLabel(/to confirm/).press('Enter');
  await expect(rowOf(page, 'instance-1')).toBeVisible({ timeout: 20_000 }); // the list is shown again
  await expect(rowOf(page, 'instance-4')).toHaveCount(0, { timeout: 20_000 });

  await open(page, tenant);
  await page.getByRole('radio', { name: /New address/ }).focus();
  await expect(page.getByRole('radio', { name: /An unused address/ })).toBeEnabled(); // read when it is seen
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /An unused address/ })).toBeChecked();
  await expect(page.getByLabel('Which address')).toBeVisible();
  await expect(price(page)).not.toContainText('New public address');
  await fillAccess(page, { hostname: 'warisan-1' });
  await page.getByLabel('Hostname').press('Enter'); // orders nothing
  await createButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'warisan-1', level: 1 })).toBeVisible();
});

test('the first key counts as soon as a choice can be focused, on a slow machine', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1 } });
  await openSession(page, tenant, 'dewavps', { label: account });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  for (let visit = 1; visit <= 3; visit += 1) {
    await page.goto(newInstancePath);
    // Takes the focus in the first moment in which the browser gives it, as a person does who is quick.
    await page.waitForFunction(() => {
      const radio = document.querySelector<HTMLInputElement>('input[name=cpu_kind]:checked');
      radio?.focus();
      return radio !== null && document.activeElement === radio;
    });
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /Dedicated/ }), `${visit}`).toBeChecked();
    await page.evaluate(() => localStorage.clear()); // no draft
  }
});

test('stands on a narrow screen, in the dark and in Bahasa Indonesia', async ({ page, tenant }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 780 });
  await page.context().addCookies([{ name: 'nusa.locale', value: 'id', url: urls.console }]);
  await openWithKey(page, tenant, newInstancePath, { label: account });
  await expect(page.getByRole('heading', { name: 'Buat instance', level: 1 })).toBeVisible();
  await expectAccessible(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider).toBe(false);
});
