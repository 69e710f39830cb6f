import type { Locator, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { cloud, expect, expectAccessible, test, unfold } from './support/test';
import { hydrated } from './support/people';
import { account, instancesPath, menuItemOf, openInstances, rowOf } from './support/vps';

const status = (page: Page, word: string) =>
  page.getByRole('main').locator('[data-status]', { hasText: new RegExp(`^${word}$`) });
const settled = { timeout: 20_000 };

/** Opens a machine's page. */
async function openInstance(page: Page, name: string) {
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await hydrated(page);
}

/** Opens the menu at the top of a machine's page, and gives one of its items. */
async function moreItem(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'More' }).click();
  return page.getByRole('menuitem', { name: new RegExp(`^${name}`) });
}

async function stopIt(page: Page) {
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop instance' }).click();
  await expect(status(page, 'Stopped')).toBeVisible(settled);
}

const fact = (page: Page, term: string) =>
  page
    .getByRole('main')
    .locator('dl > div')
    .filter({ has: page.getByText(term, { exact: true }) });

/** A row of the cost table in a dialog, by the machine's state and by month or hour. */
const cost = (dialog: Locator, state: string, row: string) =>
  dialog.locator('tbody').filter({ hasText: state }).getByRole('row').filter({ hasText: row });

test('resizes a stopped machine after showing the price, and refuses a running one', async ({
  page,
  tenant,
}) => {
  await openInstances(page, tenant);
  const item = await menuItemOf(page, 'instance-1', 'Resize');
  await expect(item).toBeDisabled();
  await expect(item).toContainText('It must be stopped first.');
  await expect(page.getByRole('menuitem', { name: 'Snapshots and backups' })).toHaveAttribute(
    'href',
    paths.instancePart(account, tenant.dewavps.instances[0]?.uuid ?? '', 'backups'),
  );
  await page.keyboard.press('Escape');
  await openInstance(page, 'instance-1');
  await stopIt(page);

  // From here on, only the keyboard is used.
  const more = page.getByRole('button', { name: 'More' });
  await more.focus();
  await page.keyboard.press('Enter');
  const resize = page.getByRole('menuitem', { name: 'Resize' });
  await expect(resize).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(resize).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Resize instance-1' });
  const cores = dialog.getByLabel('Cores', { exact: true });
  await expect(dialog.getByLabel('Size', { exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(cores).toBeFocused();
  const submit = dialog.getByRole('button', { name: 'Resize instance' });
  await expect(submit).toBeDisabled();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('10');
  await page.keyboard.press('Tab');
  const disk = dialog.getByLabel('Disk', { exact: true });
  await expect(disk).toHaveAccessibleDescription(/can't shrink: at least 20 GB/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('60');
  // 1 core, 1 GB, 20 GB with an address: 75 + 60 + 40 + 35; then 150 + 240 + 120 + 35.
  await expect(cost(dialog, 'While it runs', 'Per hour')).toHaveText('Per hourRp210Rp545+Rp335');
  await expect(cost(dialog, 'While it runs', 'Per month')).toHaveText(
    'Per monthRp151.200Rp392.400+Rp241.200',
  );
  await expect(cost(dialog, "While it's stopped", 'Per hour')).toHaveText('Per hourRp75Rp155+Rp80');
  await expect(dialog).toContainText('Balance');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(fact(page, 'Size')).toContainText('2 cores', settled);
  await expect(fact(page, 'Size')).toContainText('60 GB');
  await expect(status(page, 'Stopped')).toBeVisible();

  // A preset size fills in the numbers. One with a smaller disk can't be chosen.
  await (await moreItem(page, 'Resize')).click();
  const sizes = dialog.getByLabel('Size', { exact: true });
  await expect(sizes).toHaveValue('3');
  const starter = sizes.getByRole('option', { name: /^Starter/ });
  await expect(starter).toBeDisabled();
  await expect(starter).toContainText("A disk can't shrink: at least 60 GB");
  await sizes.selectOption('4');
  await expect(sizes.locator('option:checked')).toHaveText(
    /^Plus · 4 cores · 8 GB · 100 GB · Rp730\.800/,
  );
  for (const [name, value] of [
    ['Cores', '4'],
    ['Memory', '8'],
    ['Disk', '100'],
  ] as const)
    await expect(dialog.getByLabel(name, { exact: true })).toHaveValue(value);
  // 4 × 75 + 8 × 60 + 100 × 2 + 35 an hour.
  await expect(cost(dialog, 'While it runs', 'Per hour')).toHaveText('Per hourRp545Rp1.015+Rp470');
  await dialog.getByLabel('Cores', { exact: true }).fill('99');
  await expect(sizes).toHaveValue('own');
  await submit.click();
  await expect(dialog.getByLabel('Cores', { exact: true })).toHaveAccessibleDescription(
    /may not be greater than 16/,
  );
});

test('shows a failed resize on the page and in the activity panel', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await openInstance(page, 'instance-2');
  await stopIt(page);
  await cloud.fault(tenant, { ref: 'D18', kind: 'fail', times: 1 });
  await cloud.clock(tenant, { speed: 0.1 });
  await (await moreItem(page, 'Resize')).click();
  const dialog = page.getByRole('dialog', { name: 'Resize instance-2' });
  await dialog.getByText('Dedicated', { exact: true }).click();
  await expect(cost(dialog, 'While it runs', 'Per hour')).toHaveText('Per hourRp210Rp285+Rp75');
  await dialog.getByRole('button', { name: 'Resize instance' }).click();
  await expect(page.getByText(/Being resized/)).toBeVisible(settled);
  const list = await page.context().newPage();
  await list.goto(instancesPath);
  await expect(rowOf(list, 'instance-2')).toContainText('Resizing');
  await hydrated(list);
  const clone = await moreItem(page, 'Clone');
  await expect(clone).toContainText('Other work on it is still in progress.');
  await page.keyboard.press('Escape');
  await cloud.clock(tenant, { advanceSeconds: 60 });
  await expect(status(page, 'Error')).toBeVisible(settled);
  await expect(page.getByText('The provider reports an error on this instance')).toBeVisible();
  // Both the page and the list tell screen readers.
  for (const open of [page, list])
    await expect(
      open.getByRole('status').filter({ hasText: 'instance-2 has failed' }),
    ).toBeAttached(settled);
  await page.getByRole('button', { name: /^Activity/ }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Resize instance-2' })).toContainText(
    /didn't finish as expected/,
    settled,
  );
});

test('changes the tier after showing the costs before and after, and keeps the address', async ({
  page,
  tenant,
}) => {
  await openInstances(page, tenant);
  await openInstance(page, 'instance-1');
  await unfold(page, 'Network');
  const address = (await fact(page, 'Public address').locator('dd').textContent()) ?? '';
  await (await moreItem(page, 'Change tier')).click();
  const dialog = page.getByRole('dialog', { name: 'Change tier of instance-1' });
  const submit = dialog.getByRole('button', { name: 'Change tier' });
  await expect(dialog.getByRole('radio', { name: /AMD Epyc/ })).toBeDisabled();
  await expect(submit).toBeDisabled();
  // The smallest machine of this tier has two cores, so the provider's refusal is shown at the choice.
  await dialog.getByText('High Frequency NVMe').click();
  await expect(dialog.getByText('The cpu must be at least 2.').first()).toBeVisible();
  await expect(submit).toBeDisabled();
  await dialog.getByText('Cloud Compute Intel Xeon').click();
  await expect(cost(dialog, 'While it runs', 'Per month')).toHaveText(
    'Per monthRp151.200Rp118.800−Rp32.400',
  );
  await expectAccessible(page);
  await submit.click();
  await expect(dialog).toBeHidden();
  await expect(fact(page, 'Location')).toContainText('Intel Xeon', settled);
  await expect(status(page, 'Running')).toBeVisible(settled);
  await expect(fact(page, 'Public address').locator('dd')).toHaveText(address);
});

test('opens the page of a cloned machine', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await (await menuItemOf(page, 'instance-3', 'Clone')).click();
  const dialog = page.getByRole('dialog', { name: 'Clone instance-3' });
  const name = dialog.getByLabel('Hostname of the copy');
  await expect(name).toHaveValue('instance-3-copy');
  // The clone has its own address, which costs Rp35 more.
  await expect(cost(dialog, 'While it runs', 'Per hour')).toContainText('Rp210');
  await dialog.getByLabel('Add a public address').uncheck();
  await expect(cost(dialog, 'While it runs', 'Per hour')).toContainText('Rp175');
  await dialog.getByLabel('Add a public address').check();
  await name.fill('instance-1');
  await dialog.getByRole('button', { name: 'Clone instance' }).click();
  await expect(name).toHaveAccessibleDescription(/already been taken/);
  await name.fill('salinan-3');
  await dialog.getByRole('button', { name: 'Clone instance' }).click();
  await expect(page.getByRole('heading', { name: 'salinan-3', level: 1 })).toBeVisible();
  await expect(status(page, 'Running')).toBeVisible(settled);
  await unfold(page, 'Network');
  await expect(fact(page, 'Public address')).toContainText(/\d+\.\d+\.\d+\.\d+/);
});

test('clones with only a name if the provider lists no tiers', async ({ page, tenant }) => {
  await cloud.fault(tenant, { ref: 'D76', kind: 'status', status: 404 });
  await openInstances(page, tenant);
  await (await menuItemOf(page, 'instance-1', 'Clone')).click();
  const dialog = page.getByRole('dialog', { name: 'Clone instance-1' });
  await expect(dialog).toContainText('in the same location and tier as instance-1');
  await expect(cost(dialog, 'While it runs', 'Per hour')).toContainText(/Rp\d/);
  await dialog.getByRole('button', { name: 'Clone instance' }).click();
  await expect(page.getByRole('heading', { name: 'instance-1-copy', level: 1 })).toBeVisible();
});

test('reinstalls with another system after the name is typed', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await openInstance(page, 'instance-4');
  await (await moreItem(page, 'Reinstall')).click();
  const dialog = page.getByRole('dialog', { name: 'Reinstall instance-4' });
  const submit = dialog.getByRole('button', { name: 'Reinstall instance' });
  await expect(dialog).toContainText('Everything on its disk is permanently deleted');
  await dialog.getByLabel('Image').selectOption('Debian 13');
  await dialog.getByLabel('Username').fill('ratih');
  await dialog.getByRole('button', { name: 'Generate' }).click();
  await expect(submit).toBeDisabled();
  await dialog.getByLabel(/to confirm/).fill('instance-4');
  await expectAccessible(page);
  await submit.click();
  await expect(dialog).toBeHidden();
  await expect(fact(page, 'Image')).toContainText('Debian 13', settled);
  await expect(status(page, 'Running')).toBeVisible(settled);
  await expect(fact(page, 'Image')).toContainText('User ratih');
});

test('sets a password, typed or generated, and keeps it nowhere', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await openInstance(page, 'instance-1');
  const user =
    (
      await fact(page, 'Image')
        .getByText(/^User /)
        .textContent()
    )?.slice(5) ?? '';
  await (await moreItem(page, 'Set password')).click();
  const dialog = page.getByRole('dialog', { name: 'Set password of instance-1' });
  const password = dialog.getByLabel('New password', { exact: true });
  const again = dialog.getByLabel('Repeat new password', { exact: true });
  const submit = dialog.getByRole('button', { name: 'Set password' });
  await password.fill('visibly-Fake-2027');
  await again.fill('visibly-Fake-2028');
  await submit.click();
  await expect(again).toHaveAccessibleDescription(/The passwords don't match/);
  await dialog.getByText('Equivalent curl command', { exact: true }).first().click();
  await expect(dialog.locator('pre')).toContainText('$PASSWORD');
  await expect(dialog.locator('pre')).not.toContainText('visibly-Fake');
  for (const field of [password, again]) await field.fill(`${user}-Fake-2027`);
  await submit.click();
  await expect(password).toHaveAccessibleDescription(/may not contain the username/);
  await dialog.getByRole('button', { name: 'Generate' }).click();
  const made = (await dialog.getByRole('status').locator('code').textContent()) ?? '';
  expect(made).toHaveLength(20);
  await expect(again).toHaveValue(made);
  await submit.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    'Password of instance-1 changed',
  );
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).toContain('D19'); // the entry of the activity panel
  expect(kept).not.toContain(made);
});
