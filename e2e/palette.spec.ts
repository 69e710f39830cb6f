/** The palette, used by keyboard alone. */
import type { Page } from '@playwright/test';
import { keyOf } from './support/people';
import type { Tenant } from './support/cloud';
import { openWithAccount, openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const field = (page: Page) => page.getByRole('combobox', { name: /^Search pages|^Actions for/ });
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' });

/** Opens the palette by its keys. A page handles them only after its scripts have loaded, so this tries again. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused({ timeout: 2000 });
  }).toPass();
}

/** Opens the palette on the account page, signed in with a key, and types. */
async function openWith(page: Page, tenant: Tenant, typed = ''): Promise<void> {
  await openWithKey(page, tenant, '/account');
  await openPalette(page);
  await page.keyboard.type(typed);
}

/** Signs in with the cloud account, and links a key as a second account. */
async function openWithBoth(page: Page, tenant: Tenant, path: string): Promise<void> {
  await openWithAccount(page, tenant, '/account');
  await linkKey(page, 'Produksi', keyOf(tenant));
  await page.goto(path);
}

/** The option that Enter would choose. */
async function expectChosen(page: Page, name: RegExp): Promise<void> {
  await expect(page.locator('[role=option][data-active-item]')).toHaveAccessibleName(name);
}

async function linkKey(page: Page, label: string, key: string): Promise<void> {
  const answer = await page.request.post('/api/account/keys', {
    data: { label, key },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(201);
}

async function addressOf(page: Page, account: string, hostname: string): Promise<string> {
  const answer = await page.request.get(`/api/dewavps/${account}/instance?limit=100`);
  const { data } = (await answer.json()) as { data: { hostname: string; ip_address: string }[] };
  return data.find((row) => row.hostname === hostname)?.ip_address ?? 'none';
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('finds a machine of any account by its address, and opens its page', async ({
      page,
      tenant,
    }) => {
      await openWithBoth(page, tenant, '/');
      const address = await addressOf(page, 'produksi', 'instance-2');
      await openPalette(page);
      await expectAccessible(page);
      await page.keyboard.type(address);
      await expectChosen(
        page,
        new RegExp(`instance-2.*${address.replaceAll('.', '\\.')}.*Produksi`),
      );
      await expect(dialog(page).getByRole('status').last()).toHaveText(/result/);
      await expectAccessible(page);
      await page.keyboard.press('ArrowRight');
      await expect(field(page)).toHaveAccessibleName('Actions for instance-2');
      await expectChosen(page, /^Open/);
      await expectAccessible(page);
      await page.keyboard.press('ArrowLeft');
      await expectChosen(page, /^instance-2/);
      await expect(field(page)).toHaveValue(address);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/vps\/produksi\/instances\/[^/]+$/);
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      // From now on it is among the recently used entries.
      await openPalette(page);
      await expectChosen(page, /^instance-2/);
    });
  });
}

test('stops and starts a machine, and says why an action isn’t possible', async ({
  page,
  tenant,
}) => {
  await openWithKey(page, tenant, '/account');
  const choose = async () => {
    await openPalette(page);
    await page.keyboard.type('instance-1');
    await expectChosen(page, /^instance-1/);
    await page.keyboard.press('ArrowRight');
    await expect(field(page)).toHaveAccessibleName('Actions for instance-1');
  };
  await choose();
  await expect(option(page, /^Start/)).toHaveAttribute('aria-disabled', 'true');
  await expect(option(page, /^Start/)).toContainText('It is already running');
  await page.keyboard.type('stop');
  await expectChosen(page, /^Stop/);
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: /^Stop instance-1/ });
  await expect(question).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await question.getByRole('button', { name: /^Stop/ }).press('Enter');
  await expect(question).toBeHidden();
  await expect(async () => {
    await choose();
    const ready = option(page, /^Start/).and(page.locator(':not([aria-disabled=true])'));
    try {
      await expect(ready).toBeVisible({ timeout: 2000 });
    } catch (error) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      throw error;
    }
  }).toPass();
  await page.keyboard.type('start');
  await expectChosen(page, /^Start/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('instance-1 is starting').first()).toBeVisible();
});

test('finds commands by their verb, in either order and language, and asks as the menu of a row does', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 3, stopped: 1, disks: 1 } });
  await openWith(page, tenant, 'firewall');
  await expect(option(page, /^instance-1 · Firewall/)).toBeVisible();
  // A verb alone lists what it is possible on.
  await field(page).fill('hentikan');
  await expectChosen(page, /^Stop instance-\d.*toko/);
  await expect(option(page, /^Stop instance-/)).toHaveCount(2);
  await field(page).fill('detach volume');
  await expect(dialog(page).getByText(/isn't possible.*“detach volume disk-1”/)).toBeVisible();
  // What would happen without a question is put into the field first.
  await field(page).fill('nyalakan');
  await expectChosen(page, /^Start instance-3/);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('Start instance-3 ');
  await expectChosen(page, /^Start instance-3/);
  await field(page).fill('instance-1 hentikan');
  await expectChosen(page, /^Stop instance-1/);
  await field(page).fill('start instance-1');
  await expectChosen(page, /^Start instance-1.*It is already running/);
  await expect(option(page, /^Start instance-1/)).toHaveAttribute('aria-disabled', 'true');
  await field(page).fill('stop instance-1');
  await expectChosen(page, /^Stop instance-1/);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: /^Stop instance-1/ });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await openPalette(page);
  await page.keyboard.type('metrics instance-2');
  await expectChosen(page, /^instance-2 · Metrics/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/instances\/[^/]+\/metrics$/);
});

