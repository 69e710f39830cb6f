import type { Locator, Page } from '@playwright/test';
import type { Tenant } from './support/cloud';
import { alive, hydrated, keyOf } from './support/people';
import { urls } from './support/ports';
import { openSession } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { account, instancesPath, openInstances } from './support/vps';

/** DewaVPS itself, past the console: to prepare, and to see what has really happened. */
async function backend<T>(tenant: Tenant, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${urls.sandbox}/dewavps/v1${path}`, {
    method,
    headers: { 'x-apikey': keyOf(tenant), 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { data: T }).data;
}

interface Kept {
  id: string;
  action: string;
  protocol: string;
  destination_port: string;
  source_ip: string | null;
  source_ipset: number | null;
  status: string;
}

/** The firewall of one of the tenant's machines, as the backend keeps it. */
async function machine(tenant: Tenant, hostname: string) {
  const { data } = await backend<{ data: { uuid: string; hostname: string }[] }>(tenant, 'GET', '/instance?limit=50'); // prettier-ignore
  const uuid = data.find((row) => row.hostname === hostname)?.uuid ?? '';
  const path = `/instance/${uuid}/firewall`;
  return {
    path: `${instancesPath}/${uuid}/firewall`,
    policy: (action: 'A' | 'D') => backend(tenant, 'PATCH', `${path}/default/update`, { action }),
    add: (port: string, more: object = {}) =>
      backend<Kept>(tenant, 'POST', `${path}/create`, {
        action: 'A', protocol: 'tcp', destination_port: port, description: `port ${port}`, use_ipset: false, ...more,
      }), // prettier-ignore
    addSet: async (name: string, ...cidrs: string[]) => {
      const { id } = await backend<{ id: number }>(tenant, 'POST', `${path}/ipset/create`, { name, description: name }); // prettier-ignore
      for (const cidr of cidrs)
        await backend(tenant, 'POST', `${path}/ipset/${id}/cidr/create`, { cidr, description: cidr }); // prettier-ignore
      return id;
    },
    dropSet: (id: number) => backend(tenant, 'DELETE', `${path}/ipset/${id}/delete`),
    /** As short lines: `A tcp 22 any enabled`. */
    rules: async () => {
      const { data: rows } = await backend<{ data: Kept[] }>(tenant, 'GET', `${path}/rules`);
      return rows.map((row) => {
        const from = row.source_ipset === null ? (row.source_ip ?? 'any') : 'set';
        return `${row.action} ${row.protocol} ${row.destination_port} ${from} ${row.status}`;
      });
    },
    sets: async () => {
      const { data: rows } = await backend<{ data: { name: string; ip_list: { cidr: string }[] }[] }>(tenant, 'GET', `${path}/ipset`); // prettier-ignore
      return rows.map(({ name, ip_list }) => `${name}: ${ip_list.map(({ cidr }) => cidr).join(' ')}`.trim()); // prettier-ignore
    },
    policyNow: async () =>
      (await backend<{ action: string }>(tenant, 'GET', `${path}/default`)).action,
  };
}

/** Signs in, and opens a machine's firewall. */
async function openFirewall(
  page: Page,
  tenant: Tenant,
  path: string,
  origin = urls.console,
): Promise<void> {
  await openSession(page, tenant, 'dewavps', account, origin);
  await page.goto(path);
  await hydrated(page);
}

const reading = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'What gets in' }) }).first();
const rules = (page: Page) => page.getByRole('table', { name: 'Rules' });
const ruleRow = (page: Page, text: string | RegExp) =>
  rules(page).getByRole('row').filter({ hasText: text });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** Radio cards are drawn as their labels. */
const choose = async (where: Locator, name: string) => {
  await where.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true });
};

async function chooseFromMenu(page: Page, rule: number, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for rule ${rule}` }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function openAdd(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Add rule' }).click();
  const form = dialog(page, 'Add rule');
  await alive(form.getByRole('button', { name: 'Add rule' }));
  return form;
}

