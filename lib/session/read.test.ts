import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOf, credentialsFor } from './credentials';
import { idleEnd, readSession } from './read';
import { revokeSession } from './revoked';
import { seal } from './seal';
import {
  cookieHeader,
  fakeAccount,
  fakeKeySession,
  fakeSession,
  TEST_SECRET,
  useSettings,
} from './testing';

const minute = 60_000;

describe('readSession', () => {
  beforeEach(() => useSettings());
  afterEach(() => useSettings());

  it('reads a sealed session, and null without one', async () => {
    const session = fakeSession();
    expect(await readSession(await cookieHeader(session))).toEqual(session);
    expect(await readSession(undefined)).toBeNull();
    expect(await readSession('')).toBeNull();
    expect(await readSession('nusa.session=made-up')).toBeNull();
  });

  it('ends after the idle time, also for a cached session', async () => {
    const session = fakeSession();
    const header = await cookieHeader(session);
    expect(await readSession(header, session.seen + 30 * minute - 1)).not.toBeNull();
    expect(await readSession(header, session.seen + 30 * minute)).toBeNull();
  });

  it('ends at its final end, even after recent input', async () => {
    const session = fakeSession({ expires: Date.now() + 10 * minute });
    const header = await cookieHeader(session);
    expect(idleEnd(session)).toBe(session.expires);
    expect(await readSession(header, session.expires - 1)).not.toBeNull();
    expect(await readSession(header, session.expires)).toBeNull();
  });

  it('reads chunked sessions', async () => {
    const session = fakeSession({
      awanio: { token: 'fake-'.repeat(2000), user: { uuid: 'u', username: 'b', name: 'B' } },
    });
    const header = await cookieHeader(session);
    expect(header).toContain('nusa.session.2=');
    expect(await readSession(header)).toEqual(session);
  });

  it('still reads sessions after a rotation of the secret', async () => {
    const header = await cookieHeader(fakeSession({ sid: 'fake-sid-before-rotation' }));
    useSettings({
      NUSA_SECRET: 'another-secret-only-for-tests-987654321',
      NUSA_SECRET_PREVIOUS: TEST_SECRET,
    });
    expect((await readSession(header))?.sid).toBe('fake-sid-before-rotation');
  });

  it('refuses a seal of another purpose and the shape of another version', async () => {
    expect(await readSession(`nusa.session=${await seal('console', fakeSession())}`)).toBeNull();
    expect(
      await readSession(
        `nusa.session=${await seal('session', { sid: 'fake-sid-0123456789abcdef' })}`,
      ),
    ).toBeNull();
  });

  it('refuses a copy of a session that was signed out here', async () => {
    const session = fakeSession({ sid: 'fake-sid-that-signs-out' });
    const header = await cookieHeader(session);
    expect(await readSession(header)).not.toBeNull();
    void revokeSession(session.sid, session.expires);
    expect(await readSession(header)).toBeNull();
  });

  it('joins only the linked keys of its own person', async () => {
    const session = fakeSession();
    const linked = [fakeAccount('toko'), fakeAccount('gudang')];
    const header = await cookieHeader(session, linked);
    expect((await readSession(header))?.accounts).toEqual(linked);
    const other = await cookieHeader(fakeSession({ identity: 'awanio:somebody-else' }));
    const mixed = `${other}; ${header.split('; ').find((pair) => pair.startsWith('nusa.keys.'))}`;
    expect((await readSession(mixed))?.accounts).toEqual([]);
  });

  it('puts its own account first, keeps one of two equal keys, and numbers equal slugs', async () => {
    const own = fakeAccount('toko');
    const sameSlug = { ...fakeAccount('toko'), key: 'fake-key-of-another-toko' };
    const session = fakeKeySession(own);
    const read = await readSession(await cookieHeader(session, [own, sameSlug]));
    expect(read?.accounts.map(({ slug, key }) => [slug, key])).toEqual([
      ['toko', own.key],
      ['toko-2', sameSlug.key],
    ]);
  });

  it('drops linked keys after 30 days', async () => {
    const header = await cookieHeader(fakeSession(), [fakeAccount('toko')], Date.now() - 1);
    expect((await readSession(header))?.accounts).toEqual([]);
  });
});

describe('credentialsFor', () => {
  const session = fakeSession({ accounts: [fakeAccount('a'), fakeAccount('b')] });

  it('gives the token or the named key', () => {
    expect(credentialsFor(session, 'awanio')).toEqual({ backend: 'awanio', token: 'fake-token' });
    expect(credentialsFor(session, 'dewavps', 'b')).toEqual({
      backend: 'dewavps',
      key: 'fake-key-of-b-0000',
    });
    expect(accountOf(session).slug).toBe('a');
  });

  it('throws the reason if there are none', () => {
    const code = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return (error as { problem: { code: string } }).problem.code;
      }
      return 'none';
    };
    expect(code(() => credentialsFor(null, 'awanio'))).toBe('not_signed_in');
    expect(code(() => credentialsFor(fakeSession({ awanio: null }), 'awanio'))).toBe('no_access');
    expect(code(() => credentialsFor(fakeSession(), 'dewavps'))).toBe('no_access');
    expect(code(() => credentialsFor(session, 'dewavps', 'c'))).toBe('not_found');
  });
});
