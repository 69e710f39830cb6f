import { cloud, expect, expectAccessible, test } from './support/test';
import { dialog, machine, openFirewall } from './support/firewall';

test('copies rules to other machines; a failure stops one machine, which is retried', async ({
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
  await page.getByRole('button', { name: 'Copy to other instances' }).click();
  const copy = dialog(page, 'Copy these rules to other instances');
  await copy.getByRole('checkbox', { name: /^instance-2/ }).check();
  await copy.getByRole('checkbox', { name: /^instance-3/ }).check();
  await copy.getByLabel('Also set the default policy to Drop').check();
  await expectAccessible(page);
  await copy.getByRole('button', { name: 'Compare' }).click();
  const part = (name: string) => copy.getByRole('region', { name });
  await expect(part('instance-2').getByRole('listitem')).toHaveCount(4);
  await expect(part('instance-2')).toContainText('1 rule already exists and is skipped.');
  await expect(part('instance-3').getByRole('listitem')).toHaveCount(5);
  await expect(part('instance-3')).toContainText('1 of its own rules stays and comes first.');
  await expectAccessible(page);

  await cloud.fault(tenant, { ref: 'D39', kind: 'status', status: 500, times: 1 });
  await copy.getByRole('button', { name: 'Copy to 2 instances' }).click();
  await expect(copy.getByRole('status').first()).toContainText("1 instance is done, 1 isn't.");
  await expect(part('instance-2')).toContainText('Copying stopped.');
  expect(await second.policyNow()).toBe('A'); // closed only after its rules are there
  expect(await third.rules()).toEqual([
    'D tcp 25 any enabled',
    'A tcp 22 set enabled',
    'A tcp 443 any enabled',
  ]);
  expect(await third.sets()).toEqual(['kantor: 203.0.113.0/29']);
  await expectAccessible(page);

  await copy.getByRole('button', { name: 'Retry the rest' }).click();
  await expect(part('instance-2').getByRole('listitem')).toHaveCount(2); // the set exists by now
  await copy.getByRole('button', { name: 'Copy to 1 instance' }).click();
  await expect(copy.getByRole('status').first()).toContainText('1 instance is done.');
  expect(await second.rules()).toEqual(['A tcp 443 any enabled', 'A tcp 22 set enabled']);
  expect(await second.policyNow()).toBe('D');
});
