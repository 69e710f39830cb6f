/** Operations that a deployment doesn't offer: redirects, fixed answers, and what is learnt for the operator. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paths } from '@/lib/paths';
import { json, startFakeBackend, type FakeBackend } from '@/lib/proxy/testing/fake-backend';
import { applySettings } from '@/lib/proxy/testing/world';
import { call } from './call';
import { missingOperations } from './missing-operations';
import { overrides } from './plan';
import { keyAccessOf } from './key-access';
import { credentialHash } from './credentials';
import { closePools } from './send';

let backend: FakeBackend;
let folder: string;
let number = 0;
const key = () => ({ backend: 'dewavps', key: `fake-key-offer-${(number += 1)}` }) as const;
const overriding = (given: object) => {
  const file = path.join(folder, `overrides-${(number += 1)}.json`);
  writeFileSync(file, JSON.stringify(given));
  applySettings({ NUSA_DEWAVPS_URL: backend.url, NUSA_OVERRIDES: file });
};
const problemOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => (error as { problem: unknown }).problem,
  );
const redirecting = (location: string, status = 302) => {
  backend.respond = (_asked, response) => json(response, status, 'moved', { location });
};

beforeAll(async () => {
  backend = await startFakeBackend();
  folder = mkdtempSync(path.join(tmpdir(), 'nusa-offers-'));
});
beforeEach(() => {
  backend.asked.length = 0;
  applySettings({ NUSA_DEWAVPS_URL: backend.url });
});
afterAll(async () => {
  await closePools();
  await backend.close();
  rmSync(folder, { recursive: true });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'to another host by %i is not offered, and not followed',
    async (status) => {
      redirecting('https://docs.example.test/api?x=1', status);
      const told = await problemOf(call('D76', {}, key()));
      expect(told).toMatchObject({ code: 'not_offered', status: 501, ref: 'D76' });
      expect(JSON.stringify(told)).not.toContain('docs.example.test');
      expect(backend.asked).toHaveLength(1);
      expect(missingOperations().lacks).toMatchObject([
        { ref: 'D76', status, host: 'docs.example.test' },
      ]);
    },
  );

  it.each(['/elsewhere', 'https://127.0.0.1:1/base/tiers', 'not a url:', ''])(
    'on the same host or nowhere is an answer that can’t be read: %j',
    async (location) => {
      redirecting(location);
      expect(await problemOf(call('D76', {}, key()))).toMatchObject({ code: 'backend_unreadable' });
      expect(missingOperations().lacks).toEqual([]);
    },
  );
});

describe('what is learnt', () => {
  it('is what answered 404, 405 or 501, until it works again', async () => {
    const statuses = [404, 405, 501];
    backend.respond = (_asked, response) => {
      const status = statuses.shift() ?? 200;
      json(response, status, status === 200 ? { data: [] } : { message: 'no' });
    };
    for (const status of [404, 405, 501]) {
      await problemOf(call('D75', {}, key()));
      expect(missingOperations().lacks).toMatchObject([
        { ref: 'D75', status, host: null, unsure: false },
      ]);
    }
    expect(missingOperations().lacks[0]?.times).toBe(3);
    await call('D75', {}, key());
    expect(missingOperations().lacks).toEqual([]);
  });

  it('doesn’t take a thing that is gone for a path that is missing', async () => {
    const instance = { params: { instance_uuid: 'i-1' } };
    backend.respond = (_asked, response) => json(response, 404, { message: 'no' });
    await problemOf(call('D04', instance, key()));
    expect(missingOperations().lacks).toMatchObject([{ ref: 'D04', unsure: true }]);
    backend.respond = (_asked, response) => json(response, 200, { data: { uuid: 'i-1' } });
    await call('D04', instance, key());
    backend.respond = (_asked, response) => json(response, 404, { message: 'no' });
    await problemOf(call('D04', instance, key()));
    expect(missingOperations().lacks).toEqual([]);
  });
});

describe('a fixed answer', () => {
  it('is given without asking the backend, and tells nothing of the key', async () => {
    overriding({ D76: { answer: [{ id: 7, name: 'Premium' }] } });
    const mine = key();
    const { data } = await call('D76', { query: { location_id: '1' } }, mine);
    expect(data).toMatchObject([{ id: '7', name: 'Premium' }]);
    expect(backend.asked).toEqual([]);
    expect(keyAccessOf(credentialHash(mine)).key).toBeNull();
  });

  it('asks for a right input and a credential all the same', async () => {
    overriding({ D77: { answers: [{ for: { tier_id: 7 }, answer: [{ id: 1 }] }] } });
    const price = (tier: string) => call('D77', { params: { tier_id: tier } }, key());
    expect((await price('7')).data).toHaveLength(1);
    expect(await problemOf(price('8'))).toMatchObject({ code: 'not_offered', ref: 'D77' });
    expect(await problemOf(price('..'))).toMatchObject({ code: 'bad_input' });
    const nobody = { backend: 'dewavps', anonymous: true } as const;
    expect(await problemOf(call('D77', { params: { tier_id: '7' } }, nobody))).toMatchObject({
      code: 'credential_refused',
    });
    expect(backend.asked).toEqual([]);
  });

  it('that doesn’t fit stops the start', () => {
    overriding({ D76: { answer: [{ name: 'Premium' }] } });
    expect(() => overrides()).toThrow('D76.answer[].id: does not fit');
  });
});

describe('an id that is no text', () => {
  it('comes out well-formed, and its link and its call are harmless', async () => {
    backend.respond = (_asked, response) =>
      json(
        response,
        200,
        String.raw`{"data":[{"uuid":"a\ud800","hostname":"\udc00 \ud83d\ude00"}]}`,
      );
    const { data } = await call('D02', {}, key());
    expect(data[0]).toMatchObject({ uuid: 'a\ufffd', hostname: '\ufffd 😀' });
    expect(paths.instance('toko', data[0]?.uuid ?? '')).toBe('/vps/toko/instances/a%EF%BF%BD');
    const asked = { params: { instance_uuid: 'a\ud800' } };
    expect(await problemOf(call('D04', asked, key()))).toMatchObject({ code: 'bad_input' });
  });

  it('stands in no refusal either', async () => {
    backend.respond = (_asked, response) =>
      json(response, 400, String.raw`{"message":"No \ud800 here"}`);
    expect(await problemOf(call('D02', {}, key()))).toMatchObject({
      backendMessage: 'No \ufffd here',
    });
  });
});
