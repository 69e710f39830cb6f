/** Public addresses and private networks of a VPS account: success, refusals by state and scope, and failed actions. */
import type { Locator, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated } from './support/people';
import { looks, walk } from './support/looks';
import { openSession, openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const account = 'toko';

async function open(page: Page, tenant: Tenant, next: string, which = 0) {
  await openWithKey(page, tenant, next, { label: account, which });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await hydrated(page);
}

const rowWith = (page: Page, text: string): Locator =>
  page.getByRole('main').getByRole('row').filter({ hasText: text });
const menuOf = async (page: Page, name: string, item: string): Promise<Locator> => {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  return page.getByRole('menuitem', { name: new RegExp(`^${item}`) });
};
const attach = (page: Page) => page.getByRole('button', { name: 'Attach instance' }).first();

test('orders, attaches, names, moves, detaches and deletes an address', async ({ page }) => {
  const dewavps = { instances: 2, publicIps: false };
  const tenant = await cloud.createTenant({ dewavps });
  await open(page, tenant, paths.addresses(account));
  await expect(page.getByRole('heading', { name: 'No public addresses yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Create address' }).first().click();
  const create = page.getByRole('dialog', { name: 'Create address' });
  await create.getByLabel('Location').selectOption({ index: 1 });
  await expect(create.getByRole('region', { name: 'Price' })).toContainText(/Rp[\d.]+.*month/);
  await create.getByRole('button', { name: 'Create address' }).click();
  await expect(create).toBeHidden();
  await expect(page.getByText(/1 address is unused and costs Rp/)).toBeVisible();
  const address = (await page.getByRole('main').getByRole('rowheader').first().innerText()).trim();

  await (await menuOf(page, address, 'Attach to an instance')).click();
  const attachDialog = page.getByRole('dialog', { name: `Attach ${address}` });
  await attachDialog.getByLabel('Instance').selectOption('instance-1');
  await attachDialog.getByRole('button', { name: 'Attach address' }).click();
  await expect(rowWith(page, address).getByRole('link', { name: 'instance-1' })).toBeVisible();

  await (await menuOf(page, address, 'Set reverse DNS')).click();
  const name = page.getByRole('dialog', { name: `Reverse DNS of ${address}` });
  await name.getByLabel('Reverse DNS').fill('mail');
  await name.getByRole('button', { name: 'Save' }).click();
  await expect(name.getByLabel('Reverse DNS')).toHaveAccessibleDescription(/full name with a dot/);
  await expectAccessible(page);
  await name.getByLabel('Reverse DNS').fill('mail.toko.example');
  await name.getByRole('button', { name: 'Save' }).click();
  await expect(rowWith(page, address)).toContainText('mail.toko.example');

  await (await menuOf(page, address, 'Attach to an instance')).click();
  await expect(attachDialog).toContainText('mail.toko.example is removed');
  await expect(attachDialog).toContainText('instance-1 loses this address');
  await attachDialog.getByLabel('Instance').selectOption('instance-2');
  await cloud.fault(tenant, { ref: 'D60', kind: 'status', status: 500, times: 1 });
  await attachDialog.getByRole('button', { name: 'Attach address' }).click();
  await expect(attachDialog.getByRole('alert')).toBeVisible();
  await attachDialog.getByRole('button', { name: 'Attach address' }).click();
  await expect(rowWith(page, address).getByRole('link', { name: 'instance-2' })).toBeVisible();
  await expect(rowWith(page, address)).not.toContainText('mail.toko.example');

  const early = await menuOf(page, address, 'Delete');
  await expect(early).toBeDisabled();
  await expect(early).toContainText('instance-2 uses it');
  await page.keyboard.press('Escape');
  await (await menuOf(page, address, 'Detach')).click();
  const loose = page.getByRole('dialog', { name: `Detach ${address}?` });
  await expect(loose).toContainText('still costs');
  await loose.getByRole('button', { name: 'Detach' }).click();
  await expect(rowWith(page, address)).toContainText('Unused');
  await (await menuOf(page, address, 'Delete')).click();
  const end = page.getByRole('dialog', { name: `Delete ${address}?` });
  await end.getByLabel(/to confirm/).fill(address);
  await end.getByRole('button', { name: 'Delete address' }).click();
  await expect(page.getByRole('heading', { name: 'No public addresses yet' })).toBeVisible();
});

test('works with addresses as the live provider describes them', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: {} });
  await cloud.samples(tenant);
  await open(page, tenant, paths.addresses(account));
  await expect(page.getByText('2 addresses are unused and cost Rp50.401 together')).toBeVisible();
  await expect(rowWith(page, '203.0.113.10').getByRole('link')).toHaveText('web-01.example.id');
  await expect(rowWith(page, '203.0.113.11')).toContainText('Unused, Rp25.201');
  await (await menuOf(page, '203.0.113.12', 'Attach to an instance')).click();
  const attachDialog = page.getByRole('dialog', { name: 'Attach 203.0.113.12' });
  await expect(attachDialog.getByRole('option', { name: /^db-01: / })).toBeDisabled(); // it is being created
  await expect(attachDialog.getByRole('option', { name: /^web-01/ })).toHaveCount(0);
});

