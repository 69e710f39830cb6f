import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCloud, at, order } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

it('fails a job once on request, and lets the machine be repaired', async () => {
  const { api, tenant } = await cloud.customer({ instances: 1 });
  const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
  const status = async (of = uuid) =>
    at((await api('GET', `/instance/${of}/detail`)).body, 'data', 'status');

  await cloud.fault(tenant, { ref: 'D12', kind: 'fail', times: 1 });
  expect((await api('PATCH', `/instance/${uuid}/restart`)).status).toBe(200);
  expect(await status()).toBe('Starting');
  await cloud.advance(tenant, 6);
  expect(await status()).toBe('Error');
  expect((await api('PATCH', `/instance/${uuid}/start`)).body).toMatchObject({
    type: 'INVALID_OPERATION',
    message: 'Instance is in error state',
  });
  await api('PATCH', `/instance/${uuid}/stop`);
  await cloud.advance(tenant, 4);
  await api('PATCH', `/instance/${uuid}/start`);
  await cloud.advance(tenant, 5);
  expect(await status()).toBe('Running');

  await cloud.fault(tenant, { ref: 'D03', kind: 'fail', times: 1 });
  const made = String(at((await api('POST', '/instance/create', order)).body, 'data', 'uuid'));
  await cloud.advance(tenant, 9);
  expect(await status(made)).toBe('Error');

  await cloud.fault(tenant, { ref: 'D09', kind: 'fail', times: 1 });
  const wish = { remove_ip: true, remove_block_storage: true };
  await api('DELETE', `/instance/${made}`, wish);
  await cloud.advance(tenant, 5);
  expect(await status(made)).toBe('Error');
  await api('DELETE', `/instance/${made}`, wish);
  await cloud.advance(tenant, 5);
  expect((await api('GET', `/instance/${made}/detail`)).status).toBe(404);
});
