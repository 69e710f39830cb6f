import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const pathOf = (org: string) => `/organizations/${org}/vpc`;
const vpcOf = async (api: Client, org: string) =>
  readAnswer('A07', (await api('GET', `/organizations/${org}`)).body).vpc;

describe('a VPC', () => {
  it('is created once with a free range, is carried by its organization, and is deleted', async () => {
    const { api, org } = await cloud.person();
    expect(await vpcOf(api, org)).toBeNull();
    const made = readAnswer(
      'A36',
      (await api('POST', pathOf(org), { label: 'office', size: 20 })).body,
    );
    expect(made).toMatchObject({ label: 'office', vpc_ip: { cidr: 20 } });
    expect(made.vpc_ip).toMatchObject({
      label: '10.128.0.0/20',
      first_address: '10.128.0.1',
      last_address: '10.128.15.254',
    });
    expect(await vpcOf(api, org)).toEqual(made);
    const me = readAnswer('A04', (await api('GET', '/accounts/me')).body);
    expect(me.organizations[0]?.organization?.vpc).toEqual(made);
    expect((await api('POST', pathOf(org), { label: 'more', size: 24 })).status).toBe(409);
    expect((await api('DELETE', `${pathOf(org)}/${org}`)).status).toBe(404);
    expect((await api('DELETE', `${pathOf(org)}/${made.uuid}`)).status).toBe(200);
    expect(await vpcOf(api, org)).toBeNull();
  });

  it('is refused in a size that this cloud has none of', async () => {
    const { api, org } = await cloud.person();
    for (const size of [8, 29, 4096])
      expect((await api('POST', pathOf(org), { label: 'office', size })).status).toBe(422);
  });

  it('stays while machines have addresses in it', async () => {
    const { api, org, tenant } = await cloud.person({ vms: 2, projectVms: 1, vpc: 24 });
    const vpc = await vpcOf(api, org);
    expect(vpc?.vpc_ip?.label).toBe('10.42.0.0/24');
    const refused = await api('DELETE', `${pathOf(org)}/${vpc?.uuid}`);
    expect(refused).toMatchObject({ status: 409 });
    expect(refused.text).toContain('USED BY 3 MACHINES');
    const images = readAnswer('A33', (await api('GET', '/catalogues')).body).data;
    const plans = readAnswer('A34', (await api('GET', '/pricing?suitable_for=vm')).body).data;
    await api('POST', `/organizations/${org}/vms`, {
      authentication_type: { id: 1, key: 'demo', value: 'fake-pass-2026' },
      catalogue_uuid: images[0]?.uuid,
      instance_type_uuid: plans.find(({ instance_type: name }) => name === 's-c')?.uuid,
      organization_uuid: org,
      title: 'Baru',
      hostname: 'baru-1',
    });
    await cloud.advance(tenant, 3600);
    const list = readAnswer('A25', (await api('GET', `/organizations/${org}/vms`)).body).data;
    expect(list[0]?.private_ip_address_v4).toMatch(/^10\.42\.0\.\d+$/);
  });

  it('may be created by members, and not by finance or people of other organizations', async () => {
    const body = { label: 'office', size: 24 };
    for (const [level, status] of [
      [2, 200],
      [3, 403],
      [9, 403],
    ] as const) {
      const { api, org } = await cloud.person({ level });
      expect((await api('POST', pathOf(org), body)).status).toBe(status);
    }
    const { org } = await cloud.person();
    const { api } = await cloud.person();
    expect((await api('POST', pathOf(org), body)).status).toBe(404);
  });
});