test('creates a network, attaches machines, sets its gateway, and detaches them, by keyboard', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 2 } });
  await open(page, tenant, paths.networks(account));
  await page.getByRole('button', { name: 'Create network' }).first().click();
  const create = page.getByRole('dialog', { name: 'Create network' });
  await create.getByLabel('Name').fill('gudang');
  await create.getByLabel('Location').selectOption({ index: 1 });
  await create.getByRole('button', { name: 'Create network' }).click();
  await expect(page.getByRole('heading', { name: 'gudang', level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByText('Active')).toBeVisible({ timeout: 20_000 });

  for (const machine of ['instance-1', 'instance-2']) {
    await attach(page).click();
    const join = page.getByRole('dialog', { name: 'Attach an instance to gudang' });
    await join.getByLabel('Instance').selectOption(machine);
    await join.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(join).toBeHidden();
    await expect(rowWith(page, machine)).toContainText('10.252.12.1');
  }
  await page.getByRole('button', { name: 'Set gateway' }).click();
  const lead = page.getByRole('dialog', { name: 'Gateway of gudang' });
  await expect(lead).toContainText('not remove it');
  const leader = await lead.locator('option', { hasText: 'instance-1' }).textContent();
  await lead.getByLabel('Instance').selectOption({ label: leader ?? '' });
  await lead.getByRole('button', { name: 'Set gateway' }).click();
  await expect(lead).toBeHidden();

  const diagram = page.getByRole('group', { name: /^Diagram of gudang/ });
  const first = diagram.getByRole('link', {
    name: /^instance-1, Gateway, Running, 10\.252\.12\.10/,
  });
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(diagram.getByRole('link', { name: /^instance-2, Running/ })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(first).toBeFocused();
  await expectAccessible(page);

  const held = await menuOf(page, 'instance-1', 'Detach');
  await expect(held).toBeDisabled();
  await expect(held).toContainText('It is the gateway of gudang');
  await page.keyboard.press('Escape');
  await (await menuOf(page, 'instance-2', 'Detach')).click();
  const leave = page.getByRole('dialog', { name: 'Detach instance-2?' });
  await expect(leave).toContainText('10.252.12.11');
  await leave.getByRole('button', { name: 'Detach instance' }).click();
  await expect(rowWith(page, 'instance-2')).toHaveCount(0);
  await expect(diagram.getByRole('link')).toHaveCount(1);
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'instance-1', level: 1 })).toBeVisible();
});

test('says that a network couldn’t be created', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1 } });
  await cloud.fault(tenant, { ref: 'D52', kind: 'fail', times: 1 });
  await open(page, tenant, paths.networks(account));
  await page.getByRole('button', { name: 'Create network' }).first().click();
  const create = page.getByRole('dialog', { name: 'Create network' });
  await create.getByLabel('Name').fill('gudang');
  await create.getByLabel('Location').selectOption({ index: 1 });
  await create.getByRole('button', { name: 'Create network' }).click();
  const said = page.getByText("The network couldn't be created", { exact: true });
  await expect(said).toBeVisible({ timeout: 20_000 });
  await expect(attach(page)).toBeDisabled();
});

