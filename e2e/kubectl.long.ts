import { expect, test } from '@playwright/test'; // no browser is needed
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasKubectl, kubectl } from '@/sandbox/kubernetes/testing/kubectl';
import { TestCloud, at } from '@/sandbox/testing';

test.skip(!hasKubectl(), 'kubectl is not installed');

let cloud: TestCloud;
let home: string;
test.beforeAll(async () => {
  cloud = await TestCloud.start();
  home = mkdtempSync(path.join(tmpdir(), 'nusa-kubectl-'));
});
test.afterAll(async () => {
  await cloud.close();
  rmSync(home, { recursive: true, force: true });
});

/** Keeps a text as a file of this run alone. */
function keep(name: string, text: string): string {
  const file = path.join(home, name);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

/** Makes clusters, and keeps their kubeconfigs as files. */
async function clustersOf(names: readonly string[]) {
  const { tenant, api, org } = await cloud.person({ clusters: names.map((name) => ({ name })) });
  const paths = (tenant.awanio?.clusters ?? []).map(
    ({ uuid }) => `/organizations/${org}/kubernetes/${uuid}`,
  );
  const texts: string[] = [];
  for (const one of paths)
    texts.push(String(at((await api('GET', `${one}/kubeconfig`)).body, 'data')));
  return { tenant, api, paths, texts };
}

const asked = [
  ['version'],
  ['get', 'nodes'],
  ['get', 'nodes', '-o', 'wide'],
  ['get', 'nodes', '-o', 'json'],
  ['get', 'pods', '-A'],
  ['get', 'namespaces'],
  ['describe', 'node'],
  ['top', 'nodes'],
];

test('every name of a cluster works with every command, and stays a text', async () => {
  test.setTimeout(180_000);
  const names = ['433e40', '716064e0', '192', 'true', '0x1f', 'web'];
  const { texts } = await clustersOf(names);
  for (const [index, name] of names.entries()) {
    const file = keep(`works-${index}`, texts[index] ?? '');
    const context = await kubectl(home, [file], 'config', 'current-context');
    expect(context).toMatchObject({ code: 0, out: `${name}\n` });
    for (const words of asked)
      expect(await kubectl(home, [file], ...words), words.join(' ')).toMatchObject({ code: 0 });
  }
});

test('files of several clusters merge, and each keeps its own credentials', async () => {
  const { texts } = await clustersOf(['192', 'true']);
  const files = texts.map((text, index) => keep(`merged-${index}`, text));
  const merged = await kubectl(home, files, 'config', 'view', '--flatten');
  expect(merged.code).toBe(0);
  const one = keep('merged', merged.out);
  for (const name of ['192', 'true']) {
    const nodes = await kubectl(home, [one], '--context', name, 'get', 'nodes', '-o', 'name');
    expect(nodes).toMatchObject({ code: 0, out: `node/${name}-node-1\n` });
  }
});

test('refuses no certificate, that of another cluster, and one that has ended', async () => {
  test.setTimeout(90_000);
  const { tenant, api, paths, texts } = await clustersOf(['one', 'two']);
  const [one = '', two = ''] = texts;
  const refused = async (name: string, text: string) => {
    const { code, out, error } = await kubectl(home, [keep(name, text)], 'get', 'nodes');
    expect(code, name).not.toBe(0);
    expect(out + error, name).toMatch(/logged in|Unauthorized|credentials|Username/);
  };
  const own = /client-(certificate|key)-data: .*/g;
  await refused('none', one.replace(own, ''));
  const others = [...two.matchAll(own)].map(([line]) => line);
  await refused(
    'others',
    one.replace(own, () => others.shift() ?? ''),
  );

  const uuid = paths[0]?.split('/').at(-1);
  await cloud.control('POST', `/tenants/${tenant.id}/clusters/${uuid}/certificate`, { ends: 30 });
  const { body } = await api('GET', `${paths[0]}/kubeconfig`);
  const short = keep('short', String(at(body, 'data')));
  expect((await kubectl(home, [short], 'get', 'nodes')).code).toBe(0);
  await expect
    .poll(async () => (await kubectl(home, [short], 'get', 'nodes')).code, { timeout: 60_000 })
    .not.toBe(0);
  await refused('ended', String(at(body, 'data')));
});
