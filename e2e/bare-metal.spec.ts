/** Bare-metal machines of an organization: their list, one machine, its deletion, and lists that the backend cuts. */
import { paths } from '@/lib/paths';
import { openWithAccount } from './support/session';
import { hydrated } from './support/people';
import { cloud, expect, expectAccessible, test } from './support/test';

const powerController = /fake-|bmc\.example|power_/;

test('shows a machine and its state, and deletes it when its name is typed', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 50_000_000, baremetals: 2 } });
  const org = tenant.awanio.organization.uuid;
  const answers: string[] = [];
  page.on('response', (response) => {
    if (!/baremetals|bare-metal/.test(response.url())) return;
    response.text().then(
      (text) => answers.push(text),
      () => {}, // the browser forgets what a page read before it is left
    );
  });
  await openWithAccount(page, tenant, paths.baremetals({ org }));
  await hydrated(page);
  const row = page.getByRole('main').getByRole('row').filter({ hasText: 'Server 1' });
  await expect(row).toContainText('In use');
  await expectAccessible(page);
  await row.getByRole('link', { name: 'Server 1' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Server 1' })).toBeVisible();
  await expect(page.getByText('The system is installed and the machine is yours.')).toBeVisible();
  await expectAccessible(page);
  // The sandbox answers the power controller's address and password, as the provider does; the password begins with `fake-`.
  expect(await page.content()).not.toMatch(powerController);
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.join()).not.toMatch(powerController);
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Server 1?' });
  await expect(dialog).toContainText("What is paid in advance isn't given back.");
  await dialog.getByRole('textbox').fill('Server 1');
  await dialog.getByRole('button', { name: 'Delete machine' }).click();
  await expect(page).toHaveURL(paths.baremetals({ org }));
  await cloud.clock(tenant, { advanceSeconds: 10 });
  await expect(row).toBeHidden({ timeout: 15_000 });
  await page.goBack();
  await expect(
    page.getByRole('heading', { level: 1, name: "This machine doesn't exist" }),
  ).toBeVisible();
});

test('says that the list is cut where a further page repeats the first one', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 90_000_000, baremetals: 12 } });
  await openWithAccount(page, tenant, paths.baremetals({ org: tenant.awanio.organization.uuid }));
  await expect(page.getByText('shows only the first 10 of 12 machines')).toBeVisible();
});

test('orders equal machines, and tells machine by machine which of them were had', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 100_000_000 } });
  const org = tenant.awanio.organization.uuid;
  await openWithAccount(page, tenant, paths.baremetals({ org }));
  await page.getByRole('main').getByRole('link', { name: 'Order bare metal' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Order bare metal' })).toBeVisible();
  await hydrated(page);
  await cloud.stock(tenant, 'bh-s', 2);
  const main = page.getByRole('main');
  await main.getByRole('radio', { name: /^Intel Xeon E-2234/ }).check();
  await main.getByRole('radio', { name: /^3 months/ }).check();
  await main.getByLabel('Number of equal machines').fill('3');
  await main.getByLabel('Title').fill('Gudang');
  await expect(main.getByLabel('Hostname')).toHaveValue('gudang');
  await main.getByLabel('Username').fill('demo');
  await main.getByLabel('Password', { exact: true }).fill('fake-Rahasia-2026');
  const price = main.getByRole('region', { name: 'Paid at once' });
  await expect(price).toContainText('Rp7.079.400'); // 3 × Rp828.000 × 3 months, less 5 %
  await expect(price).toContainText('Saves 5%, Rp372.600');
  await expect(price).toContainText('Balance after it is paid');
  await expectAccessible(page);
  await main.getByRole('button', { name: 'Order and pay' }).click();
  const told = main.getByRole('list', { name: 'What came of your order' }).getByRole('listitem');
  await expect(told).toHaveText([
    'Gudang: ordered',
    'Gudang: ordered',
    'Not ordered, and not paid',
  ]);
  await expect(main).toContainText('The hardware sold out after that.');
  await expectAccessible(page);
  await main.getByRole('link', { name: 'To the list' }).click();
  await expect(main.getByRole('row').filter({ hasText: 'gudang' })).toHaveCount(2);
});

test('says at the form that the balance is too small, and that the hardware sold out meanwhile', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 100_000 } });
  const org = tenant.awanio.organization.uuid;
  await openWithAccount(page, tenant, `${paths.baremetals({ org })}/new`);
  await hydrated(page);
  const main = page.getByRole('main');
  await main.getByLabel('Title').fill('Gudang');
  await main.getByLabel('Username').fill('demo');
  await main.getByLabel('Password', { exact: true }).fill('fake-Rahasia-2026');
  const price = main.getByRole('region', { name: 'Paid at once' });
  await expect(price).toContainText('Rp728.000 are missing');
  await expect(price.getByRole('link', { name: 'Top up' })).toHaveAttribute(
    'href',
    /amount=728000/,
  );
  const send = main.getByRole('button', { name: 'Order and pay' });
  await send.click();
  await expect(main.getByRole('alert').getByRole('link', { name: 'Top up' })).toBeVisible();
  await cloud.stock(tenant, 'bh-s', 0);
  await send.click();
  await expect(main.getByText('It sold out while you were ordering.')).toBeVisible();
  await expect(main.getByRole('radio', { name: /^Intel Xeon E-2234/ })).toBeDisabled();
  await expect(main.getByRole('radio', { name: /^Intel Xeon E-2388G/ })).toBeFocused();
  await expect(main.getByLabel('Password', { exact: true })).toHaveValue('fake-Rahasia-2026');
  await expectAccessible(page);
});
