import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCluster, readKubeconfig } from '../kubernetes/testing/kubeconfig';
import { TestCloud, at, type Client } from '../testing';
import { plans } from './catalogue';
import { versions } from './cluster';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const planOf = (name: string) => plans.find((plan) => plan.instance_type === name)?.uuid;
const order = { name: 'toko', version: versions[0]?.uuid, pricing_uuid: planOf('k-a') };
const pathOf = (org: string, more = '') => `/organizations/${org}/kubernetes${more}`;

async function ordered(api: Client, org: string, more: object = {}): Promise<string> {
  const { status, body, text } = await api('POST', pathOf(org), { ...order, ...more });
  expect(status, text).toBe(200);
  return String(at(body, 'data', 0, 'uuid'));
}

async function download(api: Client, path: string) {
  const { body } = await api('GET', `${path}/kubeconfig`);
  return readKubeconfig(String(at(body, 'data')));
}

describe('a new cluster', () => {
  it('is pending, then does not run, then runs, with its kubeconfig', async () => {
    const { tenant, api, org } = await cloud.person({ balance: 5_000_000 });
    const path = pathOf(org, `/${await ordered(api, org)}`);
    const status = async () => at((await api('GET', `${path}/status`)).body, 'data');
    expect(await status()).toBe('pending');
    const early = await api('GET', `${path}/kubeconfig`);
    expect(early).toMatchObject({ status: 409, body: { error_code: '409-5', result: false } });
    await cloud.advance(tenant, 3);
    expect(await status()).toBe('not_running');
    expect((await api('GET', `${path}/metrics`)).body).toMatchObject({
      data: { name: null, total_node: 0, total_cpu: { value: 0, unit: null } },
    });
    await cloud.advance(tenant, 6);
    expect(await status()).toBe('running');
    const kubeconfig = await download(api, path);
    expect(kubeconfig.names.cluster).toBe('toko');
    const nodes = await callCluster(kubeconfig, '/api/v1/nodes');
    expect(nodes.body.items).toHaveLength(1);
    const metrics = (await api('GET', `${path}/metrics`)).body;
    const pods = (await callCluster(kubeconfig, '/api/v1/pods')).body.items as unknown[];
    expect(metrics).toMatchObject({ data: { total_node: 1, total_pod: pods.length } });
  });

  it('costs its plan for each node, its volume and its address, until it is deleted', async () => {
    const { tenant, api, org } = await cloud.person({ balance: 5_000_000 });
    const uuid = await ordered(api, org, {
      enable_ha: true,
      pv_pricing_uuid: planOf('v-1'),
      tags: ['web'],
      with_external_ip: true,
      reserve_external_ip: [{ is_new: true, reserved: true }],
    });
    const spent = async () => {
      const [account] = (await cloud.control('GET', `/tenants/${tenant.id}/ledger`)) as {
        balance: number;
      }[];
      return 5_000_000 - (account?.balance ?? 0);
    };
    const hourly = 3 * 350 + 28 + 40;
    expect(await spent()).toBe(hourly);
    await cloud.advance(tenant, 3600);
    expect(await spent()).toBe(2 * hourly);
    const path = pathOf(org, `/${uuid}`);
    expect((await api('GET', path)).body).toMatchObject({
      data: {
        replica: 3,
        tags: ['web'],
        ip_addresses: [{ source_type: 'kubernetes', ip_address: { cidr: 24 } }],
      },
    });
    const [row] = at((await api('GET', pathOf(org))).body, 'data') as unknown[];
    expect(at(row, 'ip_addresses', 0, 'ip_address', 0, 'address_string')).toMatch(/^203\.0\.113\./);
    // Fewer nodes cost less from the next hour on.
    const changed = await api('PUT', path, { enable_ha: false, name: '192' });
    expect(changed.body).toMatchObject({ data: [{ name: '192', replica: 1 }] });
    await cloud.advance(tenant, 3600);
    expect(await spent()).toBe(2 * hourly + 418);
    expect((await api('DELETE', path)).body).toMatchObject({ data: 'deleted' });
    expect((await api('GET', path)).status).toBe(404);
    // The address was to be kept, and is charged by itself from now on.
    expect(await spent()).toBe(2 * hourly + 418 + 40);
    await cloud.advance(tenant, 3600);
    expect(await spent()).toBe(2 * hourly + 418 + 80);
  });

  it('is refused with a plan of machines, a name that is used, and a balance that is too small', async () => {
    const { api, org, project } = await cloud.person({ balance: 9000 });
    const refused = (more: object) => api('POST', pathOf(org), { ...order, ...more });
    expect((await refused({ pricing_uuid: planOf('s-a') })).status).toBe(404);
    expect((await refused({ pv_pricing_uuid: planOf('k-a') })).status).toBe(404);
    expect((await refused({ version: planOf('k-a') })).status).toBe(404);
    expect((await refused({ name: 'Toko' })).status).toBe(422);
    expect((await refused({ enable_ha: true })).status).toBe(402);
    await ordered(api, org);
    expect((await refused({})).status).toBe(409);
    const other = await api('POST', `/projects/${project}/kubernetes`, { ...order });
    expect(other.status, 'the other project may have that name').toBe(200);
  });

  it('that fails stays not_running, and can be deleted', async () => {
    const { tenant, api, org } = await cloud.person();
    await cloud.fault(tenant, { ref: 'A63', kind: 'fail' });
    const path = pathOf(org, `/${await ordered(api, org)}`);
    await cloud.advance(tenant, 60);
    expect(at((await api('GET', `${path}/status`)).body, 'data')).toBe('not_running');
    expect((await api('DELETE', path)).status).toBe(200);
  });
});

