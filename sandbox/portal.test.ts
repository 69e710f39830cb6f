import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from './demo-accounts';
import { TestCloud, at } from './testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start({ demo: true });
});
afterAll(() => cloud.close());

const portal = (path = '', init?: RequestInit) =>
  fetch(`${cloud.sandbox.apiUrl}/portal${path}`, init);
const post = (path: string, form: Record<string, string> = {}, headers = {}) =>
  portal(path, { method: 'POST', body: new URLSearchParams(form), headers });

const [sari] = demoAccounts.awanio;

/** The machines of the organization as the API lists them, by their titles. */
async function machines() {
  const api = await cloud.signIn(sari.username, sari.password);
  const { body } = await api('GET', '/organizations');
  const org = String(at(body, 'data', 0, 'uuid'));
  const list = await api('GET', `/organizations/${org}/vms`);
  const rows = at(list.body, 'data') as { uuid: string; title: string; status: string }[];
  return new Map(rows.map((row) => [row.title, row]));
}

describe('the portal', () => {
  it('stops and starts a machine, and refuses what its state forbids', async () => {
    const uuid = (await machines()).get('Basis data')?.uuid ?? '';
    expect(await (await portal()).text()).toContain('Basis data');
    expect((await post(`/vms/${uuid}/start`)).status).toBe(409);
    expect((await post(`/vms/${uuid}/stop`)).status).toBe(200);
    expect((await machines()).get('Basis data')?.status).toBe('stopped');
    expect((await post(`/vms/${uuid}/start`)).status).toBe(200);
    expect((await machines()).get('Basis data')?.status).toBe('running');
  });

  it('deletes a machine, which costs nothing any more', async () => {
    const uuid = (await machines()).get('Situs utama')?.uuid ?? '';
    expect((await post(`/vms/${uuid}/delete`)).status).toBe(200);
    expect((await machines()).has('Situs utama')).toBe(false);
    expect((await post(`/vms/${uuid}/delete`)).status).toBe(404);
    const ledger = JSON.stringify(await cloud.control('GET', '/tenants/demo/ledger'));
    expect(ledger).toContain('web-01'); // what was charged before stays
  });

  it('changes a password', async () => {
    const budi = demoAccounts.awanio[1];
    const form = { username: budi.username, password: 'fake-baru-2026' };
    expect((await post('/password', { ...form, password: 'pendek' })).status).toBe(422);
    expect((await post('/password', form)).status).toBe(200);
    await expect(cloud.signIn(budi.username, form.password)).resolves.toBeDefined();
    await expect(cloud.signIn(budi.username, budi.password)).rejects.toThrow('401');
  });

  it('takes no form of another site, and has no other pages', async () => {
    const form = { username: 'sari', password: 'fake-jahat-2026' };
    const elsewhere = { origin: 'https://evil.example' };
    expect((await post('/password', form, elsewhere)).status).toBe(403);
    expect((await portal('/nothing')).status).toBe(404);
  });
});

it('finishes the machine that is being created after some minutes', async () => {
  const api = await cloud.signIn(sari.username, sari.password);
  const { body } = await api('GET', '/projects');
  const projects = at(body, 'data') as { uuid: string; name: string }[];
  const toko = projects.find(({ name }) => name === 'Toko Daring')?.uuid ?? '';
  const status = async () => {
    const list = await api('GET', `/projects/${toko}/vms`);
    const rows = at(list.body, 'data') as { title: string; status: string }[];
    return rows.find(({ title }) => title === 'Antrean pesanan')?.status;
  };
  expect(await status()).toBe('scheduling');
  await cloud.control('POST', '/tenants/demo/clock', { advanceSeconds: 600 });
  expect(await status()).toBe('running');
});
