/** The provider's limit of calls a minute: what a person sees when it is reached, and that it passes by itself. */
import { chooseKey, keyForm, press } from './support/people';
import { openWithAccount } from './support/session';
import { cloud, expect, test, unfold } from './support/test';

test('a page that met the limit keeps its navigation, and is whole again without a click', async ({
  page,
  tenant,
}) => {
  const { organization, project } = tenant.awanio;
  await cloud.fault(tenant, { ref: 'A15', kind: 'status', status: 429, times: 1 });
  await openWithAccount(page, tenant, `/o/${organization.uuid}`);
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation.getByRole('link', { name: 'Virtual machines' })).toBeVisible();
  await expect(
    page.getByText("Some of your organizations and projects couldn't be loaded"),
  ).toBeVisible();
  // Without `Retry-After` the console waits ten seconds.
  await expect(page.getByText("couldn't be loaded")).toBeHidden({ timeout: 25_000 });
  await unfold(page, 'Accounts');
  await expect(page.getByRole('main').getByText(project.name).first()).toBeVisible();
});

test('a sign-in that meets the limit of a shared key blames nobody', async ({ page, tenant }) => {
  await cloud.fault(tenant, { ref: 'D02', kind: 'status', status: 429, times: 1 });
  await page.goto('/sign-in');
  await chooseKey(page);
  const form = keyForm(page);
  await form.label.fill('toko');
  await form.key.fill(tenant.dewavps.keys[0]?.key ?? '');
  await press(form.submit);
  await expect(page.getByText('everyone who uses it shares this limit')).toBeVisible();
  await expect(page.getByText('Too many attempts')).toBeHidden();
});
