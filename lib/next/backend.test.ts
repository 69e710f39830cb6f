/** Tests that reads of server components follow the same levels as the proxy. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { closePools } from '@/lib/backend/send';
import { json, startFakeBackend, type FakeBackend } from '@/lib/proxy/testing/fake-backend';
import { applySettings, signIn } from '@/lib/proxy/testing/world';
import { read, tryRead } from './backend';

const held = vi.hoisted(() => ({ cookie: '' }));
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers({ cookie: held.cookie })),
}));

const uuid = '81d4c6b6-dcea-42f6-8152-03de276d6da1';
const invoices = { params: { uuid } };
let backend: FakeBackend;
let level = 1;

beforeAll(async () => {
  backend = await startFakeBackend();
});
beforeEach(async () => {
  applySettings({ NUSA_AWANIO_URL: backend.url, NUSA_PROVIDER_ADMIN: '1' });
  backend.asked.length = 0;
  backend.respond = ({ url }, response) => {
    const organizations = [{ organization: { uuid, name: 'Kopi' }, user_level: level }];
    json(response, 200, {
      data: url.endsWith('/accounts/me') ? { uuid: 'u-1', organizations } : [],
    });
  };
  held.cookie = (await signIn()).cookie;
});
afterAll(async () => {
  await closePools();
  await backend.close();
});

it('a member’s page reads no invoices, and an admin’s does', async () => {
  level = 2;
  expect((await tryRead('A45', invoices)).problem).toMatchObject({ code: 'no_access', ref: 'A45' });
  await expect(read('A45', invoices)).rejects.toMatchObject({ problem: { code: 'no_access' } });
  expect(backend.asked.map(({ url }) => url)).toEqual(['/base/accounts/me']);
  level = 1;
  held.cookie = (await signIn()).cookie;
  expect((await read('A45', invoices)).data).toEqual([]);
});

it('only a page of the provider’s administrator reads what is the provider’s', async () => {
  expect((await tryRead('A47')).problem).toMatchObject({ code: 'no_access', ref: 'A47' });
  expect(backend.asked).toEqual([]);
  held.cookie = (await signIn({ provider: true })).cookie;
  expect((await tryRead('A47')).problem).toBeUndefined();
});
