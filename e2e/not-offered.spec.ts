import type { Page } from '@playwright/test';
import { cloud, expect, expectAccessible, test } from './support/test';
import { account, menuItemOf, newInstancePath, openInstances } from './support/vps';

const helped = async (page: Page) => {
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: "Contact the provider's support" })).toHaveAttribute(
    'href',
    'https://support.example.id',
  );
};

/** This backend redirects the list of tiers (D76) to its documentation, as the live one did. */
test('says in the wizard who can help if there are no tiers, and keeps the tier of a clone', async ({
  page,
  tenant,
}) => {
  await openInstances(page, tenant);
  await cloud.fault(tenant, { ref: 'D76', kind: 'redirect' });
  const main = page.getByRole('main');

  const dialog = page.getByRole('dialog', { name: 'Clone instance-3' });
  await (await menuItemOf(page, 'instance-3', 'Clone')).click();
  await expect(dialog).toContainText('in the same location and tier as instance-3');
  await expect(dialog.getByRole('row').filter({ hasText: 'Per hour' }).first()).toContainText('Rp');
  await dialog.getByLabel('Hostname of the copy').fill('salinan-3');
  await dialog.getByRole('button', { name: 'Clone instance' }).click();
  await expect(page.getByRole('heading', { name: 'salinan-3', level: 1 })).toBeVisible();

  await page.goto(newInstancePath);
  await expect(main).toContainText("this provider's API doesn't list its tiers");
  await helped(page);
  await expect(main.getByRole('button', { name: 'Try again' })).toBeHidden();
  await expect(page.locator('body')).not.toContainText('docs.example.id');
  await expectAccessible(page);

  await page.goto(`/vps/${account}/prices`);
  await expect(main).toContainText("doesn't offer this through its API");
  await helped(page);
  await expect(main.getByRole('heading', { name: 'Operating systems' })).toBeVisible();
});