test('renames a volume by its verb, and says to somebody who only reads whom to ask', async ({
  page,
  browser,
}) => {
  const tenant = await cloud.createTenant({
    awanio: { volumes: 1, people: [{ name: 'Rini Lestari', level: 9 }] },
  });
  await openWithAccount(page, tenant, '/account');
  await openPalette(page);
  await page.keyboard.type('rename volume-1');
  await expectChosen(page, /^Rename volume-1/);
  await page.keyboard.press('Enter');
  const rename = page.getByRole('dialog', { name: 'Rename volume-1' });
  await rename.getByLabel('Name').fill('gudang');
  await rename.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(rename).toBeHidden();
  await openPalette(page);
  await page.keyboard.type('gudang');
  await expectChosen(page, /^gudang/);

  const reader = await (await browser.newContext()).newPage();
  await openWithAccount(reader, tenant, '/account', { as: tenant.awanio.people[0] });
  await openPalette(reader);
  await reader.keyboard.type('hapus gudang');
  await expectChosen(reader, /^Delete gudang.*may view volumes, but not change them/);
  await expectAccessible(reader);
  await reader.keyboard.press('Enter');
  await expect(reader.getByRole('dialog', { name: "Why can't I?" })).toContainText(
    'Volumes: change',
  );
  await reader.context().close();
});

test('opens the dialog that creates something on its list, in either language, and gives the focus back', async ({
  page,
  tenant,
}) => {
  await openWith(page, tenant, 'tambah kunci ssh');
  await expectChosen(page, /^Add SSH key/);
  await page.keyboard.press('Enter');
  const add = page.getByRole('dialog', { name: 'Add SSH key' });
  await expect(add.getByRole('textbox').first()).toBeFocused();
  await expect(page).toHaveURL(/\/vps\/toko\/ssh-keys$/); // a reload doesn't ask again
  await page.keyboard.press('Escape');
  await expect(add).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add SSH key' }).first()).toBeFocused();
  // Also on the list itself.
  await openPalette(page);
  await page.keyboard.type('add ssh key');
  await page.keyboard.press('Enter');
  await expect(add).toBeVisible();
});

test('says to somebody who only reads why nothing can be created, and whom to ask', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({
    awanio: { people: [{ name: 'Rini Lestari', level: 9 }] },
  });
  await openWithAccount(page, tenant, '/account', { as: tenant.awanio.people[0] });
  await openPalette(page);
  await page.keyboard.type('buat bucket');
  await expectChosen(page, /^Create bucket.*Your role there doesn't allow it/);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: "Why can't I?" })).toContainText('Object storage');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });
  test('shows the actions by the arrow of a line, and opens the thing by the line', async ({
    page,
    tenant,
  }) => {
    await openWith(page, tenant, 'instance-1');
    const line = option(page, /^instance-1/);
    await expect(line).toHaveAccessibleDescription('Right arrow shows its actions.');
    const { x, y, width, height } = (await line.boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    await page.touchscreen.tap(x + width - 24, y + height / 2);
    await expect(field(page)).toHaveAccessibleName('Actions for instance-1');
    await page.getByRole('button', { name: 'Back' }).tap();
    await line.tap();
    await expect(page).toHaveURL(/\/vps\/toko\/instances\/[^/]+$/);
  });
});

test('names the account that couldn’t be searched, and shows results of the others', async ({
  page,
  tenant,
}) => {
  await openWithBoth(page, tenant, '/account');
  await cloud.fault(tenant, { ref: 'D64', kind: 'down' });
  await openPalette(page);
  await page.keyboard.type('e-1');
  await expect(dialog(page).getByText("Produksi couldn't be searched.")).toBeVisible({
    timeout: 15_000,
  });
  await expectAccessible(page);
  await cloud.clearFaults(tenant);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(option(page, /^instance-1/)).toBeVisible();
  await expect(dialog(page).getByText("couldn't be searched")).toBeHidden();
});

test('opens pages, goes back with Escape, opens a new tab with Control and Enter, changes the theme', async ({
  page,
  tenant,
}) => {
  await openWith(page, tenant, 'nothing of the kind');
  await expect(dialog(page).getByText('Nothing matches “nothing of the kind”')).toBeVisible();
  await field(page).fill('instance-3');
  await expectChosen(page, /^instance-3/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('instance-3');
  await expectChosen(page, /^instance-3/);
  const apart = page.context().waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  await expect(await apart).toHaveURL(/\/vps\/toko\/instances\/[^/]+$/);
  await expect(page).toHaveURL(/\/account$/);
  await expect(dialog(page)).toBeHidden();
  await openPalette(page);
  await page.keyboard.type('create inst');
  await expectChosen(page, /^Create instance/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/instances\/new$/);
  await openPalette(page);
  await page.keyboard.type('theme dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page);
});

test('keeps what is typed while its code is on its way, or does not come at first', async ({
  page,
  tenant,
}) => {
  await openWithKey(page, tenant, '/account');
  await page.waitForLoadState('networkidle'); // what tells of trouble has come, and the palette has not
  const chunks = /\/_next\/static\/chunks\//;
  await page.route(chunks, (route) => route.abort());
  await page.keyboard.press('Control+k');
  await page.keyboard.type('insta');
  await expect(page.getByRole('textbox', { name: 'Search or jump to…' })).toHaveValue('insta');
  const notice = page.getByRole('dialog', { name: /couldn't be loaded/ });
  await expect(notice).toBeVisible();
  await page.unroute(chunks);
  // A part that was still failing may show the notice once more.
  await expect(async () => {
    if (await notice.isVisible()) await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(field(page)).toHaveValue('insta', { timeout: 3000 });
  }).toPass();
  await page.keyboard.type('nce-1');
  await expectChosen(page, /^instance-1/);
});