describe('clusters of a tenant', () => {
  it('come in pages, newest first, and refuse a stranger and a reader', async () => {
    const clusters = Array.from({ length: 12 }, (_, index) => ({ name: `c${index}` }));
    const { tenant, api, org } = await cloud.person({ clusters });
    const second = await api('GET', pathOf(org, '?page=2&per_page=10'));
    expect(second.body).toMatchObject({
      data: [{ name: 'c1' }, { name: 'c0' }],
      meta: { pagination: { page: 2, per_page: 10, total: 12, last_page: 2 } },
    });
    const uuid = tenant.awanio?.clusters[0]?.uuid ?? '';
    const stranger = await cloud.person();
    expect((await stranger.api('GET', pathOf(org, `/${uuid}/kubeconfig`))).status).toBe(404);
    const own = await stranger.api('GET', pathOf(stranger.org, `/${uuid}/kubeconfig`));
    expect(own.status).toBe(404);
    const finance = await cloud.person({ memberOf: org, level: 3 });
    expect((await finance.api('GET', pathOf(org, `/${uuid}/kubeconfig`))).status).toBe(403);
  });

  it('of one name in two scopes have certificates of their own', async () => {
    const clusters = [{ name: 'true' }, { name: 'true', project: true }];
    const { tenant, api, org, project } = await cloud.person({ clusters });
    const [first, second] = tenant.awanio?.clusters ?? [];
    const one = await download(api, pathOf(org, `/${first?.uuid}`));
    const two = await download(api, `/projects/${project}/kubernetes/${second?.uuid}`);
    expect(two.names).toEqual(one.names);
    expect(two.authority).not.toBe(one.authority);
    expect((await callCluster(two, '/version', { client: one })).status).toBe(401);
    expect((await callCluster(two, '/version')).status).toBe(200);
  });
});

describe('the certificate of a kubeconfig', () => {
  it('ends when the control API says so, and another one is given then', async () => {
    const clusters = [{ name: '0x1f', ends: 60 }];
    const { tenant, api, org } = await cloud.person({ clusters });
    const uuid = tenant.awanio?.clusters[0]?.uuid ?? '';
    const path = pathOf(org, `/${uuid}`);
    const first = await download(api, path);
    expect((await download(api, path)).certificate).toBe(first.certificate);
    const ask = { ends: 1 };
    await cloud.control('POST', `/tenants/${tenant.id}/clusters/${uuid}/certificate`, ask);
    const short = await download(api, path);
    await expect
      .poll(async () => (await callCluster(short, '/version')).status, { timeout: 5000 })
      .toBe(401);
    expect((await callCluster(first, '/version')).status).toBe(200);
    const next = await download(api, path);
    expect((await callCluster(next, '/version')).status).toBe(200);
  });
});
