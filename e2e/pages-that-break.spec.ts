/** What a page does when its code, the network or the console goes away: it stays, says so, and goes on. */
import type { Page } from '@playwright/test';
import { ownConsole } from './support/own-console';
import { signInBy } from './support/session';
import { account, instancesPath, openInstances } from './support/vps';
import { expect, expectAccessible, test } from './support/test';

const chunks = /\/_next\/static\/chunks\//;
const keysPath = `/vps/${account}/ssh-keys`;
const navigation = (page: Page) => page.getByRole('navigation', { name: 'Main navigation' });
const goTo = (page: Page, name: string) =>
  navigation(page).getByRole('link', { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

/** The code beside the page has come: what tells of trouble is at hand. */
const atRest = (page: Page) => page.waitForLoadState('networkidle');

test('code that does not come leaves the page, and is loaded when it is asked for again', async ({
  page,
  tenant,
}) => {
  await openInstances(page, tenant);
  await goTo(page, 'SSH keys');
  await expect(heading(page, 'SSH keys')).toBeVisible();
  await atRest(page);
  await page.route(chunks, (route) => route.abort());
  await page.getByRole('button', { name: 'Add SSH key' }).first().click();
  const notice = page.getByRole('dialog', { name: /couldn't be loaded/ });
  await expect(notice).toBeVisible();
  await expect(heading(page, 'SSH keys')).toBeVisible();
  await expectAccessible(page);
  // A failure is told again, and closes without a trace.
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice.getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-busy');
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toBeHidden();
  await page.getByRole('button', { name: 'Add SSH key' }).first().click();
  await expect(notice).toBeVisible();
  await page.unroute(chunks);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('dialog', { name: 'Add SSH key' }).getByLabel('Name').fill('laptop');
});

test('a page whose own code does not come is a notice in its place', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await atRest(page);
  await page.route(chunks, (route) => route.abort());
  await goTo(page, 'Volumes');
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toContainText("This part couldn't be loaded");
  await page.unroute(chunks);
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(heading(page, 'Volumes')).toBeVisible();
});

test('a link that is clicked offline keeps the page, and opens when the network is back', async ({
  page,
  tenant,
}) => {
  await openInstances(page, tenant);
  await atRest(page);
  await page.context().setOffline(true);
  await goTo(page, 'SSH keys');
  const told = page.getByText(/The page you asked for opens/);
  await expect(told).toBeVisible();
  await expect(heading(page, 'Instances')).toBeVisible();
  await expectAccessible(page);
  // Whoever changes their mind stays, and can go elsewhere.
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(told).toBeHidden();
  await goTo(page, 'Volumes');
  await expect(told).toBeVisible();
  await page.context().setOffline(false);
  await expect(heading(page, 'Volumes')).toBeVisible();
  await expect(page).toHaveURL(/\/volumes$/);
  await expect(told).toBeHidden();
});

test('a form says beside its button that the device is offline', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await goTo(page, 'SSH keys');
  await page.getByRole('button', { name: 'Add SSH key' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add SSH key' });
  await dialog.getByLabel('Name').fill('laptop');
  await atRest(page);
  await page.context().setOffline(true);
  await expect(dialog.getByText('You are offline. Nothing is sent')).toBeVisible();
  await expectAccessible(page);
  await page.context().setOffline(false);
  await expect(dialog.getByText('You are offline.')).toBeHidden();
  await expect(dialog.getByLabel('Name')).toHaveValue('laptop');
});

test.describe('a console that is replaced', () => {
  test.describe.configure({ mode: 'default' }); // they share a port
  const one = ownConsole(2);
  test.afterEach(() => one.kill());

  test('keeps the page while it is away, and says that there is a new version', async ({
    page,
    tenant,
  }) => {
    await one.start('first');
    await signInBy(page.context().request, tenant, 'dewavps', { origin: one.url });
    await page.goto(`${one.url}${instancesPath}`);
    await expect(heading(page, 'Instances')).toBeVisible();
    await atRest(page);
    await one.kill();
    await goTo(page, 'SSH keys');
    await expect(page.getByText("The console isn't answering.")).toBeVisible();
    await expect(heading(page, 'Instances')).toBeVisible();
    await one.start('second');
    await expect(page).toHaveURL(new RegExp(`${keysPath}$`));
    await expect(heading(page, 'SSH keys')).toBeVisible();
    await expect(page.getByText('A new version of the console is there')).toBeVisible();
    // Code of the old version is gone: to ask again would not help.
    await page.route(chunks, (route) => route.abort());
    await page.getByRole('button', { name: 'Add SSH key' }).first().click();
    const notice = page.getByRole('dialog', { name: 'A new version of the console is there' });
    await expect(notice).toContainText('This part belongs to an older version.');
    await page.unroute(chunks);
    await notice.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByText('A new version of the console is there')).toBeHidden();
    await expect(heading(page, 'SSH keys')).toBeVisible();
  });

  test('lets what is typed outlast the reload to its new version', async ({ page, tenant }) => {
    await one.start('first');
    await signInBy(page.context().request, tenant, 'dewavps', { origin: one.url });
    await page.goto(`${one.url}${instancesPath}/new`);
    await expect(heading(page, 'Create instance')).toBeVisible();
    await atRest(page);
    await one.kill();
    await one.start('second');
    await page.getByLabel('Hostname').fill('toko-depan');
    await page.dispatchEvent('body', 'pointerdown'); // real input asks the server soon
    await page.evaluate(() => window.dispatchEvent(new Event('focus'))); // the tab is looked at
    const reload = page.getByRole('button', { name: 'Reload' });
    await reload.click();
    await expect(page.getByLabel('Hostname')).toHaveValue('toko-depan');
    await expect(page.getByText('Your unfinished input was restored')).toBeVisible();
  });
});
