/** The frame of every page: navigation by role, the drawer on narrow screens, the operator's notice and links. */
import type { Page } from '@playwright/test';
import { openSession } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { urls } from './support/ports';

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Main navigation' });

const things = [
  'Virtual machines',
  'Kubernetes',
  'Bare metal',
  'Object storage',
  'Volumes',
  'VPC',
  'Reserved addresses',
];
const first = ['Home', 'Overview'];
const rest = ['Prices', 'Estimate', 'Projects', 'Members', 'Settings'];

for (const [role, level, expected] of [
  ['an admin', 1, [...first, ...things, 'Billing', ...rest]],
  ['a member', 2, [...first, ...things, ...rest]],
  ['finance, which sees no machines,', 3, [...first, 'Billing', 'Prices', 'Estimate', 'Settings']],
] as const) {
  test(`shows the pages of ${role} in the navigation`, async ({ page }) => {
    const tenant = await cloud.createTenant({ awanio: { level, vms: 1, projects: 0 } });
    await openSession(page, tenant, 'awanio');
    await page.goto('/account');
    await expect(navigation(page).getByRole('link')).toHaveText([...expected]);
  });
}

test('offers no machines to a key that may not read them', async ({ page }) => {
  const tenant = await cloud.createTenant({
    dewavps: { instances: 1, keys: [{ scopes: ['billing'] }] },
  });
  await openSession(page, tenant, 'dewavps');
  await page.goto('/account');
  await expect(navigation(page).getByRole('link', { name: 'Overview' })).toBeVisible();
  await expect(navigation(page).getByRole('link', { name: 'Instances' })).toHaveCount(0);
});

test('links a network key only to networks and addresses', async ({ page }) => {
  const networks = [{ name: 'gudang', members: 1, gateway: true }];
  const keys = [{ scopes: ['read_network'] }];
  const tenant = await cloud.createTenant({ dewavps: { instances: 1, networks, keys } });
  await openSession(page, tenant, 'dewavps');
  await page.goto('/');
  await expect(page).toHaveURL(/\/vps\/toko$/);
  await expect(navigation(page).getByRole('link')).toHaveText([
    'Home',
    'Overview',
    'Private networks',
    'Public addresses',
    'Prices',
    'Estimate',
  ]);
  const main = page.getByRole('main');
  await expect(main).toContainText(
    'This key has no access to machines and volumes, balance and bills.',
  );
  await expect(main.getByRole('link', { name: /Create/ })).toHaveCount(0);
  await expectAccessible(page);
  await navigation(page).getByRole('link', { name: 'Private networks' }).click();
  await main.getByRole('link', { name: 'gudang' }).click();
  await expect(main.getByRole('rowheader', { name: 'instance-1' })).toBeVisible();
  await expect(main.getByRole('link', { name: /instance-1/ })).toHaveCount(0);
  await expectAccessible(page);
});

test('offers machines to a key with all scopes', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto('/account');
  await expect(navigation(page).getByRole('link', { name: 'Instances' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('shows the navigation as a drawer, whose links work', async ({ page, tenant }) => {
    await openSession(page, tenant, 'awanio');
    await page.goto('/account');
    const opener = page.getByRole('button', { name: 'Open navigation' });
    await expect(async () => {
      await opener.click();
      await expect(page.getByRole('dialog', { name: 'Main navigation' })).toBeVisible({
        timeout: 1000,
      });
    }).toPass();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
    await opener.press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('link', { name: tenant.awanio.organization.name, exact: true })
      .click();
    await expect(page).toHaveURL(new RegExp(`/o/${tenant.awanio.organization.uuid}`));
    await expect(page.getByRole('dialog', { name: 'Main navigation' })).toBeHidden();
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
    }
  });
});

test.describe('a console with the provider’s name, logo, notice and links', () => {
  test.use({ baseURL: urls.vpsOnly });
  test('shows them signed out and signed in, and dismisses a notice for good', async ({
    page,
    tenant,
  }) => {
    await page.goto('/sign-in');
    const notice = page.getByRole('region', { name: 'Notice from the provider' });
    await expect(notice).toContainText('Maintenance on Sunday');
    await expect(page).toHaveTitle(/ · Awan Contoh$/);
    const logo = page.getByRole('banner').getByRole('img', { name: 'Awan Contoh' });
    await expect(logo).toHaveJSProperty('complete', true);
    expect(await logo.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    await expect(
      page.getByRole('contentinfo').getByRole('link', { name: 'Terms' }),
    ).toHaveAttribute('href', 'https://example.id/terms');
    await expectAccessible(page);
    await openSession(page, tenant, 'dewavps', { origin: urls.vpsOnly });
    await page.goto('/account');
    await expect(notice.getByRole('link', { name: 'Read more' })).toBeVisible();
    await expectAccessible(page);
    const away = notice.getByRole('button', { name: 'Dismiss this notice' });
    await expect(async () => {
      await away.click({ timeout: 1000 });
      await expect(notice).toBeHidden({ timeout: 1000 });
    }).toPass();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(notice).toBeHidden();
  });
});

test('skips the navigation by the skip link', async ({ page, tenant }) => {
  await openSession(page, tenant, 'awanio');
  await page.goto('/account');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});

test('an address that no page has keeps the frame', async ({ page, tenant }) => {
  const unknown = ['/nope', '/o', '/vps/', '/nope/with/more?x=1'];
  const main = page.getByRole('main');
  for (const address of unknown) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    await expect(main.getByRole('heading', { name: 'Page not found', level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Language' })).toBeVisible();
  }
  await openSession(page, tenant, 'awanio');
  for (const address of unknown) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    await expect(page).toHaveTitle('Page not found · Nusa');
    await expect(main.getByRole('heading', { name: 'Page not found', level: 1 })).toBeVisible();
  }
  await page.getByRole('navigation', { name: 'Main navigation' }).getByText('Home').click();
  await expect(page).toHaveURL('/');
});
