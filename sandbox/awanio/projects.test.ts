import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud, at } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'),
  Buffer.alloc(20),
]).toString('base64');

it('a project is created without an answer, and deleted only when nothing in it costs money', async () => {
  const { api, org } = await cloud.person({ balance: 1_000_000, projects: 0 });
  const projects = async () => readAnswer('A15', (await api('GET', '/projects')).body).data;
  const made = await api('POST', '/projects', { name: 'Toko', organization_uuid: org });
  expect([made.status, at(made.body, 'data')]).toEqual([200, null]);
  const [project] = await projects();
  expect(project).toMatchObject({ name: 'Toko', organization: { uuid: org } });
  const path = `/projects/${project?.uuid}`;
  expect((await api('DELETE', path)).status).toBe(200);
  expect(await projects()).toEqual([]);
  const busy = await cloud.person({ projectVms: 1 });
  const refused = await busy.api('DELETE', `/projects/${busy.project}`);
  expect([refused.status, at(refused.body, 'message')]).toEqual([
    409,
    'PROJECT STILL HAS VIRTUAL MACHINES',
  ]);
});

it('an icon is told by its address, which has no scheme and serves what was uploaded', async () => {
  const { api, org } = await cloud.person({});
  const path = `/organizations/${org}`;
  expect(readAnswer('A07', (await api('GET', path)).body).icon).toBeNull();
  const { icon } = readAnswer('A08', (await api('PUT', path, { icon: png })).body);
  expect(icon).toBe(`${new URL(cloud.sandbox.apiUrl).host}/icons/organizations/${org}`);
  const served = await fetch(`http://${icon}`);
  expect(served.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await served.arrayBuffer()).toString('base64')).toBe(png);
  expect((await fetch(`http://${icon}0`)).status).toBe(404);
});
