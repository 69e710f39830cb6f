import { hydrated } from './support/people';
import { openSession } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import {
  choose,
  chooseFromMenu,
  dialog,
  machine,
  openAdd,
  openFirewall,
  reading,
  ruleRow,
} from './support/firewall';
import { account, openInstances } from './support/vps';

test('adds rules from a preset, as a range and for a network, switches one off with an undo, and edits it', async ({
  page,
  tenant,
}) => {
  const wall = await machine(tenant, 'instance-1');
  await wall.add('80:90');
  await wall.add('85', { action: 'D' });
  await openFirewall(page, tenant, wall.path);
  await expect(page.getByText("which isn't public")).toBeVisible();
  await expectAccessible(page);

  let form = await openAdd(page);
  await form.getByLabel('Preset').selectOption({ label: 'SSH (TCP 22)' });
  await expect(form.getByLabel('Port or range')).toHaveValue('22');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(ruleRow(page, 'TCP 22')).toContainText('Anywhere');

  form = await openAdd(page);
  await form.getByLabel('Port or range').fill('9000-8000');
  await form.getByLabel('Description').fill('Apps');
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(form.getByLabel('Port or range')).toHaveAccessibleDescription(/smaller port/);
  await form.getByLabel('Port or range').fill('8000-9000');
  await choose(form, 'Address or network');
  const address = form.getByRole('textbox', { name: 'Address or network' });
  await address.fill('10.0.0.300');
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(address).toHaveAccessibleDescription(/at most 255/);
  await address.fill('198.51.100.7/24');
  await expect(form).toContainText('Saved as 198.51.100.0/24');
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(ruleRow(page, 'TCP 8000–9000')).toContainText('198.51.100.0/24');

  await expect(ruleRow(page, 'TCP 85')).toContainText('Never reached: rule 1 decides first.');
  const activeSwitch = page.getByRole('switch', { name: 'Rule 1 is active' });
  await activeSwitch.click();
  await expect(activeSwitch).not.toBeChecked();
  await expect(ruleRow(page, 'TCP 85')).not.toContainText('Never reached');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(activeSwitch).toBeChecked();

  await chooseFromMenu(page, 2, 'Edit');
  form = dialog(page, 'Edit rule 2');
  await form.getByLabel('Port or range').fill('91');
  await cloud.fault(tenant, { ref: 'D40', kind: 'status', status: 500, times: 1 });
  await form.getByRole('button', { name: 'Save rule' }).click();
  await expect(form.getByRole('alert')).toContainText("It isn't known whether this was done");
  await form.getByRole('button', { name: 'Save rule' }).click();
  await expect(ruleRow(page, 'TCP 91')).not.toContainText('Never reached');
  expect(await wall.rules()).toEqual([
    'A tcp 80:90 any enabled',
    'D tcp 91 any enabled',
    'A tcp 22 any enabled',
    'A tcp 8000:9000 198.51.100.0/24 enabled',
  ]);
});

test('says why a key that may only read is refused', async ({ page }) => {
  const all = ['read_instance', 'write_instance', 'read_network', 'write_network'];
  const tenant = await cloud.createTenant({
    dewavps: { instances: 1, keys: [{ scopes: all }, { scopes: ['read_instance'] }] },
  });
  const wall = await machine(tenant, 'instance-1');
  await wall.add('80');
  await openInstances(page, tenant, 1);
  await page.goto(wall.path);
  await hydrated(page);
  const form = await openAdd(page);
  await form.getByLabel('Preset').selectOption({ label: 'HTTPS (TCP 443)' });
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(form.getByRole('alert')).toContainText('No access');
  await page.keyboard.press('Escape');
  // After the refusal, other changes that this key may not make are disabled, with the reason.
  const activeSwitch = page.getByRole('switch', { name: 'Rule 1 is active' });
  await expect(activeSwitch).toHaveAttribute('title', /^This key can't change/);
  await expect(activeSwitch).toBeDisabled();
  await expect(activeSwitch).toBeChecked();
  expect(await wall.rules()).toEqual(['A tcp 80 any enabled']);
});

test('names a part that can’t be read, and shows the others', async ({ page, tenant }) => {
  const wall = await machine(tenant, 'instance-1');
  await wall.add('80');
  await openSession(page, tenant, 'dewavps', { label: account });
  await cloud.fault(tenant, { ref: 'D43', kind: 'down' });
  await cloud.fault(tenant, { ref: 'D35', kind: 'down' });
  await page.goto(wall.path);
  await expect(reading(page).getByRole('alert')).toContainText("default policy couldn't be loaded");
  await expect(reading(page)).toContainText('everything else unknown.');
  await expect(page.getByText("The IP sets couldn't be loaded.")).toBeVisible();
  await expect(ruleRow(page, 'TCP 80')).toBeVisible();
  await cloud.clearFaults(tenant);
  const again = reading(page).getByRole('button', { name: 'Try again' });
  await expect(async () => {
    // The page may be reading again by itself at this moment.
    if (await again.isVisible()) await again.click({ timeout: 1000 });
    await expect(reading(page)).toContainText('Everything is accepted.', { timeout: 2000 });
  }).toPass();
});

test('works by keyboard on a narrow screen, light and dark', async ({ page, tenant }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const wall = await machine(tenant, 'instance-1');
  await wall.add('22');
  await wall.add('80', { action: 'D' });
  await openFirewall(page, tenant, wall.path);
  await expectAccessible(page);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  const { keyboard } = page;
  await page.getByRole('button', { name: 'Actions for rule 2' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await keyboard.press('End');
  await keyboard.press('Enter');
  const removal = dialog(page, 'Delete rule 2?');
  await expect(removal).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(removal.getByRole('button', { name: 'Delete rule' })).toBeFocused({
      timeout: 100,
    });
  }).toPass();
  await keyboard.press('Enter');
  await expect(ruleRow(page, 'TCP 80')).toBeHidden();
  expect(await wall.rules()).toEqual(['A tcp 22 any enabled']);
});
