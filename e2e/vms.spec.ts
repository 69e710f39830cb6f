import { hydrated } from './support/people';
import { openSession, openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, openInTrouble, test } from './support/test';
import { organizationVms, projectVms, rowOf, table, titles } from './support/vms';

test('lists machines in the first HTML with status, size, address and price', async ({
  page,
  tenant,
}) => {
  await openSession(page, tenant, 'awanio');
  const html = await (await page.request.get(organizationVms(tenant))).text();
  expect(html).toContain('Machine 2');
  expect(html).not.toMatch(/<[a-z][^>]* style=/);

  await page.goto(organizationVms(tenant));
  const row = rowOf(page, 'Machine 2');
  await expect(row).toContainText('Running');
  await expect(row).toContainText('Ubuntu 24.04 LTS');
  await expect(row).toContainText('1 vCPU · 2 GB · 25 GB disk');
  await expect(row).toContainText(/10\.\d+\.\d+\.\d+/);
  await expect(row).toContainText('Rp100.800/month');
  await expect(row).toContainText('Rp140/hour');
  await expect(
    row.getByRole('button', { name: 'Copy the private address of Machine 2' }),
  ).toBeVisible();
  await expect(page.getByText(/^Updated \d\d:\d\d:\d\d/)).toBeVisible();
  await expectAccessible(page);
});

test('keeps search, filter and sort order in the URL', async ({ page, tenant }) => {
  await openWithAccount(page, tenant, organizationVms(tenant));
  await expect(table(page).getByRole('rowheader')).toHaveCount(3);
  await expect(page.getByText(/^Updated /)).toBeVisible(); // the page is hydrated

  await page.getByRole('searchbox', { name: 'Search' }).fill('vm-3');
  await expect(page).toHaveURL(/\?q=vm-3$/);
  await expect.poll(() => titles(page)).toEqual(['Machine 3']);
  await page.getByRole('searchbox', { name: 'Search' }).fill('10.42.0.10');
  await expect(page).toHaveURL(/q=10\.42\.0\.10/);
  await expect(table(page).getByRole('rowheader')).toHaveCount(1);

  await page.goto(`${organizationVms(tenant)}?sort=-name`);
  await expect.poll(() => titles(page)).toEqual(['Machine 3', 'Machine 2', 'Machine 1']);
  const head = table(page).getByRole('columnheader', { name: 'Name' });
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await page.goto(`${organizationVms(tenant)}?sort=name`);
  await expect.poll(() => titles(page)).toEqual(['Machine 1', 'Machine 2', 'Machine 3']);
  await expect(page.getByText(/^Updated /)).toBeVisible(); // the page is hydrated

  await page.getByRole('combobox', { name: 'Status' }).selectOption('Error');
  await expect(page).toHaveURL(/status=error/);
  await expect(page.getByRole('heading', { name: 'Nothing matches the filters' })).toBeVisible();
  await page.reload();
  await hydrated(page);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(table(page).getByRole('rowheader')).toHaveCount(3);
});

test('links organizations and projects to their machines', async ({ page, tenant }) => {
  const side = page.getByRole('navigation', { name: 'Main navigation' });
  await openWithAccount(page, tenant, organizationVms(tenant).replace('/vms', ''));
  await side.getByRole('link', { name: 'Virtual machines' }).click();
  await expect(page).toHaveURL(new RegExp(`${organizationVms(tenant)}$`));
  await page.goto(projectVms(tenant).replace('/vms', ''));
  await side.getByRole('link', { name: 'Virtual machines' }).click();
  await expect(page).toHaveURL(new RegExp(`${projectVms(tenant)}$`));
  await expect(page.getByRole('heading', { name: 'No virtual machines yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Create virtual machine' }).last().click();
  await expect(
    page.getByRole('heading', { name: 'Create virtual machine', level: 1 }),
  ).toBeVisible();
});

test('reaches all of many machines by scrolling and by search', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 130 } });
  await openWithAccount(page, tenant, organizationVms(tenant));
  await expect(page.getByText('130 rows')).toBeVisible();
  await expect(rowOf(page, 'Machine 130')).toBeVisible();
  expect(await table(page).getByRole('rowheader').count()).toBeLessThan(130);
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    await expect(rowOf(page, 'Machine 1')).toBeInViewport({ timeout: 500 });
  }).toPass();
  await page.goto(`${organizationVms(tenant)}?q=vm-77`);
  await expect(table(page).getByRole('rowheader')).toHaveCount(1);
});

