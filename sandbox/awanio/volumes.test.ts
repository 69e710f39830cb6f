import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud, at } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

async function plansOf(api: Client): Promise<(name: string) => string> {
  const { data } = readAnswer('A34', (await api('GET', '/pricing')).body);
  return (name) => data.find(({ instance_type }) => instance_type === name)?.uuid ?? '';
}
const list = async (api: Client, group: string) =>
  readAnswer('A39', (await api('GET', `/${group}/volumes`)).body).data;
const balance = async (api: Client, org: string) =>
  readAnswer('A07', (await api('GET', `/organizations/${org}`)).body).balance ?? NaN;

describe('a volume', () => {
  it('is created, renamed, enlarged, copied and deleted, and costs money while it exists', async () => {
    const { api, org, tenant } = await cloud.person({ balance: 1_000_000 });
    const plan = await plansOf(api);
    const path = `/organizations/${org}/volumes`;
    const order = { organization_uuid: org, pricing_uuid: plan('v-1'), label: 'data' };
    const made = readAnswer('A40', (await api('POST', '/volumes', order)).body);
    expect(made).toMatchObject({
      label: 'data',
      size_gb: 20,
      is_used: false,
      volume_type: 'external',
    });
    expect(made.pricing?.price_per_unit).toBe(28);
    expect(await balance(api, org)).toBe(1_000_000 - 28);
    const one = `${path}/${made.uuid}`;
    expect(readAnswer('A42', (await api('PUT', one, { label: 'basis' })).body).label).toBe('basis');
    const grown = await api('PUT', `${one}/resize`, { pricing_uuid: plan('v-2') });
    expect(readAnswer('A43', grown.body)).toMatchObject({ size_gb: 50, label: 'basis' });
    expect((await api('PUT', `${one}/resize`, { pricing_uuid: plan('v-1') })).status).toBe(422);
    expect((await api('PUT', `${one}/resize`, { pricing_uuid: plan('s-a') })).status).toBe(404);
    const copied = await api('POST', `${path}/clone`, {
      source_volume_uuid: made.uuid,
      label: 'salinan',
    });
    expect(readAnswer('A44', copied.body)).toMatchObject({ label: 'salinan', size_gb: 50 });
    expect(await balance(api, org)).toBe(1_000_000 - 28 - 70);
    await cloud.advance(tenant, 3600);
    expect(await balance(api, org)).toBe(1_000_000 - 28 - 70 - 2 * 70);
    expect(at((await api('DELETE', one)).body, 'data')).toBe('Delete Volume Success');
    expect((await api('DELETE', one)).status).toBe(404);
    expect((await list(api, `organizations/${org}`)).map(({ label }) => label)).toEqual([
      'salinan',
    ]);
  });

  it('is refused for a taken label, without money, and over the quota', async () => {
    const { api, org } = await cloud.person({ volumes: 1 });
    const plan = await plansOf(api);
    const order = { organization_uuid: org, pricing_uuid: plan('v-1'), label: 'Volume-1' };
    expect((await api('POST', '/volumes', order)).body).toMatchObject({ error_code: '409-2' });
    const wrong = { ...order, label: 'data', pricing_uuid: plan('s-a') };
    expect((await api('POST', '/volumes', wrong)).status).toBe(404);
    const poor = await cloud.person({ balance: 28 * 24 - 1 });
    const theirs = { ...order, organization_uuid: poor.org };
    expect((await poor.api('POST', '/volumes', theirs)).body).toMatchObject({
      error: 'INSUFFICIENT BALANCE',
    });
    const full = await cloud.person({ volumes: 50 });
    const more = { ...order, label: 'data', organization_uuid: full.org };
    expect((await full.api('POST', '/volumes', more)).body).toMatchObject({ error_code: '409-3' });
  });

  it('is neither ordered nor enlarged nor copied by a plan that is sold out', async () => {
    const { api, org, tenant } = await cloud.person({ volumes: 1 });
    const plan = await plansOf(api);
    await cloud.control('POST', `/tenants/${tenant.id}/sold-out`, { plans: ['v-2', 'v-3'] });
    const { data } = readAnswer('A34', (await api('GET', '/pricing')).body);
    const gone = data.filter(({ availability }) => availability !== 'available');
    expect(gone.map(({ instance_type }) => instance_type)).toEqual(['v-2', 'v-3']);
    const path = `/organizations/${org}/volumes`;
    const uuid = tenant.awanio?.volumes[0]?.uuid;
    const order = { organization_uuid: org, pricing_uuid: plan('v-3'), label: 'data' };
    const clone = { source_volume_uuid: uuid, label: 'data' };
    const answers = [
      await api('POST', '/volumes', order),
      await api('PUT', `${path}/${uuid}/resize`, { pricing_uuid: plan('v-3') }),
      await api('POST', `${path}/clone`, clone),
    ];
    expect(answers.map(({ body }) => at(body, 'message'))).toEqual(
      answers.map(() => 'PRICING IS SOLD OUT'),
    );
  });

  it('can’t be changed if it is a boot disk or the caller may not write', async () => {
    const { api, org, tenant } = await cloud.person({ vms: 1, volumes: 1 });
    const boot = (await list(api, `organizations/${org}`)).find(
      (row) => row.volume_type === 'boot',
    );
    const path = `/organizations/${org}/volumes`;
    expect((await api('DELETE', `${path}/${boot?.uuid}`)).status).toBe(400);
    expect((await api('PUT', `${path}/${boot?.uuid}`, { label: 'x' })).status).toBe(400);
    const mine = `${path}/${tenant.awanio?.volumes[0]?.uuid}`;
    const finance = await cloud.person({ memberOf: org, level: 3 });
    expect((await finance.api('DELETE', mine)).status).toBe(403);
    const stranger = await cloud.person();
    expect((await stranger.api('DELETE', mine)).status).toBe(404);
    const member = await cloud.person({ memberOf: org, level: 2 });
    expect((await member.api('DELETE', mine)).status).toBe(200);
  });
});

describe('a volume of a machine', () => {
  it('is neither deleted nor copied', async () => {
    const demo = await TestCloud.start({ demo: true });
    try {
      const api = await demo.signIn('sari', 'nusa-demo-2026');
      const org = String(at((await api('GET', '/organizations')).body, 'data', 0, 'uuid'));
      const rows = await list(api, `organizations/${org}`);
      const used = rows.find(({ label }) => label === 'data-basis');
      expect(used?.instance_has_volumes[0]?.source?.hostname).toBe('db-01');
      const { status, body } = await api('DELETE', `/organizations/${org}/volumes/${used?.uuid}`);
      expect([status, at(body, 'message')]).toEqual([409, 'VOLUME IS USED BY A VIRTUAL MACHINE']);
      const clone = { source_volume_uuid: used?.uuid, label: 'salinan' };
      expect((await api('POST', `/organizations/${org}/volumes/clone`, clone)).status).toBe(409);
    } finally {
      await demo.close();
    }
  });
});
