/** Kubernetes clusters: the whole life of one, with what it costs; projects and roles. */
import { paths } from '@/lib/paths';
import { downloads } from '@/lib/paths/downloads';
import { IDENTITY_HEADER } from '@/lib/session/page-identity';
import { hasKubectl } from '@/sandbox/kubernetes/testing/kubectl';
import { downloadKubeconfig, makeHome } from './support/kubectl';
import { hydrated } from './support/people';
import { openWithAccount, signInBy } from './support/session';
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

  const home = makeHome();
  const given = await downloadKubeconfig(page, home);
  expect(given.file).toMatch(/^kubeconfig-0x1f-[\da-f]{8}\.yaml$/);
  expect(given.use).toContain("'0x1f-");
  await expect(page.getByText(/days? left/)).toBeVisible();
  // The long test asks for more; this one runs wherever kubectl is.
  if (hasKubectl()) {
    expect(await home.run(given.merge)).toMatchObject({ code: 0, error: '' });
    expect((await home.run(given.use)).out).toContain('0x1f-node-3');
    expect(await home.run(given.remove)).toMatchObject({ code: 0 });
  }
  home.remove();
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

test('a cluster of a project warns before its kubeconfig ends, and says when it is gone', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({
    awanio: { clusters: [{ name: 'web', project: true }] },
  });
  const org = tenant.awanio.organization.uuid;
  const scope = { org, project: tenant.awanio.project.uuid };
  const [{ uuid } = { uuid: '' }] = tenant.awanio.clusters;
  const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
  await cloud.certificate(tenant, uuid, days(10));
  await openWithAccount(page, tenant, paths.clusters(scope));
  await page.getByRole('rowheader').getByRole('link', { name: 'web' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'web' })).toBeVisible();
  await hydrated(page);
  const home = makeHome();
  await downloadKubeconfig(page, home);
  home.remove();
  await expect(page.getByText('Ends soon: 9 days left')).toBeVisible();

  const warning = page.getByRole('region', { name: /^Some kubeconfigs end/ });
  const kept = page.getByRole('table', { name: 'Kubeconfigs of this browser' });
  await page.goto(paths.clusters(scope));
  await expect(warning).toContainText('Ends soon: 9 days left');
  await expect(kept).toContainText(`web-${uuid.slice(0, 8)}`);
  await expectAccessible(page);
  await page.goto(paths.overview({ org }));
  await expect(warning.getByRole('link', { name: 'web' })).toBeVisible();
  await page.goto(paths.clusters({ org }));
  await expect(page.getByText('No clusters yet')).toBeVisible();
  await expect(warning).toHaveCount(0); // its cluster is the project's

  await page.goto(paths.cluster(scope, uuid));
  await hydrated(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await hydrated(other);
  await other.getByRole('button', { name: 'Delete' }).click();
  const end = other.getByRole('dialog', { name: 'Delete web?' });
  await end.getByRole('textbox').fill('web');
  await end.getByRole('button', { name: 'Delete cluster' }).click();
  await expect(other).toHaveURL(paths.clusters(scope));
  await expect(warning).toHaveCount(0);
  const gone = page.getByRole('heading', { level: 1, name: 'Cluster not found' });
  await expect(gone).toBeVisible();
  await page.reload();
  await expect(gone).toBeVisible();
});

test('a kubeconfig is no file before the cluster is ready, nor over another session', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({
    awanio: { clusters: [{ name: 'ready' }, { name: 'late', status: 'not_running' }] },
  });
  const scope = { org: tenant.awanio.organization.uuid };
  const [ready = '', late = ''] = tenant.awanio.clusters.map(({ uuid }) => uuid);
  const files: string[] = [];
  page.on('download', (file) => files.push(file.suggestedFilename()));
  await openWithAccount(page, tenant, paths.cluster(scope, late));
  await expect(page.getByRole('button', { name: 'Rename' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download kubeconfig' })).toHaveCount(0);
  const group = { group_type: 'organizations', uuid: scope.org } as const;
  const ask = (cluster: string, headers: Record<string, string> = {}) =>
    page.request.post(downloads.kubeconfig(group, cluster), {
      data: {},
      headers: { origin: new URL(page.url()).origin, ...headers },
    });
  const early = await ask(late);
  expect(early.status()).toBe(409);
  expect(early.headers()['content-disposition']).toBeUndefined();

  // The call that the browser may make to the provider gives nothing of the file.
  const raw = await page.request.get(
    `/api/awanio/organizations/${scope.org}/kubernetes/${ready}/kubeconfig`,
  );
  expect(await raw.text()).not.toMatch(/client-key-data|apiVersion/);

  const sent = page.waitForRequest((request) => IDENTITY_HEADER in request.headers());
  await page.goto(paths.cluster(scope, ready));
  await hydrated(page);
  const identity = (await sent).headers()[IDENTITY_HEADER] ?? '';
  await page.context().clearCookies({ name: /nusa\.session/ });
  const ended = await ask(ready);
  expect([ended.status(), ended.headers()['content-type']]).toEqual([
    401,
    expect.stringContaining('json'),
  ]);
  // Another person signs in by other means than this page, which still shows the first one's cluster.
  const somebody = await cloud.createTenant();
  await signInBy(page.context().request, somebody, 'awanio');
  const mixed = await ask(ready, { [IDENTITY_HEADER]: identity });
  expect(mixed.status()).toBe(401);
  expect(mixed.headers()['content-disposition']).toBeUndefined();
  // The page notices by itself, or when its button is pressed.
  await page
    .getByRole('button', { name: 'Download kubeconfig' })
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await expect(page.getByRole('heading', { level: 1, name: 'ready' })).toHaveCount(0);
  expect(files).toEqual([]);
});

test('is ordered from the estimate with a reserved address, once the balance is large enough', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 20_000, addresses: 2 } });
  const scope = { org: tenant.awanio.organization.uuid };
  const [address] = tenant.awanio.addresses;
  await openWithAccount(page, tenant, paths.groupEstimate(scope));
  await hydrated(page);
  const plan = page.locator('optgroup[label^="Kubernetes"] option').first();
  await page.getByLabel('Plan').selectOption((await plan.getAttribute('value')) ?? '');
  await page.getByLabel('High availability: 3 nodes').check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const line = page.getByRole('table', { name: 'In this estimate' });
  await expect(line).toContainText("3 nodes, estimated as the plan's price for each");
  await expectAccessible(page);
  await line.getByRole('button', { name: /^Create/ }).click();

  const form = page.getByRole('dialog', { name: 'Create cluster' });
  await expect(form.getByLabel('High availability')).toBeChecked();
  await expect(form.getByRole('radio', { checked: true })).toHaveCount(1);
  await form.getByLabel('Name').fill('192');
  await form.getByLabel('Version').selectOption({ index: 1 });
  await form.getByLabel('External address').selectOption('existing');
  await form.getByLabel('Reserved address').selectOption(address?.uuid ?? '');
  await expectAccessible(page);
  const submit = form.getByRole('button', { name: 'Create cluster', exact: true });
  await submit.click();
  await expect(form.getByRole('alert')).toContainText('Your balance is too low');
  await form.getByLabel('High availability').uncheck(); // one node's first day is paid for
  await submit.click();
  await expect(page.getByRole('heading', { level: 1, name: '192' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(address?.address ?? 'no address');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Search pages/ }).fill('192');
  await expect(page.getByRole('option', { name: /^192/ })).toBeVisible();
});