test('rules are added from a preset, as a range, for a network and for an IP set', async ({
  page,
  tenant,
}) => {
  const wall = await machine(tenant, 'instance-1');
  await openFirewall(page, tenant, wall.path);
  await expect(reading(page)).toContainText('Everything is accepted.');
  await expect(page.getByText("which isn't a public address")).toBeVisible();
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
  await form.getByRole('textbox', { name: 'Address or network' }).fill('198.51.100.7/24');
  await expect(form).toContainText('This means 198.51.100.0/24');
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(ruleRow(page, 'TCP 8000–9000')).toContainText('198.51.100.0/24');

  await page.getByRole('button', { name: 'Create IP set' }).click();
  const set = dialog(page, 'Create IP set');
  await set.getByLabel('Name').fill('kantor');
  await set.getByLabel('Description').fill('Kantor pusat');
  await set.getByRole('button', { name: 'Create IP set' }).click();
  await page.getByRole('button', { name: 'kantor', exact: true }).click();
  const entries = dialog(page, 'Addresses of kantor');
  await entries.getByLabel('Add addresses').fill('203.0.113.7 gateway\n203.0.113.9/29\nrumah\n203.0.113.7'); // prettier-ignore
  const lines = entries.getByRole('list', { name: 'Outcome of each line' });
  await expect(lines).toContainText('Will be added as 203.0.113.8/29');
  await expect(lines).toContainText("Isn't an address or network");
  await expect(lines).toContainText('Stands here twice');
  await expectAccessible(page);
  await entries.getByRole('button', { name: 'Add 2 addresses' }).click();
  await expect(entries.getByRole('status').last()).toContainText('2 addresses added');
  await expect(entries.getByRole('table')).toContainText('gateway');
  await page.keyboard.press('Escape');

  form = await openAdd(page);
  await form.getByLabel('Preset').selectOption({ label: 'PostgreSQL (TCP 5432)' });
  await choose(form, 'IP set');
  await form.getByLabel('Which IP set').selectOption({ label: 'kantor (2 entries)' });
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(ruleRow(page, 'PostgreSQL')).toContainText('IP set kantor');
  expect(await wall.rules()).toEqual([
    'A tcp 22 any enabled',
    'A tcp 8000:9000 198.51.100.0/24 enabled',
    'A tcp 5432 set enabled',
  ]);
  expect(await wall.sets()).toEqual(['kantor: 203.0.113.7 203.0.113.8/29']);

  await page.getByRole('button', { name: 'Actions for kantor' }).click();
  const gone = page.getByRole('menuitem', { name: 'Delete' });
  await expect(gone).toContainText('Rule 3 uses it.');
  await expect(gone).toBeDisabled();
  await page.keyboard.press('Escape');

  await reading(page).getByRole('button', { name: 'Set to Drop' }).click();
  await dialog(page, 'Default policy').getByRole('button', { name: 'Set to Drop' }).click();
  await expect(reading(page)).toContainText(
    'SSH from anywhere; PostgreSQL from the IP set “kantor” (2 entries); TCP 8000–9000 from 198.51.100.0/24; everything else dropped.',
  );
  await reading(page).getByRole('button', { name: 'Check a connection' }).click();
  await page.getByLabel('From').fill('203.0.113.7');
  await page.getByLabel('Port', { exact: true }).fill('5432');
  await expect(page.getByRole('region', { name: 'Check a connection' })).toContainText('Rule 3 decides'); // prettier-ignore
  await expectAccessible(page);
});

