/** The real kubectl with kubeconfigs that the page gave, and the commands that the page shows. */
import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasKubectl } from '@/sandbox/kubernetes/testing/kubectl';
import { paths, type GroupScope } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { downloadKubeconfig, makeHome, type Given, type Home } from './support/kubectl';
import { hydrated } from './support/people';
import { openSession } from './support/session';
import { cloud, expect, test } from './support/test';

test.skip(!hasKubectl(), 'kubectl is not installed');

let home: Home;
test.beforeEach(() => {
  home = makeHome();
});
test.afterEach(() => home.remove());

const organization = (tenant: Tenant): GroupScope => ({ org: tenant.awanio.organization.uuid });

async function download(page: Page, scope: GroupScope, cluster: string): Promise<Given> {
  await page.goto(paths.cluster(scope, cluster));
  await hydrated(page);
  return downloadKubeconfig(page, home);
}

/** Keeps a text as a file of the home, for the owner alone. */
const keep = (name: string, text: string) =>
  writeFileSync(path.join(home.folder, name), text, { mode: 0o600 });

const keyIn = ({ text }: Given) => /client-key-data: "([^"]+)"/.exec(text)?.[1] ?? 'no key';

const asked = [
  'version',
  'get nodes',
  'get nodes -o wide',
  'get nodes -o json',
  'get pods -A',
  'get namespaces',
  'describe node',
  'top nodes',
];

test('every name of a cluster works with every command, and stays a text', async ({ page }) => {
  test.setTimeout(240_000);
  const names = ['433e40', '716064e0', '192', 'true', '0x1f', 'web'];
  const tenant = await cloud.createTenant({
    awanio: { clusters: names.map((name) => ({ name })) },
  });
  await openSession(page, tenant, 'awanio');
  for (const [index, { uuid }] of tenant.awanio.clusters.entries()) {
    const given = await download(page, organization(tenant), uuid);
    const context = `${names[index]}-${uuid.slice(0, 8)}`;
    const config = `KUBECONFIG=${given.file}`;
    expect(await home.run(`${config} kubectl config current-context`)).toMatchObject({
      code: 0,
      out: `${context}\n`,
    });
    const view = await home.run(`${config} kubectl config view -o json`);
    const read = JSON.parse(view.out) as Record<string, { name: string }[]>;
    for (const part of ['clusters', 'users', 'contexts'])
      expect(read[part]?.map(({ name }) => name)).toEqual([context]);
    for (const words of asked)
      expect(await home.run(`${config} kubectl ${words}`), words).toMatchObject({ code: 0 });
  }
});

test('the shown commands add two clusters of one name, use each, and take them out again', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const tenant = await cloud.createTenant({
    awanio: { clusters: [{ name: 'web' }, { name: 'web', project: true, highlyAvailable: true }] },
  });
  await openSession(page, tenant, 'awanio');
  const [one, two] = tenant.awanio.clusters.map(({ uuid }) => uuid);
  const inProject = { ...organization(tenant), project: tenant.awanio.project.uuid };
  const first = await download(page, organization(tenant), one ?? '');
  const second = await download(page, inProject, two ?? '');

  const flat = await home.run(
    `KUBECONFIG=${first.file}:${second.file} kubectl config view --flatten -o json`,
  );
  const both = JSON.parse(flat.out) as Record<string, { name: string }[]>;
  for (const part of ['clusters', 'users', 'contexts'])
    expect(new Set(both[part]?.map(({ name }) => name)).size).toBe(2);

  const config = 'kubectl --kubeconfig ~/.kube/config config';
  await home.run(`${config} set-context of-me --cluster=mine && ${config} use-context of-me`);
  for (const given of [first, second])
    expect(await home.run(given.merge)).toMatchObject({ code: 0, error: '' });
  expect((await home.run('ls; ls ~/.kube')).out).toBe('config\n');
  expect((await home.run('stat -c %a ~/.kube/config')).out).toBe('600\n');
  expect((await home.run(`${config} current-context`)).out).toBe('of-me\n');
  const count = async ({ use }: Given) => (await home.run(use)).out.match(/web-node-\d/g)?.length;
  expect([await count(first), await count(second)]).toEqual([1, 3]);

  // A file that is downloaded again replaces what an older one added.
  await cloud.certificate(tenant, one ?? '', '2049-12-31T23:59:59Z');
  const again = await download(page, organization(tenant), one ?? '');
  expect(await home.run(again.merge)).toMatchObject({ code: 0 });
  const users = await home.run(`${config} view --raw -o json`);
  expect(users.out).toContain(keyIn(again));
  expect(users.out).not.toContain(keyIn(first));

  expect(await home.run(first.remove)).toMatchObject({ code: 0 });
  expect((await home.run(first.use)).code).not.toBe(0);
  expect(await count(second)).toBe(3);
  expect(await home.run(second.remove)).toMatchObject({ code: 0 });
  const rest = JSON.parse((await home.run(`${config} view -o json`)).out) as Record<
    string,
    unknown
  >;
  expect(rest).toMatchObject({ clusters: null, users: null, contexts: [{ name: 'of-me' }] });
});

test('refuses no certificate, that of another cluster, and one that has ended', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const tenant = await cloud.createTenant({
    awanio: { clusters: [{ name: 'one' }, { name: 'two' }] },
  });
  await openSession(page, tenant, 'awanio');
  const [one = '', two = ''] = tenant.awanio.clusters.map(({ uuid }) => uuid);
  const own = await download(page, organization(tenant), one);
  const other = await download(page, organization(tenant), two);
  const nodes = (file: string) => home.run(`KUBECONFIG=${file} kubectl get nodes`);
  const expectRefused = async (file: string) => {
    const { code, out, error } = await nodes(file);
    expect(code, file).not.toBe(0);
    expect(out + error, file).toMatch(/logged in|Unauthorized|credentials|Username/);
  };
  const credentials = /client-(certificate|key)-data: .*/g;
  keep('none', own.text.replace(credentials, ''));
  await expectRefused('none');
  const others = [...other.text.matchAll(credentials)].map(([line]) => line);
  keep(
    'others',
    own.text.replace(credentials, () => others.shift() ?? ''),
  );
  await expectRefused('others');

  await cloud.certificate(tenant, one, 30);
  const short = await download(page, organization(tenant), one);
  await expect(page.getByText('Ends today')).toBeVisible();
  expect((await nodes(short.file)).code).toBe(0);
  await expect.poll(async () => (await nodes(short.file)).code, { timeout: 60_000 }).not.toBe(0);
  await expectRefused(short.file);
  await expect(page.getByText('Expired')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Ends today')).toHaveCount(0);
});
