import { noteSecrets } from './support/cloud';
import { hydrated } from './support/people';
import { openSession, openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test, unfold } from './support/test';
import {
  createButton,
  fillVm,
  organizationVms,
  projectVms,
  rowOf,
  signInAgain,
  stateOf,
  table,
} from './support/vms';

const newUnder = (path: string) => `${path}/new`;

for (const [place, path] of [
  ['an organization', organizationVms],
  ['a project', projectVms],
] as const) {
  test(`creates a machine in ${place}, and shows its address once it runs`, async ({ page }) => {
    // The clock of this tenant nearly stops until the test advances it.
    const tenant = await cloud.createTenant({ awanio: { vms: 1 }, speed: 0.001 });
    await openWithAccount(page, tenant, path(tenant));
    await page
      .getByRole('main')
      .getByRole('link', { name: 'Create virtual machine' })
      .first()
      .click();
    await expect(
      page.getByRole('heading', { name: 'Create virtual machine', level: 1 }),
    ).toBeVisible();

    // Before the order the page shows what the console can't do, the price, and how long the balance lasts.
    const main = page.getByRole('main');
    await expect(main).toContainText("Stop and delete machines in the provider's portal");
    await expect(main).toContainText(
      'You pay from when the machine is created until it is deleted',
    );
    const price = main.getByRole('region', { name: 'Price' });
    await expect(price).toContainText('Price (estimate)');
    await expect(price).toContainText('Rp129.600/month'); // with a new address, which is the default
    await expect(price).toContainText(
      /BalanceRp[\d.]+With everything that runs, it then lasts about/,
    );
    await main.getByRole('radio', { name: /No public address/ }).check();
    await expect(price).toContainText('Rp140/hour');
    await main.getByRole('radio', { name: /New address/ }).check();
    await expect(price).toContainText('Rp180/hour');

    await fillVm(page, { title: 'Kasir Satu' });
    await page.getByRole('button', { name: 'Generate' }).click();
    const password = await page.getByLabel('Password', { exact: true }).inputValue();
    noteSecrets(password);
    await expect(page.getByLabel('Hostname')).toHaveValue('kasir-satu');
    await expectAccessible(page);
    await createButton(page).click();

    await expect(page.getByRole('heading', { name: 'Kasir Satu', level: 1 })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${path(tenant)}/[0-9a-f-]{36}$`));
    await expect(main.getByText('The machine is being created')).toBeVisible();
    const created = main.getByRole('region', { name: 'How to get in' });
    await expect(created).toContainText(password);
    await expect(created).toContainText('as soon as the machine has its address');
    await expectAccessible(page);
    await cloud.clock(tenant, { advanceSeconds: 4 });
    await expect(main.getByRole('listitem').filter({ hasText: 'Installing' })).toHaveAttribute(
      'aria-current',
      'step',
    );
    const list = await page.context().newPage();
    await list.goto(path(tenant));
    await expect(rowOf(list, 'Kasir Satu')).toContainText('Being created');
    await hydrated(list);
    await cloud.clock(tenant, { advanceSeconds: 30 });
    await expect(stateOf(page, 'Running')).toBeVisible({ timeout: 20_000 });
    for (const open of [page, list])
      await expect(
        open.getByRole('status').filter({ hasText: 'Kasir Satu is ready.' }),
      ).toBeAttached({ timeout: 20_000 });
    await list.close();
    await expect(
      main.getByRole('button', { name: 'Copy the public address of Kasir Satu' }),
    ).toBeVisible();
    await unfold(page, 'Network');
    await expect(
      main.getByRole('button', { name: 'Copy the private address of Kasir Satu' }),
    ).toBeVisible();

    await expect(created.getByText(/^ssh budi@[\d.]+$/)).toBeVisible();
    await expect(
      created.getByRole('link', { name: /Console in the provider's portal/ }),
    ).toBeVisible();
    await page.reload();
    await expect(
      main.getByRole('button', { name: 'Copy the public address of Kasir Satu' }),
    ).toBeVisible();
    await expect(created).toHaveCount(0); // it is shown once
    await expect(page.getByText(password)).toHaveCount(0);

    await page.goto(path(tenant));
    await expect(rowOf(page, 'Kasir Satu')).toContainText('Running');
    // After the order, the form is empty again.
    await page.goto(newUnder(path(tenant)));
    await expect(page.getByLabel('Title')).toHaveValue('');
    await expect(page.getByRole('button', { name: 'Start over' })).toHaveCount(0);
  });
}

test('disables plans that are too small for the image, with the reason', async ({
  page,
  tenant,
}) => {
  await openWithAccount(page, tenant, newUnder(organizationVms(tenant)));
  const smallest = page.getByRole('radio', { name: /^s-a/ });
  await expect(smallest).toBeDisabled();
  await expect(page.getByText(/Ubuntu 24\.04 LTS needs 15 GB of disk/)).toBeVisible();
  await page.getByRole('radio', { name: /^Debian/ }).check();
  await page.getByRole('combobox', { name: 'Version' }).selectOption({ label: 'Debian 13' });
  await smallest.check();
  await page.getByRole('radio', { name: /^Fedora/ }).check();
  await expect(smallest).toBeDisabled();
  await expect(
    page.getByText(/s-a was deselected: Fedora Server 43 needs 40 GB of disk/),
  ).toBeVisible();
  await fillVm(page);
  await createButton(page).click();
  await expect(page.getByText('This field is required.')).toBeVisible();
  await expect(page).toHaveURL(/\/new$/);
  await page.getByRole('radio', { name: /^s-c/ }).check();
  await createButton(page).click();
  await expect(page.getByRole('heading', { name: 'Situs baru', level: 1 })).toBeVisible();
});

test('names wrong input at its field, and keeps what was typed', async ({ page, tenant }) => {
  await openWithAccount(page, tenant, newUnder(organizationVms(tenant)));
  await createButton(page).click();
  await expect(page.getByText('This field is required.')).toHaveCount(4);
  await expect(page.getByLabel('Title')).toBeFocused();
  await expectAccessible(page);

  await fillVm(page, { username: 'Budi Santoso', password: 'short' });
  await page.getByLabel('Hostname').fill('-web-');
  await createButton(page).click();
  await expect(page.getByText('“-web-” begins or ends with a hyphen.')).toBeVisible();
  await expect(page.getByText("A username here can't contain “B”.")).toBeVisible();
  await expect(page.getByText('This has 5 characters, at least 8 are needed.')).toBeVisible();

  await page.getByRole('radio', { name: /SSH public key/ }).check();
  await page
    .getByRole('textbox', { name: 'Public key' })
    .fill('-----BEGIN OPENSSH PRIVATE KEY-----');
  await expect(page.getByText('This is a private key. It was discarded')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Public key' })).toHaveValue('');
  await page.getByLabel('Username', { exact: true }).fill('budi');
  await page.getByLabel('Hostname').fill('vm-1');
  await createButton(page).click();
  const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFak';
  await page.getByRole('textbox', { name: 'Public key' }).fill(`${key} budi@laptop`);
  await createButton(page).click();
  // The provider refuses the hostname, since another machine of the tenant has it.
  await expect(page.getByText('This hostname is already used here.')).toBeVisible();
  await expect(page.getByLabel('Hostname')).toBeFocused();
  await page.getByLabel('Hostname').fill('web-kunci');
  await createButton(page).click();
  await expect(page.getByRole('heading', { name: 'Situs baru', level: 1 })).toBeVisible();
});

test('shows a generated password once, and writes it into no command', async ({ page, tenant }) => {
  await openWithAccount(page, tenant, newUnder(organizationVms(tenant)));
  await expect(page.getByRole('radio', { name: /SSH public key/ })).toBeChecked(); // the safer choice
  await page.getByRole('radio', { name: /^Password/ }).check();
  await page.getByRole('button', { name: 'Generate' }).click();
  const password = await page.getByLabel('Password', { exact: true }).inputValue();
  expect(password).toHaveLength(20);
  await expect(page.getByText(password)).toBeVisible();
  await page.getByText('Equivalent curl command').click();
  const command = page.getByRole('region', { name: 'Equivalent curl command' });
  await expect(command).toContainText('$PASSWORD');
  await expect(command).not.toContainText(password);
  await expect(command).toContainText(`/organizations/${tenant.awanio.organization.uuid}/vms`);
});

test('creates one machine after a double submit', async ({ page, tenant }) => {
  await openWithAccount(page, tenant, newUnder(organizationVms(tenant)));
  await fillVm(page, { title: 'Hanya satu' });
  await cloud.fault(tenant, { ref: 'A24', kind: 'slow', delayMs: 800, times: 1 });
  await createButton(page).dblclick();
  await expect(page.getByRole('heading', { name: 'Hanya satu', level: 1 })).toBeVisible();
  await page.goto(organizationVms(tenant));
  await expect(table(page).getByRole('rowheader')).toHaveCount(4);
});

test('keeps what was typed when the token ends', async ({ page, tenant }) => {
  await openWithAccount(page, tenant, newUnder(projectVms(tenant)));
  await fillVm(page, { title: 'Tetap ada' });
  await cloud.revoke(tenant);
  await createButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await signInAgain(page, tenant);
  await expect(page.getByRole('heading', { name: 'Tetap ada', level: 1 })).toBeVisible();
});

test('says that an order failed, and sends it again', async ({ page, tenant }) => {
  await openWithAccount(page, tenant, newUnder(organizationVms(tenant)));
  await fillVm(page, { title: 'Coba lagi' });
  await cloud.fault(tenant, {
    ref: 'A24',
    kind: 'status',
    status: 503,
    message: 'MAINTENANCE',
    times: 1,
  });
  await createButton(page).click();
  await expect(
    page.getByRole('alert').filter({ hasText: "It isn't known whether this was done" }),
  ).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Coba lagi');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('visibly-Fake-2026');
  await createButton(page).click();
  await expect(page.getByRole('heading', { name: 'Coba lagi', level: 1 })).toBeVisible();
});

test('says that the balance is too low, and creates nothing', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 0, balance: 500 } });
  await openWithAccount(page, tenant, newUnder(organizationVms(tenant)));
  await expect(page.getByRole('region', { name: 'Price' })).toContainText(
    "Your balance doesn't cover the first day",
  );
  await fillVm(page);
  await createButton(page).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Your balance is too low' }),
  ).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Situs baru');
});

test('lets a member create machines without showing the balance', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { level: 2 } });
  await openWithAccount(page, tenant, newUnder(organizationVms(tenant)));
  const price = page.getByRole('region', { name: 'Price' });
  await expect(price).toContainText('Rp129.600/month');
  await expect(price).toContainText('Only members who can view billing see its balance.');
  await expect(price).not.toContainText('lasts about');
  await fillVm(page, { title: 'Punya anggota' });
  await createButton(page).click();
  await expect(page.getByRole('heading', { name: 'Punya anggota', level: 1 })).toBeVisible();
});

test('restores a draft without its password after a reload, and asks before leaving', async ({
  page,
  tenant,
}) => {
  await openWithAccount(page, tenant, newUnder(organizationVms(tenant)));
  await page.getByRole('radio', { name: /^s-d/ }).check();
  await page.getByRole('radio', { name: /New address/ }).check();
  await page.getByLabel(/Keep the address/).check();
  await fillVm(page, { title: 'Belum selesai' });

  await page.getByRole('link', { name: 'Virtual machines' }).first().click();
  const leave = page.getByRole('dialog', { name: 'Leave without finishing?' });
  await leave.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Belum selesai');

  const kept = () =>
    page.evaluate(
      () => Object.entries(localStorage).find(([name]) => name.includes('vm-new'))?.[1] ?? '',
    );
  await expect.poll(kept).toContain('Belum selesai');
  expect(await kept()).not.toContain('visibly-Fake-2026');

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('Belum selesai');
  await expect(page.getByRole('radio', { name: /^s-d/ })).toBeChecked();
  await expect(page.getByLabel(/Keep the address/)).toBeChecked();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('');
  await expect(page.getByRole('radio', { name: /^s-b/ })).toBeChecked();
});

test('says that the choices couldn’t be read, and reads them again', async ({ page, tenant }) => {
  await openSession(page, tenant, 'awanio');
  await cloud.fault(tenant, { ref: 'A34', kind: 'down' });
  await page.goto(newUnder(organizationVms(tenant)));
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText("The images and plans couldn't be loaded");
  await cloud.clearFaults(tenant);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(createButton(page)).toBeVisible();
});

test('sends nothing before the page is hydrated', async ({ page, tenant }) => {
  await openSession(page, tenant, 'awanio');
  const html = await (await page.request.get(newUnder(organizationVms(tenant)))).text();
  expect(html).toMatch(/<form[^>]*method="post"[^>]*>\s*<fieldset[^>]*disabled/);
});

test('Enter goes on or says what is missing, and price and button stay in sight on a phone', async ({
  page,
  tenant,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await openWithAccount(page, tenant, newUnder(organizationVms(tenant)));
  const create = createButton(page);
  const price = page.getByRole('group', { name: 'Price so far' });
  await expect(create).toBeInViewport();
  await expect(price).toBeInViewport();
  await expect(price).toContainText('Rp129.600/month');

  const title = page.getByLabel('Title');
  await expect(title).toHaveAttribute('aria-required', 'true');
  await title.focus();
  await page.keyboard.press('Enter'); // it is empty
  await expect(page.getByText('This field is required.')).toHaveCount(1);
  await expect(title).toBeFocused();
  await page.keyboard.type('Dari ponsel');
  await page.keyboard.press('Enter');
  const hostname = page.getByLabel('Hostname');
  await expect(hostname).toBeFocused();
  await expect(create).toBeInViewport();
  // What has the focus isn't under the foot.
  const [field, foot] = await Promise.all([hostname.boundingBox(), price.boundingBox()]);
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
  await expect(page).toHaveURL(/\/new$/); // Enter has ordered nothing
});
