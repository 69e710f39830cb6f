import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud, at, noScope } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

async function one(options: Parameters<TestCloud['customer']>[0] = {}) {
  const { api, tenant } = await cloud.customer({ instances: 1, ...options });
  const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
  const path = `/instance/${uuid}/firewall`;
  return {
    api,
    tenant,
    uuid,
    path,
    rules: async (query = '') =>
      readAnswer('D38', (await api('GET', `${path}/rules${query}`)).body),
    sets: async () => readAnswer('D43', (await api('GET', `${path}/ipset`)).body).data,
    add: (more: object = {}) => api('POST', `${path}/create`, { ...ssh, ...more }),
    addSet: async (name = 'kantor') =>
      String(
        at(
          (await api('POST', `${path}/ipset/create`, { name, description: name })).body,
          'data',
          'id',
        ),
      ),
  };
}
const ssh = {
  action: 'A',
  protocol: 'tcp',
  destination_port: 22,
  description: 'SSH',
  use_ipset: false,
};
const fieldsOf = (body: unknown) => Object.keys(at(body, 'errors') as object);

describe('the default policy', () => {
  it('is accept at first, and can be changed to drop', async () => {
    const { api, path } = await one();
    expect((await api('GET', `${path}/default`)).body).toEqual({
      message: 'Default network firewall policy',
      data: { action: 'A' },
    });
    expect((await api('PATCH', `${path}/default/update`, { action: 'D' })).status).toBe(200);
    expect(at((await api('GET', `${path}/default`)).body, 'data', 'action')).toBe('D');
    expect(fieldsOf((await api('PATCH', `${path}/default/update`, { action: 'R' })).body)).toEqual([
      'action',
    ]);
  });
});

describe('rules', () => {
  it('are listed in the order of their creation, in pages', async () => {
    const { add, rules, addSet } = await one();
    const set = await addSet();
    await add({ source_ip: '198.51.100.0/24' });
    await add({ destination_port: '8000-9000', description: 'Apps', source_ip: '2001:db8::/32' });
    await add({ destination_port: '443', description: 'Web', source_ipset: '1' }); // QD7: the set is sent but not used
    await add({ use_ipset: true, source_ipset: set, protocol: 'udp', destination_port: 51820 });
    const { data, page } = await rules('?limit=3');
    expect(page).toMatchObject({ total: 4, per_page: 3, last_page: 2 });
    expect(data).toMatchObject([
      { destination_port: '22', source_ip: '198.51.100.0/24', source_ipset: null, enabled: true },
      { destination_port: '8000:9000', source_ip: '2001:db8::/32' },
      { destination_port: '443', source_ip: null, source_ipset: null },
    ]);
    expect((await rules('?limit=3&page=2')).data).toMatchObject([
      { protocol: 'udp', source_ip: null, source_ipset: set },
    ]);
  });

  it('are changed except for their source and position, disabled, enabled and deleted', async () => {
    const { api, path, add, rules } = await one();
    const made = await add({ source_ip: '198.51.100.7' });
    expect(made.body).toMatchObject({ message: 'Firewall rule successfully created.' });
    const id = String(at(made.body, 'data', 'id'));
    await add({ description: 'second' });
    const change = { action: 'D', protocol: 'udp', destination_port: '53', description: 'No DNS' };
    expect((await api('PATCH', `${path}/${id}/update`, change)).status).toBe(200);
    // The source is no field of this operation, so it stays.
    await api('PATCH', `${path}/${id}/update`, { ...change, source_ip: '10.0.0.1' });
    await api('PATCH', `${path}/${id}/update-status`, { action: 'disable' });
    expect((await rules()).data).toMatchObject([
      { id, ...change, source_ip: '198.51.100.7', enabled: false },
      { description: 'second', enabled: true },
    ]);
    await api('PATCH', `${path}/${id}/update-status`, { action: 'enable' });
    expect((await rules()).data[0]?.enabled).toBe(true);
    expect((await api('DELETE', `${path}/${id}/delete`)).body).toEqual({
      message: 'Firewall rule successfully deleted',
      data: null,
    });
    expect((await rules()).data).toHaveLength(1);
    expect((await api('DELETE', `${path}/${id}/delete`)).status).toBe(404);
  });

  it('are refused if a port, protocol, address or set is wrong', async () => {
    const { add, addSet } = await one();
    const wrong = async (more: object) => fieldsOf((await add(more)).body);
    for (const destination_port of [0, 65536, '9000-8000', '80,443', 'ssh'])
      expect(await wrong({ destination_port })).toEqual(['destination_port']);
    expect(await wrong({ protocol: 'icmp' })).toEqual(['protocol']);
    for (const source_ip of ['198.51.100.0/33', '300.1.1.1', 'example.id'])
      expect(await wrong({ source_ip })).toEqual(['source_ip']);
    expect(await wrong({ use_ipset: true })).toEqual(['source_ipset']);
    expect(await wrong({ use_ipset: true, source_ipset: '999' })).toEqual(['source_ipset']);
    const other = await one();
    const foreign = await other.addSet();
    expect(await wrong({ use_ipset: true, source_ipset: foreign })).toEqual(['source_ipset']);
    const set = await addSet();
    expect(await wrong({ use_ipset: true, source_ipset: set, source_ip: '10.0.0.1' })).toEqual([
      'source_ip',
    ]);
  });

  it('are limited to a hundred', async () => {
    const { add } = await one();
    for (let count = 0; count < 100; count += 1) await add();
    expect((await add()).body).toMatchObject({
      type: 'INVALID_OPERATION',
      message: 'An instance has at most 100 firewall rules',
    });
  });

  it('have presets, and are hidden from other customers', async () => {
    const { api, path } = await one();
    const { data } = readAnswer('D36', (await api('GET', '/firewall-rule-types')).body);
    expect(data[0]).toMatchObject({ name: 'SSH', protocol: 'tcp', destination_port: '22' });
    const { tenant, uuid } = await one({ keys: [{ scopes: ['read_instance'] }] });
    const reader = cloud.dewavps(tenant.dewavps?.keys[0]?.key);
    expect((await reader('GET', `/instance/${uuid}/firewall/rules`)).status).toBe(200);
    expect(await reader('POST', `/instance/${uuid}/firewall/create`, ssh)).toMatchObject(noScope);
    expect((await reader('GET', `${path}/rules`)).status).toBe(404);
  });

  it('are refused while the machine is being deleted, and are copied with a machine', async () => {
    const { api, tenant, uuid, path, add, addSet } = await one();
    const set = await addSet();
    await api('POST', `${path}/ipset/${set}/cidr/create`, { cidr: '10.0.0.1', description: 'a' });
    await add({ use_ipset: true, source_ipset: set });
    await api('PATCH', `${path}/default/update`, { action: 'D' });
    const clone = { hostname: 'copy-1', location_id: 1, tier_id: 1 };
    const copy = String(
      at((await api('POST', `/instance/${uuid}/clone`, clone)).body, 'data', 'uuid'),
    );
    await cloud.advance(tenant, 11);
    const copied = `/instance/${copy}/firewall`;
    const [own] = readAnswer('D43', (await api('GET', `${copied}/ipset`)).body).data;
    expect(own?.id).not.toBe(set);
    expect(own?.ip_list).toMatchObject([{ cidr: '10.0.0.1' }]);
    const [rule] = readAnswer('D38', (await api('GET', `${copied}/rules`)).body).data;
    expect(rule?.source_ipset).toBe(own?.id);
    expect(at((await api('GET', `${copied}/default`)).body, 'data', 'action')).toBe('D');
    await api('DELETE', `/instance/${uuid}`, { remove_ip: true, remove_block_storage: true });
    expect((await add()).body).toMatchObject({
      type: 'INVALID_OPERATION',
      message: 'Instance is on terminating process',
    });
  });
});

