import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../testing';
import type { Certificates, ClusterSource, ClusterSpec } from './engine';
import { usageOf } from './objects';
import { SimulatedClusters } from './simulated';
import { callCluster, readKubeconfig, type Read } from './testing/kubeconfig';

const table = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const day = 86_400_000;
const names = ['433e40', '716064e0', '192', 'true', '0x1f'];

class Source implements ClusterSource {
  readonly specs = new Map<string, ClusterSpec>();
  readonly kept = new Map<string, Certificates>();
  spec = (id: string) => this.specs.get(id) ?? null;
  certificates = (id: string) => this.kept.get(id) ?? null;
  keep = (id: string, certificates: Certificates) => void this.kept.set(id, certificates);
}

const source = new Source();
const engine = new SimulatedClusters(source);
const spec: ClusterSpec = {
  id: 'one',
  name: '192',
  version: '1.33',
  replicas: 1,
  cores: 2,
  memoryMb: 2048,
  storageGb: 20,
  age: 3 * day,
  scaledAge: 3 * day,
};
let one: Read;
let two: Read;

beforeAll(async () => {
  source.specs.set('one', spec).set('two', { ...spec, id: 'two', name: 'true' });
  await engine.listen(0);
  const ends = Date.now() + day;
  one = readKubeconfig(await engine.kubeconfig('one', ends));
  two = readKubeconfig(await engine.kubeconfig('two', ends));
});
afterAll(() => engine.close());

describe('a kubeconfig', () => {
  it.each(names)('of the cluster %s says its name as a text', async (name) => {
    const id = `named-${name}`;
    source.specs.set(id, { ...spec, id, name });
    const text = await engine.kubeconfig(id, Date.now() + day);
    const user = `${name}-admin`;
    expect(readKubeconfig(text).names).toEqual({ cluster: name, user, context: name });
    for (const line of text.split('\n').filter((part) => part.includes(name)))
      expect(line).toMatch(/: "[^"]*"$/);
  });

  it('is the same until another end is asked for', async () => {
    const ends = Date.now() + 2 * day;
    const first = readKubeconfig(await engine.kubeconfig('one', ends));
    const [again, atOnce] = await Promise.all([
      engine.kubeconfig('one', ends),
      engine.kubeconfig('one', ends),
    ]);
    expect([again, atOnce].map((text) => readKubeconfig(text).certificate)).toEqual([
      first.certificate,
      first.certificate,
    ]);
    const later = readKubeconfig(await engine.kubeconfig('one', ends + day));
    expect(later.certificate).not.toBe(first.certificate);
    expect(later.authority).toBe(first.authority);
    // What was given out before can't be called back.
    expect((await callCluster(later, '/version', { client: first })).status).toBe(200);
  });
});

describe('the API of a cluster', () => {
  it('says its version, and lists nodes, pods and namespaces as objects and as tables', async () => {
    expect((await callCluster(one, '/version')).body).toMatchObject({ gitVersion: 'v1.33.0' });
    const nodes = await callCluster(one, '/api/v1/nodes?limit=500');
    expect(nodes.body).toMatchObject({ kind: 'NodeList', items: [{ kind: 'Node' }] });
    const shown = await callCluster(one, '/api/v1/nodes', { accept: table });
    expect(at(shown.body, 'rows', 0, 'cells', 0)).toBe('192-node-1');
    expect(at(shown.body, 'rows', 0, 'cells', 3)).toBe('3d');
    const pods = await callCluster(one, '/api/v1/pods?fieldSelector=spec.nodeName%3Dnone');
    expect(pods.body.items).toEqual([]);
    expect((await callCluster(one, '/api/v1/namespaces/default')).body.kind).toBe('Namespace');
    expect((await callCluster(one, '/api/v1/namespaces/none')).status).toBe(404);
    expect((await callCluster(one, '/api/v1/nodes', { method: 'DELETE' })).status).toBe(403);
  });

  it('follows the number of nodes', async () => {
    const before = usageOf(spec, Date.now());
    source.specs.set('one', { ...spec, replicas: 3, scaledAge: 1000 });
    const ready = async () => {
      const { body } = await callCluster(one, '/api/v1/nodes', { accept: table });
      return (body.rows as { cells: string[] }[]).map(({ cells }) => cells[1]);
    };
    expect(await ready()).toEqual(['Ready', 'NotReady', 'NotReady']);
    source.specs.set('one', { ...spec, replicas: 3, scaledAge: 5000 });
    expect(await ready()).toEqual(['Ready', 'Ready', 'Ready']);
    const after = usageOf({ ...spec, replicas: 3 }, Date.now());
    expect(after.cpu).toBeGreaterThan(before.cpu * 2);
    source.specs.set('one', spec);
  });
});

describe('a call is refused', () => {
  it('without a certificate, and with one of another cluster', async () => {
    const refused = { status: 401, body: { kind: 'Status', reason: 'Unauthorized' } };
    expect(await callCluster(one, '/version', { client: null })).toMatchObject(refused);
    expect(await callCluster(one, '/version', { client: two })).toMatchObject(refused);
  });

  it('with the certificate of the server', async () => {
    const server = source.kept.get('one')?.server;
    const client = { ...one, certificate: server?.certificate ?? '', key: server?.key ?? '' };
    expect((await callCluster(one, '/version', { client })).status).toBe(401);
  });

  it('after the end of the certificate', async () => {
    const client = readKubeconfig(await engine.kubeconfig('one', Date.now() - 60_000));
    expect((await callCluster(one, '/version', { client })).status).toBe(401);
  });

  it('while the cluster does not run, and when it is gone', async () => {
    source.specs.delete('two');
    expect((await callCluster(two, '/version')).status).toBe(503);
    await expect(engine.kubeconfig('two', Date.now())).rejects.toThrow('does not run');
    source.kept.delete('two');
    engine.remove('two');
    await expect(callCluster(two, '/version')).rejects.toThrow();
  });
});
