import { beforeEach, describe, expect, it } from 'vitest';
import { parseCookies } from './cookies';
import { KEYS_LIFE } from './keys';
import {
  MAX_STORAGE_KEYS,
  dropStorageKey,
  forgetStorageKeys,
  hasStorageKeys,
  keepStorageKey,
  renewStorageKeys,
  storageKeyOf,
} from './storage-keys';
import { applyCookies, useSettings } from './testing';

const identity = 'awanio:budi';
const org = { groupType: 'organizations', group: 'toko' } as const;
const key = (more: object = {}) => ({
  ...org,
  accessKey: 'FAKEACCESSKEY0001',
  secretKey: 'fake-secret-of-a-test',
  since: 1_000,
  ...more,
});

describe('storage keys', () => {
  beforeEach(() => useSettings());

  it('are kept sealed, for one person and one storage', async () => {
    const lines = await keepStorageKey(new Map(), identity, key());
    expect(lines.join()).not.toMatch(/FAKEACCESS|fake-secret/);
    expect(lines.join()).toContain('HttpOnly');
    const cookies = parseCookies(applyCookies('', lines));
    expect(await storageKeyOf(cookies, identity, org)).toEqual(key());
    expect(await storageKeyOf(cookies, 'awanio:sari', org)).toBeNull();
    expect(await storageKeyOf(cookies, identity, { ...org, group: 'other' })).toBeNull();
    expect(await storageKeyOf(cookies, identity, { ...org, groupType: 'projects' })).toBeNull();
  });

  it('take each other’s place in one storage, and are dropped alone', async () => {
    const other = key({ group: 'other', accessKey: 'FAKEACCESSKEY0002' });
    let header = applyCookies('', await keepStorageKey(new Map(), identity, key()));
    const cookies = () => parseCookies(header);
    header = applyCookies(header, await keepStorageKey(cookies(), identity, other));
    const newer = key({ accessKey: 'FAKEACCESSKEY0003' });
    header = applyCookies(header, await keepStorageKey(cookies(), identity, newer));
    expect(await storageKeyOf(cookies(), identity, org)).toEqual(newer);
    header = applyCookies(header, await dropStorageKey(cookies(), identity, org));
    expect(await storageKeyOf(cookies(), identity, org)).toBeNull();
    expect(await storageKeyOf(cookies(), identity, other)).toEqual(other);
    expect(await hasStorageKeys(cookies(), identity)).toBe(true);
    expect(applyCookies(header, forgetStorageKeys(cookies(), identity))).toBe('');
  });

  it('end 30 days after their last use, and are prolonged once a day', async () => {
    const cookies = parseCookies(
      applyCookies('', await keepStorageKey(new Map(), identity, key(), 0)),
    );
    expect(await renewStorageKeys(cookies, identity, 3_600_000)).toEqual([]);
    expect(await renewStorageKeys(cookies, identity, 25 * 3_600_000)).not.toEqual([]);
    expect(await storageKeyOf(cookies, identity, org, KEYS_LIFE - 1)).not.toBeNull();
    expect(await storageKeyOf(cookies, identity, org, KEYS_LIFE)).toBeNull();
  });

  it('are at most ten', async () => {
    let header = '';
    for (let at = 0; at < MAX_STORAGE_KEYS; at += 1) {
      const lines = await keepStorageKey(parseCookies(header), identity, key({ group: `g${at}` }));
      header = applyCookies(header, lines);
    }
    const one = keepStorageKey(parseCookies(header), identity, key({ group: 'one more' }));
    await expect(one).rejects.toMatchObject({ problem: { code: 'conflict' } });
    const again = keepStorageKey(parseCookies(header), identity, key({ group: 'g0' }));
    await expect(again).resolves.not.toEqual([]);
  });
});
