import { beforeEach, describe, expect, it } from 'vitest';
import { revokeSession } from './revoked';
import { showSession } from './session-api';
import { cookieHeader, fakeAccount, fakeSession, request, useSettings } from './testing';

const look = async (cookie: string) =>
  (await (await showSession(request('/api/session', { cookie }))).json()) as Record<
    string,
    unknown
  >;

beforeEach(() => useSettings());

describe('GET /api/session', () => {
  it('gives each key a different mark, and reveals no key', async () => {
    const toko = fakeAccount('toko');
    const view = await look(await cookieHeader(fakeSession(), [toko]));
    const replaced = await look(
      await cookieHeader(fakeSession(), [{ ...toko, key: 'fake-key-of-another-0000' }]),
    );
    const marked = {
      slug: 'toko',
      label: 'toko',
      mark: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
    };
    expect(view).toMatchObject({ signedIn: true, accounts: [marked] });
    expect(replaced.accounts).not.toEqual(view.accounts);
    expect(JSON.stringify([view, replaced])).not.toContain('fake-key');
  });

  it('names the reason only for a session that ended without input', async () => {
    const idle = fakeSession({ sid: 'fake-sid-of-somebody-away', seen: Date.now() - 31 * 60_000 });
    expect(await look(await cookieHeader(idle))).toEqual({ signedIn: false, reason: 'idle' });
    const past = fakeSession({ sid: 'fake-sid-that-is-past-it', expires: Date.now() - 1 });
    expect(await look(await cookieHeader(past))).toEqual({ signedIn: false });
    const out = fakeSession({ sid: 'fake-sid-that-went-away' });
    await revokeSession(out.sid, out.expires);
    expect(await look(await cookieHeader(out))).toEqual({ signedIn: false });
    expect(await look('')).toEqual({ signedIn: false });
  });
});
