import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCloud, at, type Client } from '../testing';
import { hasKubectl, kubectl } from './testing/kubectl';

// The long matrix stands in e2e/kubectl.long.ts.
describe.runIf(hasKubectl())('the real kubectl', () => {
  let cloud: TestCloud;
  let api: Client;
  let home: string;
  let path: string;
  let file: string;
  beforeAll(async () => {
    cloud = await TestCloud.start();
    const person = await cloud.person({ clusters: [{ name: '433e40', highlyAvailable: true }] });
    api = person.api;
    path = `/organizations/${person.org}/kubernetes/${person.tenant.awanio?.clusters[0]?.uuid}`;
    home = await mkdtemp(join(tmpdir(), 'nusa-kubectl-'));
    file = join(home, 'config');
    const { body } = await api('GET', `${path}/kubeconfig`);
    await writeFile(file, String(at(body, 'data')), { mode: 0o600 });
  });
  afterAll(async () => {
    await cloud.close();
    await rm(home, { recursive: true, force: true });
  });

  // Each of its runs takes seconds on a busy machine.
  it(
    'reads the names as texts, and asks for version, nodes, pods and a node',
    { timeout: 60_000 },
    async () => {
      const run = (...words: string[]) => kubectl(home, [file], ...words);
      const context = await run('config', 'current-context');
      expect(context).toMatchObject({ code: 0, out: '433e40\n' });
      expect((await run('version')).out).toContain('Server Version: v1.33.0');
      const nodes = await run('get', 'nodes');
      expect(nodes.error).toBe('');
      expect(nodes.out).toMatch(
        /^NAME +STATUS +ROLES +AGE +VERSION\n433e40-node-1 +NotReady|Ready/,
      );
      expect(nodes.out.trim().split('\n')).toHaveLength(4);
      const pods = await run('get', 'pods', '-A');
      expect(pods.out).toMatch(/kube-system +etcd-433e40-node-3/);
      const node = await run('describe', 'node', '433e40-node-1');
      expect(node).toMatchObject({ code: 0, error: '' });
      expect(node.out).toContain('kube-apiserver-433e40-node-1');
    },
  );
});
