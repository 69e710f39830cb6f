import { describe, expect, it } from 'vitest';
import { json } from './testing/fake-backend';
import { onBothMounts } from './testing/stage';
import { origin, signIn, sshKey } from './testing/world';

const instances = {
  data: {
    data: [{ uuid: 'i-1', hostname: 'web-1' }],
    page: { total: 1, per_page: 10, current_page: 1, total_pages: 1 },
  },
};

onBothMounts('the proxy finds the operation and who asks', (stage) => {
  describe('finds the operation', () => {
    it('answers the decoded result with the request id, and forbids caching', async () => {
      stage.dewavps.respond = (_asked, response) => json(response, 200, instances);
      const got = await stage.get('/dewavps/toko/instance?page=2', {
        headers: { 'x-request-id': 'request-0001' },
      });
      expect(got.status).toBe(200);
      expect(got.json()).toMatchObject({
        data: [{ uuid: 'i-1', hostname: 'web-1' }],
        page: { total: 1 },
      });
      expect(got.header('cache-control')).toBe('no-store');
      expect(got.header('x-request-id')).toBe('request-0001');
      expect(got.header('x-content-type-options')).toBe('nosniff');
      expect(got.header('content-security-policy')).toContain("default-src 'none'");
      expect(stage.dewavps.asked[0]).toMatchObject({ method: 'GET', url: '/base/instance?page=2' });
      expect(stage.dewavps.asked[0]?.headers).toMatchObject({
        'x-apikey': stage.person.keys.toko,
        'x-request-id': 'request-0001',
      });
    });

    it('refuses a page of another person than the signed-in one', async () => {
      const claim = (identity: string) => ({ 'x-nusa-identity': encodeURIComponent(identity) });
      const got = await stage.get('/dewavps/toko/instance', { headers: claim('awanio:other') });
      stage.expectRefusal(got, 401, 'not_signed_in');
      const [path, body] = ['/dewavps/toko/credential/ssh', { title: 'a', key: sshKey }];
      const change = await stage.change('POST', path, body, claim('awanio:other'));
      stage.expectRefusal(change, 401, 'not_signed_in');
      stage.dewavps.respond = (_asked, response) => json(response, 200, instances);
      const own = claim(stage.person.identity);
      expect((await stage.get('/dewavps/toko/instance', { headers: own })).status).toBe(200);
    });

    it('uses the key of the account in the path', async () => {
      await stage.get('/dewavps/gudang/credential/ssh');
      expect(stage.dewavps.asked[0]?.headers['x-apikey']).toBe(stage.person.keys.gudang);
      await stage.get('/awanio/organizations');
      expect(stage.awanio.asked[0]?.headers.authorization).toBe(`Bearer ${stage.person.token}`);
    });

    it.each([
      ['an unknown path', '/dewavps/toko/nonsense'],
      ['a path that is too long', '/dewavps/toko/instance/i-1/detail/more'],
      ['an unknown group', '/awanio/nonsense/o-1/vms'],
      ['nothing after the mount', '/awanio/'],
      ['the account alone', '/dewavps/toko'],
      [
        'an operation with a handler of its own',
        '/dewavps/toko/billing/postpaid/invoices/x/download',
      ],
      ['a sign-in', '/awanio/accounts/login'],
      ['the gateway’s callback', '/awanio/payment/callback/duitku'],
      ['an empty segment', '/dewavps/toko//instance'],
      ['a slash at the end', '/dewavps/toko/instance/'],
      ['a broken escape', '/dewavps/toko/instance/%zz/detail'],
      ['an escape that is no UTF-8', '/dewavps/toko/instance/%ff/detail'],
      ['encoded dots', '/dewavps/toko/instance/%2e%2e/detail'],
    ])('answers 404 to %s', async (_name, path) => {
      stage.expectRefusal(await stage.get(path), 404, 'not_found');
    });

    it('answers 404 to an account that the session does not have', async () => {
      stage.expectRefusal(await stage.get('/dewavps/elsewhere/instance'), 404, 'not_found');
    });

    it.each([
      ['POST', '/dewavps/toko/instance', 'GET'],
      ['DELETE', '/dewavps/toko/instance/options', 'GET'],
      ['PUT', '/dewavps/toko/credential/ssh', 'GET, POST'],
      ['HEAD', '/dewavps/toko/instance', 'GET'],
      ['OPTIONS', '/awanio/organizations', 'GET, POST'],
    ])('answers 405 to %s %s and names the allowed methods', async (method, path, allow) => {
      const got = await stage.change(method, path);
      expect(got.status).toBe(405);
      expect(got.header('allow')?.split(', ').sort().join(', ')).toBe(allow);
      expect(stage.asked()).toEqual([]);
    });

    it('offers a GET that acts only as POST', async () => {
      stage.expectRefusal(
        await stage.get('/dewavps/toko/instance/i-1/backup/restore/b-1'),
        405,
        'method_not_allowed',
      );
      expect(
        (await stage.change('POST', '/dewavps/toko/instance/i-1/backup/restore/b-1')).status,
      ).toBe(200);
      expect(stage.dewavps.asked[0]?.method).toBe('GET');
    });
  });

  describe('checks the caller', () => {
    it('refuses a missing and an invalid session', async () => {
      stage.expectRefusal(
        await stage.mount.send('/api/dewavps/toko/instance'),
        401,
        'not_signed_in',
      );
      const broken = `${stage.person.cookie.slice(0, -6)}AAAAAA`;
      stage.expectRefusal(
        await stage.get('/dewavps/toko/instance', { headers: { cookie: broken } }),
        401,
        'not_signed_in',
      );
    });

    it.each<[string, Record<string, string>]>([
      ['another origin', { origin: 'http://evil.example.test' }],
      ['an origin that only begins like ours', { origin: `${origin}.evil.test` }],
      ['the null origin', { origin: 'null' }],
      ['an empty origin', { origin: '' }],
      ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ])('refuses a change from %s', async (_name, headers) => {
      stage.expectRefusal(
        await stage.change(
          'POST',
          '/dewavps/toko/credential/ssh',
          { title: 'a', key: sshKey },
          headers,
        ),
        403,
        'bad_origin',
      );
    });

    it('refuses a change without an origin', async () => {
      const got = await stage.get('/dewavps/toko/instance/i-1/start', { method: 'PATCH' });
      stage.expectRefusal(got, 403, 'bad_origin');
    });

    it('accepts only the configured origins if there are any', async () => {
      stage.settings({ NUSA_ORIGINS: 'https://one.example.test, https://two.example.test' });
      stage.person = { ...(await signIn()) };
      const cookie = stage.person.cookie;
      stage.expectRefusal(
        await stage.change('PATCH', '/dewavps/toko/instance/i-1/start', undefined, { cookie }),
        403,
        'bad_origin',
      );
      const got = await stage.change('PATCH', '/dewavps/toko/instance/i-1/start', undefined, {
        cookie,
        origin: 'https://two.example.test',
      });
      expect(got.status).toBe(200);
    });

    it('limits the calls of a session', async () => {
      let last = await stage.get('/dewavps/toko/instance?page=0');
      for (let count = 0; count < 700 && last.status !== 429; count += 1)
        last = await stage.get('/dewavps/toko/instance?page=0');
      expect(last.json()).toMatchObject({
        code: 'too_many_requests',
        message: 'Too many requests from this session.',
      });
      expect(Number(last.header('retry-after'))).toBeGreaterThan(0);
    });
  });
});