test('a change that shuts SSH is warned of, named the way back, and done only when wanted', async ({
  page,
  tenant,
}) => {
  const wall = await machine(tenant, 'instance-1');
  await wall.policy('D');
  await wall.add('22');
  await openFirewall(page, tenant, wall.path);
  const inForce = page.getByRole('switch', { name: 'Rule 1 is in force' });
  await inForce.click();
  const asked = dialog(page, 'Disable rule 1?');
  await expect(asked.getByRole('alert')).toContainText('This would shut SSH for everyone');
  await expect(asked.getByRole('link', { name: 'console' })).toHaveAttribute('href', /\/console$/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(inForce).toBeChecked();
  expect(await wall.rules()).toEqual(['A tcp 22 any enabled']);

  await chooseFromMenu(page, 1, 'Delete');
  const removal = dialog(page, 'Delete rule 1?');
  const confirm = removal.getByRole('button', { name: 'Delete rule' });
  await expect(confirm).toBeDisabled();
  await removal.getByLabel('I know, and want it so').check();
  await confirm.click();
  await expect(page.getByRole('heading', { name: 'No rules yet' })).toBeVisible();
  await expect(reading(page)).toContainText('Everything is dropped.');
  expect(await wall.rules()).toEqual([]);
});

test.describe('seen by a public address', () => {
  test.use({ baseURL: urls.vpsOnly, extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.7' } });

  test('the viewer is warned before shutting themselves out, and replaces a rule', async ({
    page,
    tenant,
  }) => {
    const wall = await machine(tenant, 'instance-2');
    await wall.policy('D');
    await wall.add('22');
    await openFirewall(page, tenant, wall.path, urls.vpsOnly);
    await expect(reading(page)).toContainText(
      'You are 203.0.113.7: SSH from you is accepted. Rule 1 decides it.',
    );
    await chooseFromMenu(page, 1, 'Edit');
    const edit = dialog(page, 'Edit rule 1');
    await expect(edit).toContainText("The source and the place of a rule can't be changed.");
    await edit.getByRole('button', { name: 'Replace instead' }).click();
    const form = dialog(page, 'Replace rule 1');
    await choose(form, 'Address or network');
    await form.getByRole('textbox', { name: 'Address or network' }).fill('198.51.100.0/24');
    const warning = form.getByRole('alert');
    await expect(warning).toContainText('You are 203.0.113.7: this would shut SSH for you');
    await expect(form.getByRole('button', { name: 'Replace rule' })).toBeDisabled();
    await choose(form, 'My address');
    await expect(warning).toBeHidden();

    // The new rule is made first; its predecessor can't be deleted, and that is said.
    await cloud.fault(tenant, { ref: 'D42', kind: 'status', status: 500, times: 1 });
    await form.getByRole('button', { name: 'Replace rule' }).click();
    await expect(form.getByRole('alert').first()).toContainText('The new rule is there, and the old one too'); // prettier-ignore
    expect(await wall.rules()).toEqual(['A tcp 22 any enabled', 'A tcp 22 203.0.113.7 enabled']);
    await form.getByRole('button', { name: 'Delete the old rule again' }).click();
    await expect(ruleRow(page, '203.0.113.7')).toContainText('(you)');
    expect(await wall.rules()).toEqual(['A tcp 22 203.0.113.7 enabled']);
    await expect(reading(page)).toContainText('SSH from your address (203.0.113.7); everything else dropped.'); // prettier-ignore
  });
});

test('a rule is switched off with a way back, edited, and said never to be reached', async ({
  page,
  tenant,
}) => {
  const wall = await machine(tenant, 'instance-1');
  await wall.add('80:90');
  await wall.add('85', { action: 'D' });
  await openFirewall(page, tenant, wall.path);
  await expect(ruleRow(page, 'TCP 85')).toContainText('Never reached: rule 1 decides before.');
  const inForce = page.getByRole('switch', { name: 'Rule 1 is in force' });
  await inForce.click();
  await expect(inForce).not.toBeChecked();
  await expect(ruleRow(page, 'TCP 85')).not.toContainText('Never reached');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(inForce).toBeChecked();

  await chooseFromMenu(page, 2, 'Edit');
  const form = dialog(page, 'Edit rule 2');
  await form.getByLabel('Port or range').fill('91');
  await cloud.fault(tenant, { ref: 'D40', kind: 'status', status: 500, times: 1 });
  await form.getByRole('button', { name: 'Save rule' }).click();
  await expect(form.getByRole('alert')).toContainText("The provider's system failed");
  await form.getByRole('button', { name: 'Save rule' }).click();
  await expect(ruleRow(page, 'TCP 91')).not.toContainText('Never reached');
  expect(await wall.rules()).toEqual(['A tcp 80:90 any enabled', 'D tcp 91 any enabled']);
});

test('rules are copied to others; a failure in mid-work ends one machine and is tried again', async ({
  page,
  tenant,
}) => {
  const [from, second, third] = await Promise.all(
    ['instance-1', 'instance-2', 'instance-3'].map((name) => machine(tenant, name)),
  );
  if (!from || !second || !third) throw new Error('three machines');
  const set = await from.addSet('kantor', '203.0.113.0/29');
  await from.policy('D');
  await from.add('22', { use_ipset: true, source_ipset: String(set) });
  await from.add('443');
  await second.add('443');
  await third.add('25', { action: 'D' });
  await openFirewall(page, tenant, from.path);
  await page.getByRole('button', { name: 'Copy to others' }).click();
  const copy = dialog(page, 'Copy these rules to other instances');
  await copy.getByRole('checkbox', { name: /^instance-2/ }).check();
  await copy.getByRole('checkbox', { name: /^instance-3/ }).check();
  await copy.getByLabel('Also set the default policy to Drop').check();
  await expectAccessible(page);
  await copy.getByRole('button', { name: 'Compare' }).click();
  const part = (name: string) => copy.getByRole('region', { name });
  await expect(part('instance-2').getByRole('listitem')).toHaveCount(4);
  await expect(part('instance-2')).toContainText('1 rule is equal and is skipped.');
  await expect(part('instance-3').getByRole('listitem')).toHaveCount(5);
  await expect(part('instance-3')).toContainText('1 rule of its own stays and comes first.');
  await expectAccessible(page);

  await cloud.fault(tenant, { ref: 'D39', kind: 'status', status: 500, times: 1 });
  await copy.getByRole('button', { name: 'Copy to 2 instances' }).click();
  await expect(copy.getByRole('status').first()).toContainText("1 instance is done, 1 isn't.");
  await expect(part('instance-2')).toContainText('It stopped here.');
  expect(await second.policyNow()).toBe('A'); // shut only where the rules before are there
  expect(await third.rules()).toEqual(['D tcp 25 any enabled', 'A tcp 22 set enabled', 'A tcp 443 any enabled']); // prettier-ignore
  expect(await third.sets()).toEqual(['kantor: 203.0.113.0/29']);
  await expectAccessible(page);

  await copy.getByRole('button', { name: 'Try the rest again' }).click();
  await expect(part('instance-2').getByRole('listitem')).toHaveCount(2); // the set is there by now
  await copy.getByRole('button', { name: 'Copy to 1 instance' }).click();
  await expect(copy.getByRole('status').first()).toContainText('1 instance is done.');
  expect(await second.rules()).toEqual(['A tcp 443 any enabled', 'A tcp 22 set enabled']);
  expect(await second.policyNow()).toBe('D');
});

test('a wrong address and a set that has gone stand at their fields', async ({ page, tenant }) => {
  const wall = await machine(tenant, 'instance-1');
  const set = await wall.addSet('kantor', '203.0.113.7');
  await openFirewall(page, tenant, wall.path);
  const form = await openAdd(page);
  await form.getByLabel('Port or range').fill('443');
  await form.getByLabel('Description').fill('Web');
  await choose(form, 'Address or network');
  const address = form.getByRole('textbox', { name: 'Address or network' });
  await address.fill('10.0.0.300');
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(address).toHaveAccessibleDescription(/Write it like/);
  // The backend has the last word: the set is deleted while the form still offers it.
  await choose(form, 'IP set');
  await form.getByLabel('Which IP set').selectOption({ label: 'kantor (1 entry)' });
  await wall.dropSet(set);
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(form.getByLabel('Which IP set')).toHaveAccessibleDescription(/invalid/);
  await expect(form.getByRole('alert').first()).toContainText('One field needs another look');
  await choose(form, 'Anywhere');
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(ruleRow(page, 'TCP 443')).toContainText('Anywhere');
  expect(await wall.rules()).toEqual(['A tcp 443 any enabled']);
});

test('a key that may only read is refused with words', async ({ page }) => {
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
  const inForce = page.getByRole('switch', { name: 'Rule 1 is in force' });
  await inForce.click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText("Rule 1 wasn't changed");
  await expect(inForce).toBeChecked();
  expect(await wall.rules()).toEqual(['A tcp 80 any enabled']);
});

test('a part that cannot be read is told, and the rest stands', async ({ page, tenant }) => {
  const wall = await machine(tenant, 'instance-1');
  await wall.add('80');
  await openSession(page, tenant, 'dewavps', account);
  await cloud.fault(tenant, { ref: 'D43', kind: 'down' });
  await cloud.fault(tenant, { ref: 'D35', kind: 'down' });
  await page.goto(wall.path);
  await expect(reading(page).getByRole('alert')).toContainText("default policy couldn't be loaded");
  await expect(reading(page)).toContainText('everything else not known.');
  await expect(page.getByText("The IP sets couldn't be loaded.")).toBeVisible();
  await expect(ruleRow(page, 'TCP 80')).toBeVisible();
  await cloud.clearFaults(tenant);
  const again = reading(page).getByRole('button', { name: 'Try again' });
  await expect(async () => {
    // The page may be asking again by itself at this very moment.
    if (await again.isVisible()) await again.click({ timeout: 1000 });
    await expect(reading(page)).toContainText('Everything is accepted.', { timeout: 2000 });
  }).toPass();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`by keyboard on a narrow screen, ${colorScheme}`, async ({ page, tenant }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    const wall = await machine(tenant, 'instance-1');
    await wall.add('22');
    await wall.add('80', { action: 'D' });
    await openFirewall(page, tenant, wall.path);
    await expectAccessible(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    const { keyboard } = page;
    await page.getByRole('button', { name: 'Actions for rule 2' }).focus();
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
    await keyboard.press('End');
    await keyboard.press('Enter');
    const removal = dialog(page, 'Delete rule 2?');
    await expect(removal).toBeVisible();
    await expectAccessible(page);
    await expect(async () => {
      await keyboard.press('Tab');
      await expect(removal.getByRole('button', { name: 'Delete rule' })).toBeFocused({ timeout: 100 }); // prettier-ignore
    }).toPass();
    await keyboard.press('Enter');
    await expect(ruleRow(page, 'TCP 80')).toBeHidden();
    expect(await wall.rules()).toEqual(['A tcp 22 any enabled']);
  });
