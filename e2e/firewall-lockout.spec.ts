import { urls } from './support/ports';
import { cloud, expect, expectAccessible, test } from './support/test';
import {
  choose,
  chooseFromMenu,
  dialog,
  machine,
  openFirewall,
  reading,
  ruleRow,
} from './support/firewall';

test('warns of a change that blocks SSH, says how to undo it, and makes it only after a confirmation', async ({
  page,
  tenant,
}) => {
  const wall = await machine(tenant, 'instance-1');
  await wall.policy('D');
  await wall.add('22');
  await openFirewall(page, tenant, wall.path);
  const activeSwitch = page.getByRole('switch', { name: 'Rule 1 is active' });
  await activeSwitch.click();
  const asked = dialog(page, 'Disable rule 1?');
  await expect(asked.getByRole('alert')).toContainText('This would block SSH for everyone');
  await expect(asked.getByRole('link', { name: 'console' })).toHaveAttribute('href', /\/console$/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(activeSwitch).toBeChecked();
  expect(await wall.rules()).toEqual(['A tcp 22 any enabled']);

  await chooseFromMenu(page, 1, 'Delete');
  const removal = dialog(page, 'Delete rule 1?');
  const confirm = removal.getByRole('button', { name: 'Delete rule' });
  await expect(confirm).toBeDisabled();
  await removal.getByLabel('I understand and want to continue').check();
  await confirm.click();
  await expect(page.getByRole('heading', { name: 'No rules yet' })).toBeVisible();
  await expect(reading(page)).toContainText('Everything is dropped.');
  expect(await wall.rules()).toEqual([]);
});

test.describe('seen by a public address', () => {
  test.use({ baseURL: urls.vpsOnly, extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.7' } });

  test('warns people before they lock themselves out, and replaces a rule', async ({
    page,
    tenant,
  }) => {
    const wall = await machine(tenant, 'instance-2');
    await wall.policy('D');
    await wall.add('22');
    await openFirewall(page, tenant, wall.path, urls.vpsOnly);
    await expect(reading(page)).toContainText(
      'Your address is 203.0.113.7: SSH from you is accepted. Rule 1 decides.',
    );
    await chooseFromMenu(page, 1, 'Edit');
    const edit = dialog(page, 'Edit rule 1');
    await expect(edit).toContainText("You can't change the source or position of a rule.");
    await edit.getByRole('button', { name: 'Replace instead' }).click();
    const form = dialog(page, 'Replace rule 1');
    await choose(form, 'Address or network');
    await form.getByRole('textbox', { name: 'Address or network' }).fill('198.51.100.0/24');
    const warning = form.getByRole('alert');
    await expect(warning).toContainText(
      'Your address is 203.0.113.7: this would block SSH for you',
    );
    await expect(form.getByRole('button', { name: 'Replace rule' })).toBeDisabled();
    await choose(form, 'My address');
    await expect(warning).toBeHidden();

    // The new rule is created first. Deleting the old one fails, and the page says so.
    await cloud.fault(tenant, { ref: 'D42', kind: 'status', status: 500, times: 1 });
    await form.getByRole('button', { name: 'Replace rule' }).click();
    await expect(form.getByRole('alert').first()).toContainText(
      'The new rule was created, but the old one is still there',
    );
    expect(await wall.rules()).toEqual(['A tcp 22 any enabled', 'A tcp 22 203.0.113.7 enabled']);
    await form.getByRole('button', { name: 'Try to delete the old rule again' }).click();
    await expect(ruleRow(page, '203.0.113.7')).toContainText('(you)');
    await expect.poll(() => wall.rules()).toEqual(['A tcp 22 203.0.113.7 enabled']);
    await expect(reading(page)).toContainText(
      'SSH from your address (203.0.113.7); everything else dropped.',
    );
  });
});