describe('IP sets', () => {
  it('are created, filled, emptied and deleted', async () => {
    const { api, path, sets, addSet } = await one();
    const set = await addSet();
    const entries = `${path}/ipset/${set}/cidr`;
    for (const cidr of ['198.51.100.0/24', '203.0.113.9', '2001:db8::/32'])
      expect((await api('POST', `${entries}/create`, { cidr, description: cidr })).status).toBe(
        200,
      );
    expect(await sets()).toMatchObject([
      { id: set, name: 'kantor', ip_list: [{ cidr: '198.51.100.0/24' }, {}, {}] },
    ]);
    const id = (await sets())[0]?.ip_list[0]?.id;
    expect((await api('DELETE', `${entries}/${id}/delete`)).body).toMatchObject({ data: null });
    expect((await api('DELETE', `${entries}/${id}/delete`)).status).toBe(404);
    expect((await sets())[0]?.ip_list).toHaveLength(2);
    expect((await api('DELETE', `${path}/ipset/${set}/delete`)).body).toEqual({
      message: 'IPSet successfully deleted',
      data: null,
    });
    expect(await sets()).toEqual([]);
  });

  it('refuse duplicates, `/0`, and a taken name', async () => {
    const { api, path, addSet } = await one();
    const set = await addSet();
    const add = (cidr: string) =>
      api('POST', `${path}/ipset/${set}/cidr/create`, { cidr, description: 'x' });
    expect((await add('198.51.100.0/24')).status).toBe(200);
    expect((await add('2001:db8::/32')).status).toBe(200);
    for (const cidr of [
      '198.51.100.0/24',
      '198.51.100.77/24',
      '2001:0db8:0::/32',
      '0.0.0.0/0',
      '::/0',
      'nowhere',
    ])
      expect(fieldsOf((await add(cidr)).body), cidr).toEqual(['cidr']);
    const named = { name: 'KANTOR', description: 'again' };
    expect(fieldsOf((await api('POST', `${path}/ipset/create`, named)).body)).toEqual(['name']);
  });

  it('can’t be deleted while a rule uses them', async () => {
    const { api, path, add, addSet } = await one();
    const set = await addSet();
    const id = String(at((await add({ use_ipset: true, source_ipset: set })).body, 'data', 'id'));
    expect((await api('DELETE', `${path}/ipset/${set}/delete`)).body).toMatchObject({
      type: 'INVALID_OPERATION',
      message: 'IPSet is used by a firewall rule',
    });
    await api('DELETE', `${path}/${id}/delete`);
    expect((await api('DELETE', `${path}/ipset/${set}/delete`)).status).toBe(200);
  });
});
