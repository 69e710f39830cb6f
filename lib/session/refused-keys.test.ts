/** Tests keys that DewaVPS refuses with HTTP 400, as the real one does, from the form to the learnt rights. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyAccessOf } from '@/lib/backend/key-access';
import { closePools } from '@/lib/backend/send';
import { json, startFakeBackend, type FakeBackend } from '@/lib/proxy/testing/fake-backend';
import { forgetAttempts } from './attempts';
import { signInDewavps } from './sign-in';
import { hashOf } from './key-rights';
import { checkKey, linkKey } from './keys-api';
import {
  cookieHeader,
  fakeAccount,
  fakeKeySession,
  fakeSession,
  request,
  useSettings,
} from './testing';

let backend: FakeBackend;
/** The paths that each key may read; other keys are invalid. */
const scopes: Record<string, string[]> = { 'fake-key-billing': ['/billing/summary'] };
const context = { address: '192.0.2.1', requestId: 'request-0001' };

beforeAll(async () => {
  backend = await startFakeBackend();
});
beforeEach(() => {
  useSettings({ NUSA_DEWAVPS_URL: backend.url });
  forgetAttempts();
  backend.respond = ({ url, headers }, response) => {
    const may = scopes[String(headers['x-apikey'])];
    const path = new URL(url, 'http://x').pathname.replace(/^\/base/, '');
    if (!may) return json(response, 400, { type: 'TOKEN_NOT_FOUND', message: 'Token not found' });
    if (!may.includes(path)) return json(response, 400, { message: 'SCOPE_MISMATCH' });
    return json(response, 200, { message: 'x', data: {} });
  };
});
afterAll(async () => {
  await closePools();
  await backend.close();
});

describe('a key that DewaVPS refuses with a 400', () => {
  it('is refused at sign-in as wrong credentials', async () => {
    await expect(signInDewavps({ key: 'fake-key-mistyped' }, context)).rejects.toMatchObject({
      code: 'wrong_credentials',
    });
  });

  it('is an error of its field when it is linked', async () => {
    const cookie = await cookieHeader(fakeSession());
    const body = { label: 'Toko', key: 'fake-key-mistyped-2' };
    const answer = await linkKey(
      request('/api/account/keys', { method: 'POST', cookie, json: body }),
    );
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ fields: { key: ['wrong_key'] } });
  });
});

describe('a key for billing alone', () => {
  const key = 'fake-key-billing';

  it('signs in', async () => {
    expect(await signInDewavps({ key, label: 'Toko' }, context)).toMatchObject({
      accounts: [{ label: 'Toko', key }],
    });
  });

  it('shows its missing rights', async () => {
    const own = { ...fakeAccount('toko'), key };
    const cookie = await cookieHeader(fakeKeySession(own));
    const asked = request('/x', { method: 'POST', cookie, json: { all: true } });
    expect((await checkKey(asked, 'toko')).status).toBe(200);
    expect(keyAccessOf(hashOf(key))).toMatchObject({
      key: 'granted',
      rights: { read_instance: 'refused', read_network: 'refused', billing: 'granted' },
    });
  });
});