test('says what a key may not do and what a state forbids', async ({ page }) => {
  const keys = [
    { scopes: ['super'] },
    { scopes: ['read_instance'] },
    { scopes: ['read_instance', 'read_network'] },
  ];
  const networks = [{ name: 'gudang', members: 2, gateway: true }];
  const tenant = await cloud.createTenant({ dewavps: { instances: 2, networks, keys } });
  await open(page, tenant, paths.addresses(account), 1);
  await expect(page.getByText('The key “toko” has no access to networks.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create address' })).toBeDisabled();
  await page.context().clearCookies();

  await open(page, tenant, paths.networks(account), 2);
  await page.getByRole('button', { name: 'Create network' }).first().click();
  const create = page.getByRole('dialog', { name: 'Create network' });
  await create.getByLabel('Name').fill('lain');
  await create.getByLabel('Location').selectOption({ index: 1 });
  await create.getByRole('button', { name: 'Create network' }).click();
  await expect(create.getByRole('alert')).toBeVisible();
  await page.context().clearCookies();

  await open(page, tenant, paths.networks(account));
  await page.getByRole('button', { name: 'Create network' }).first().click();
  await create.getByLabel('Name').fill('gudang');
  await create.getByLabel('Location').selectOption({ index: 1 });
  await create.getByRole('button', { name: 'Create network' }).click();
  await expect(create.getByLabel('Name')).toHaveAccessibleDescription(/already been taken/);
  await create.getByRole('button', { name: 'Cancel' }).click();

  await page.goto(paths.addresses(account));
  await hydrated(page);
  const owned = rowWith(page, 'instance-1');
  await owned.getByRole('button', { name: /^Actions for/ }).click();
  const detach = page.getByRole('menuitem', { name: /^Detach/ });
  await expect(detach).toBeDisabled();
  await expect(detach).toContainText('gateway of gudang');
});

test('gives an instance an address and a network on its own tab', async ({ page }) => {
  const options = { instances: 1, publicIps: false, networks: [{ name: 'gudang' }] };
  const tenant = await cloud.createTenant({ dewavps: options });
  await open(page, tenant, paths.instances(account));
  await page.getByRole('link', { name: 'instance-1', exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Sections of this instance' })
    .getByRole('link', { name: 'Network' })
    .click();
  await page.getByRole('button', { name: 'Add new address' }).click();
  const add = page.getByRole('dialog', { name: 'Add a public address to instance-1?' });
  await add.getByRole('button', { name: 'Add new address' }).click();
  await page.getByRole('button', { name: 'Set reverse DNS' }).click();
  const name = page.getByRole('dialog', { name: /^Reverse DNS of/ });
  await name.getByLabel('Reverse DNS').fill('toko.example');
  await name.getByLabel('Reverse DNS').press('Enter');
  await expect(page.getByRole('main').getByText('toko.example')).toBeVisible();
  await page.getByRole('button', { name: 'Attach to a network' }).click();
  const join = page.getByRole('dialog', { name: 'Attach to a network' });
  await join.getByLabel('Private network').selectOption('gudang');
  await join.getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(page.getByRole('main').getByText('10.252.12.10')).toBeVisible();
  await page.getByRole('link', { name: 'gudang' }).click();
  await expect(page.getByRole('heading', { name: 'gudang', level: 1 })).toBeVisible();
});

for (const [name, look] of looks) {
  test.describe(name, () => {
    test.use(look);
    test('axe finds nothing, and nothing overflows', async ({ page }) => {
      const networks = [{ name: 'gudang', members: 12, gateway: true }];
      const tenant = await cloud.createTenant({
        dewavps: { instances: 12, addresses: 2, networks },
      });
      await openSession(page, tenant, 'dewavps');
      await page.goto(paths.networks(account));
      const link = page.getByRole('main').getByRole('link', { name: 'gudang' });
      const network = (await link.getAttribute('href')) ?? '';
      await page.goto(paths.addresses(account));
      const machine = await page
        .getByRole('main')
        .getByRole('table')
        .getByRole('link')
        .first()
        .getAttribute('href');
      await walk(page, look, [
        paths.addresses(account),
        paths.networks(account),
        network,
        `${machine}/network`,
      ]);
    });
  });
}
