/** Bare-metal machines of an organization: their list, one machine, its deletion, and lists that the backend cuts. */
import { paths } from '@/lib/paths';
import { openWithAccount } from './support/session';
import { hydrated } from './support/people';
import { cloud, expect, expectAccessible, test } from './support/test';

test('shows a machine and its state, and deletes it when its name is typed', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 50_000_000, baremetals: 2 } });
  const org = tenant.awanio.organization.uuid;
  const answers: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/baremetals')) void response.text().then((t) => answers.push(t));
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
  expect(await page.content()).not.toContain('power_pass');
  expect(answers.join()).not.toContain('power_pass');
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Server 1?' });
  await expect(dialog).toContainText("What is paid in advance isn't given back.");
  await dialog.getByRole('textbox').fill('Server 1');
  await dialog.getByRole('button', { name: 'Delete machine' }).click();
  await expect(page).toHaveURL(paths.baremetals({ org }));
  await expect(row).toContainText('Being released');
  await cloud.clock(tenant, { advanceSeconds: 10 });
  await expect(row).toBeHidden({ timeout: 15_000 });
});

test('says that the list is cut where a further page repeats the first one', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 90_000_000, baremetals: 12 } });
  await openWithAccount(page, tenant, paths.baremetals({ org: tenant.awanio.organization.uuid }));
  await expect(page.getByText('shows only the first 10 of 12 machines')).toBeVisible();
});
