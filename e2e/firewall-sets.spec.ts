import { expect, expectAccessible, test } from './support/test';
import {
  choose,
  dialog,
  machine,
  openAdd,
  openFirewall,
  reading,
  ruleRow,
} from './support/firewall';

test('fills an IP set from pasted lines, keeps it while a rule uses it, and names a deleted set at its field', async ({
  page,
  tenant,
}) => {
  const wall = await machine(tenant, 'instance-1');
  const other = await wall.addSet('gudang', '203.0.113.64/28');
  await wall.add('22');
  await wall.add('8000:9000', { source_ip: '198.51.100.0/24' });
  await openFirewall(page, tenant, wall.path);

  await page.getByRole('button', { name: 'Create IP set' }).click();
  const set = dialog(page, 'Create IP set');
  await set.getByLabel('Name').fill('kantor');
  await set.getByLabel('Description').fill('Kantor pusat');
  await set.getByRole('button', { name: 'Create IP set' }).click();
  await page.getByRole('button', { name: 'kantor', exact: true }).click();
  const entries = dialog(page, 'Addresses of kantor');
  await entries
    .getByLabel('Add addresses')
    .fill('203.0.113.7 gateway\n203.0.113.9/29\nrumah\n203.0.113.7');
  const lines = entries.getByRole('list', { name: 'Result of each line' });
  await expect(lines).toContainText('Will be added as 203.0.113.8/29');
  await expect(lines).toContainText('Not an address or network');
  await expect(lines).toContainText('Listed twice');
  await expectAccessible(page);
  await entries.getByRole('button', { name: 'Add 2 addresses' }).click();
  await expect(entries.getByRole('status').last()).toContainText('2 addresses added');
  await expect(entries.getByRole('table')).toContainText('gateway');
  await page.keyboard.press('Escape');

  let form = await openAdd(page);
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
  expect(await wall.sets()).toEqual([
    'gudang: 203.0.113.64/28',
    'kantor: 203.0.113.7 203.0.113.8/29',
  ]);

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
  await expect(page.getByRole('region', { name: 'Check a connection' })).toContainText(
    'Rule 3 decides',
  );
  await expectAccessible(page);

  await page.getByRole('button', { name: 'kantor', exact: true }).click();
  await entries.getByRole('button', { name: 'Remove 203.0.113.8/29' }).click();
  const removal = dialog(page, 'Remove 203.0.113.8/29?');
  await removal.getByRole('button', { name: 'Remove address' }).click();
  await expect(removal).toBeHidden();
  await expect(entries.getByRole('table').getByRole('rowheader')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(reading(page)).toContainText('“kantor” (1 entry)');

  // The set is deleted while the form still offers it, so the backend refuses it.
  form = await openAdd(page);
  await form.getByLabel('Port or range').fill('443');
  await form.getByLabel('Description').fill('Web');
  await choose(form, 'IP set');
  await form.getByLabel('Which IP set').selectOption({ label: 'gudang (1 entry)' });
  await wall.dropSet(other);
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(form.getByLabel('Which IP set')).toHaveAccessibleDescription(/invalid/);
  await expect(form.getByRole('alert').first()).toContainText('Check one field');
  await choose(form, 'Anywhere');
  await form.getByRole('button', { name: 'Add rule' }).click();
  await expect(ruleRow(page, 'TCP 443')).toContainText('Anywhere');
  expect((await wall.rules()).at(-1)).toBe('A tcp 443 any enabled');
});
