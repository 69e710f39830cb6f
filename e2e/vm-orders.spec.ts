import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { createButton, fillVm, organizationVms, projectVms } from './support/vms';

const alertOf = (page: Parameters<typeof createButton>[0], text: string) =>
  page.getByRole('main').getByRole('alert').filter({ hasText: text });

test('shows plans that are sold out, also one that is sold out while it is ordered', async ({
  page,
  tenant,
}) => {
  await cloud.sellOut(tenant, ['s-c']);
  await openWithAccount(page, tenant, `${organizationVms(tenant)}/new`);
  const plan = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });
  await expect(plan('s-c')).toBeDisabled();
  await expect(page.getByText('Sold out at the moment.')).toBeVisible();

  await plan('s-d').check();
  await fillVm(page, { title: 'Toko baru' });
  await cloud.sellOut(tenant, ['s-c', 's-d']);
  await createButton(page).click();
  await expect(page.getByText(/s-d sold out while you were ordering/)).toBeVisible();
  await expect(page.getByText('Choose another plan.')).toBeVisible();
  await expect(alertOf(page, 'Check one field.')).toContainText('PRICING IS SOLD OUT');
  await expect(plan('s-d')).toBeDisabled();
  await expect(plan('s-b')).toBeFocused();
  await expect(page.getByLabel('Title')).toHaveValue('Toko baru');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('visibly-Fake-2026');
  await expectAccessible(page);

  await plan('s-e').check();
  await createButton(page).click();
  await expect(page.getByRole('heading', { name: 'Toko baru', level: 1 })).toBeVisible();
});

test('gives a reserved address to a machine, and tells that another one got it meanwhile', async ({
  page,
  context,
}) => {
  const tenant = await cloud.createTenant({ awanio: { addresses: 2 } });
  const [mine, other] = tenant.awanio.addresses;
  await openWithAccount(page, tenant, `${organizationVms(tenant)}/new`);
  const slower = await context.newPage();
  await slower.goto(`${projectVms(tenant)}/new`);
  for (const tab of [page, slower]) {
    await tab.getByRole('radio', { name: /An unused address/ }).check();
    const address = tab.getByLabel('Reserved address', { exact: true });
    await address.selectOption(mine?.uuid ?? '');
    await fillVm(tab, { title: tab === page ? 'Cepat' : 'Lambat' });
  }
  await page.getByText('Equivalent curl command').click();
  await expect(page.getByRole('region', { name: 'Equivalent curl command' })).toContainText(
    `"reserve_external_ip":{"is_new":false,"reserved":true,"uuid":"${mine?.uuid}"}`,
  );
  await createButton(page).click();
  await expect(page.getByRole('heading', { name: 'Cepat', level: 1 })).toBeVisible();

  await createButton(slower).click();
  const address = slower.getByLabel('Reserved address', { exact: true });
  await expect(slower.getByText(/Another machine got this address meanwhile/)).toBeVisible();
  await expect(address).toBeFocused();
  await expect(
    address.getByRole('option', { name: new RegExp(mine?.address ?? '') }),
  ).toBeDisabled();
  await address.selectOption(other?.uuid ?? '');
  await createButton(slower).click();
  await expect(slower.getByRole('heading', { name: 'Lambat', level: 1 })).toBeVisible();

  // A wizard that is opened once both machines run offers neither. The console keeps answers for a second.
  await cloud.clock(tenant, { advanceSeconds: 30 });
  await expect(async () => {
    await page.goto(`${organizationVms(tenant)}/new`);
    await page.getByRole('radio', { name: /An unused address/ }).check();
    await expect(
      page.getByText('Your organization has no reserved address without a machine.'),
    ).toBeVisible({ timeout: 3000 });
  }).toPass();
});

test('says that the balance was used up while the order was filled in', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 1, balance: 5000 }, speed: 0.001 });
  await openWithAccount(page, tenant, `${organizationVms(tenant)}/new`);
  const price = page.getByRole('region', { name: 'Price' });
  await expect(price).toContainText('Rp4.860');
  await expect(price).not.toContainText("Your balance doesn't cover the first day");
  await fillVm(page, { title: 'Terlambat' });
  await cloud.clock(tenant, { advanceSeconds: 20 * 3600 });
  await createButton(page).click();
  await expect(alertOf(page, 'Your balance is too low')).toBeVisible();
  await expect(price).toContainText("Your balance doesn't cover the first day");
  await expect(price).toContainText('Rp2.060');
  await expect(page.getByLabel('Title')).toHaveValue('Terlambat');
});

test('starts from the values of a link', async ({ page, tenant }) => {
  const path = `${organizationVms(tenant)}/new`;
  await openWithAccount(page, tenant, path);
  const plan = page.getByRole('radio', { name: /^s-e/ });
  const uuid = await plan.getAttribute('value');
  await page.goto(`${path}?plan=${uuid}&address=kept`);
  await expect(plan).toBeChecked();
  await expect(page.getByRole('radio', { name: /New address/ })).toBeChecked();
  await expect(page.getByLabel(/Keep the address/)).toBeChecked();
  await expect(page.getByRole('region', { name: 'Price' })).toContainText('Plan s-e');
});

test('shows what a machine has: volumes with prices, addresses, plan, and what it has cost', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 1, volumes: 1 }, speed: 0.001 });
  const [vm] = tenant.awanio.vms;
  const [disk] = tenant.awanio.volumes;
  await cloud.attachVolume(tenant, disk?.uuid ?? '', vm?.uuid ?? '');
  // The machine's own answer names its volumes, also while the list with their prices can't be read.
  await cloud.fault(tenant, { ref: 'A39', kind: 'down' });
  await openWithAccount(page, tenant, `${organizationVms(tenant)}/${vm?.uuid}`);
  const main = page.getByRole('main');
  const volumes = main.getByRole('table', { name: 'Volumes' });
  await expect(main.getByText("The volumes' prices couldn't be loaded")).toBeVisible();
  await expect(volumes.getByRole('row', { name: /volume-1/ })).toContainText('50 GB');
  await cloud.clearFaults(tenant);
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(volumes.getByRole('row', { name: /vm-1/ })).toContainText('in the plan');
  await expect(volumes.getByRole('row', { name: /volume-1/ })).toContainText('Rp70/hour');
  await expect(main).toContainText('Cost to date (estimate)');
  await expect(main).toContainText("also can't open its console, resize or reinstall it");
  await expectAccessible(page);
});