test('says that a person may not read machines', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { level: 3, vms: 2 } });
  await openWithAccount(page, tenant, organizationVms(tenant));
  await expect(
    page.getByRole('heading', { name: "You don't have access to the machines here" }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Create virtual machine' })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto(`${organizationVms(tenant)}/new`);
  await expect(
    page.getByRole('heading', { name: "You don't have access to the machines here" }),
  ).toBeVisible();
});

test('answers 404 for another person’s organization and for a missing machine', async ({
  page,
  tenant,
}) => {
  const other = await cloud.createTenant({ awanio: { vms: 1 } });
  await openWithAccount(page, tenant, organizationVms(other));
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.goto(`${organizationVms(tenant)}/11111111-1111-4111-8111-111111111111`);
  await expect(
    page.getByRole('heading', { name: "This machine doesn't exist", level: 1 }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Go to the list' }).click();
  await expect(table(page)).toBeVisible();
});

test('says that a backend is down or answers wrongly, and retries', async ({ page, tenant }) => {
  await openSession(page, tenant, 'awanio');
  await cloud.fault(tenant, { ref: 'A25', kind: 'down' });
  const alert = page.getByRole('main').getByRole('alert');
  await openInTrouble(page, organizationVms(tenant), alert);
  await expect(alert).toContainText("The virtual machines couldn't be loaded");
  await expectAccessible(page);
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await cloud.clearFaults(tenant);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(table(page).getByRole('rowheader')).toHaveCount(3);

  await cloud.fault(tenant, { ref: 'A26', kind: 'malformed' });
  await rowOf(page, 'Machine 1').getByRole('link').click();
  await expect(alert).toContainText("The machine couldn't be loaded");
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await cloud.clearFaults(tenant);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Machine 1', level: 1 })).toBeVisible();
});

test('shows the facts of a machine, and says where to stop and delete it', async ({
  page,
  tenant,
}) => {
  await openWithAccount(page, tenant, organizationVms(tenant));
  await rowOf(page, 'Machine 1').getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Machine 1', level: 1 })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText(/MAC address\s*[0-9a-f:]{17}/);
  await expect(main.getByRole('table', { name: 'Volumes' })).toContainText('Boot disk');
  await expect(main.getByRole('heading', { name: 'Stop, restart or delete' })).toBeVisible();
  const portal = main.getByRole('link', { name: "Open the provider's portal" });
  await expect(portal.first()).toHaveAttribute('href', /^https:\/\/portal\.example\.id/);
  await expect(main.getByRole('button', { name: /stop|delete|restart/i })).toHaveCount(0);
  await expectAccessible(page);
});

test('looks good on a narrow screen, dark and in Indonesian', async ({
  browser,
  tenant,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 360, height: 740 },
    locale: 'id-ID',
    colorScheme: 'dark',
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('input[name=username]').first().fill(tenant.awanio.username);
  await page.locator('input[name=password]').first().fill(tenant.awanio.password);
  await page.locator('input[name=password]').first().press('Enter');
  await expect(page).not.toHaveURL(/sign-in/);
  for (const path of ['', '/new']) {
    await page.goto(organizationVms(tenant) + path);
    const title = path === '' ? 'Mesin virtual' : 'Buat mesin virtual';
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
    await expectAccessible(page);
  }
  await page.goto(organizationVms(tenant));
  await page.getByRole('link', { name: 'Machine 1' }).click();
  await expect(
    page.getByRole('heading', { name: 'Mematikan, memulai ulang, atau menghapus' }),
  ).toBeVisible();
  await expectAccessible(page);
  await context.close();
});
