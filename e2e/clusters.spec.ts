/** Kubernetes clusters: the whole life of one, with what it costs; projects and roles. */
import { paths } from '@/lib/paths';
import { hydrated } from './support/people';
import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

test('creates a cluster, follows it, makes it highly available, renames and deletes it', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({
    awanio: { balance: 5_000_000, clusters: [{ name: '433e40' }] },
  });
  const org = tenant.awanio.organization.uuid;
  await openWithAccount(page, tenant, paths.clusters({ org }));
  await hydrated(page);
  const old = page.getByRole('row').filter({ hasText: '433e40' });
  await expect(old).toContainText('Running');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Create cluster' }).click();
  const form = page.getByRole('dialog', { name: 'Create cluster' });
  await form.getByLabel('Name').fill('433e40');
  await form.getByLabel('Version').selectOption({ index: 1 });
  await form.getByRole('radio').first().check();
  await form.getByLabel('High availability').check();
  await expect(form.getByRole('region', { name: 'Price' })).toContainText('3 nodes');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Create cluster', exact: true }).click();
  await expect(form.getByText('Another cluster here has this name.')).toBeVisible();
  await form.getByLabel('Name').fill('0x1f');
  await form.getByRole('button', { name: 'Create cluster', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: '0x1f' })).toBeVisible();
  await cloud.clock(tenant, { advanceSeconds: 3600 });
  await expect(page.getByRole('heading', { name: 'In use now' })).toBeVisible();
  await expectAccessible(page);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download kubeconfig' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^kubeconfig-0x1f-[\da-f]{8}\.yaml$/);
  await expect(page.getByText(/days? left/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Use it:' })).toContainText("'0x1f-");
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect((await page.content()) + kept).not.toMatch(/client-key-data|PRIVATE KEY/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'High availability' }).click();
  const off = page.getByRole('dialog', { name: 'Turn off high availability of 0x1f' });
  await expect(off.getByRole('region', { name: 'Price' })).toContainText('1 node');
  await off.getByRole('button', { name: 'Turn off' }).click();
  await expect(
    page.getByRole('region', { name: 'Notices' }).getByText('0x1f no longer has high availability'),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Rename' }).click();
  const rename = page.getByRole('dialog', { name: 'Rename 0x1f' });
  await rename.getByLabel('Name').fill('true');
  await rename.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'true' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete' }).click();
  const end = page.getByRole('dialog', { name: 'Delete true?' });
  await end.getByRole('textbox').fill('true');
  await end.getByRole('button', { name: 'Delete cluster' }).click();
  await expect(page).toHaveURL(paths.clusters({ org }));
  await expect(page.getByRole('row').filter({ hasText: '433e40' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('a cluster of a project has a page of its own, which says when it is gone', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({
    awanio: { clusters: [{ name: 'web', project: true }] },
  });
  const scope = {
    org: tenant.awanio.organization.uuid,
    project: tenant.awanio.project.uuid,
  };
  await openWithAccount(page, tenant, paths.clusters(scope));
  await page.getByRole('rowheader').getByRole('link', { name: 'web' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'web' })).toBeVisible();
  await page.goto(paths.cluster(scope, crypto.randomUUID()));
  await expect(page.getByRole('heading', { level: 1, name: 'Cluster not found' })).toBeVisible();
});
