import { describe, expect, it } from 'vitest';
import { deadOrigin, json } from './testing/fake-backend';
import { onBothMounts } from './testing/stage';
import { applySettings, signIn, sshKey } from './testing/world';

onBothMounts('the proxy tells what goes wrong', (stage) => {
  describe('turns every error into a problem', () => {
    const key = { title: 'a', key: sshKey };
    const post = () => stage.change('POST', '/dewavps/toko/credential/ssh', key);

    it.each<[string, number, unknown, number, string]>([
      ['a refused key', 401, { message: 'Unauthenticated.' }, 401, 'credential_refused'],
      ['a missing scope', 403, { message: 'Forbidden' }, 403, 'no_access'],
      ...(
        [
          [400, { type: 'TOKEN_NOT_FOUND', message: 'Token tidak ditemukan' }],
          [400, { message: 'TOKEN_NOT_FOUND' }],
          [400, { message: 'token_not_found: no such key' }],
          [404, { type: 'token_not_found', message: 'x' }],
          [200, { type: 'TOKEN_NOT_FOUND', message: 'x' }],
        ] as const
      ).map(([status, body]): [string, number, unknown, number, string] => [
        `a refused key, as ${status} ${JSON.stringify(body)}`,
        status,
        body,
        401,
        'credential_refused',
      ]),
      ...(
        [
          [400, { type: 'SCOPE_MISMATCH', message: 'x' }],
          [400, { message: 'Scope_Mismatch' }],
          [401, { type: 'scope_mismatch', message: 'x' }],
        ] as const
      ).map(([status, body]): [string, number, unknown, number, string] => [
        `a missing scope, as ${status} ${JSON.stringify(body)}`,
        status,
        body,
        403,
        'no_access',
      ]),
      [
        'a failure that speaks of a scope',
        500,
        { type: 'SCOPE_MISMATCH', message: 'x' },
        502,
        'backend_error',
      ],
      [
        'a field of such a name',
        422,
        { message: 'The given data was invalid.', errors: { token_not_found: ['SCOPE_MISMATCH'] } },
        422,
        'bad_input',
      ],
      [
        'nothing but the error of a field of such a name',
        400,
        { errors: { scope_mismatch: ['TOKEN_NOT_FOUND'] } },
        422,
        'bad_input',
      ],
      [
        'a sentence that quotes such a name',
        400,
        { message: 'The title token_not_found has already been taken.' },
        422,
        'bad_input',
      ],
      ['nothing there', 404, { message: 'Not found' }, 404, 'not_found'],
      ['no balance', 402, { message: 'Top up first' }, 402, 'payment_needed'],
      [
        'no balance, in words',
        400,
        { message: 'Saldo anda tidak mencukupi' },
        402,
        'payment_needed',
      ],
      ['a conflict', 409, { message: 'Busy' }, 409, 'conflict'],
      [
        'a business error',
        400,
        { type: 'INVALID_OPERATION', message: 'Already attached' },
        409,
        'conflict',
      ],
      [
        'a business error with a 200',
        200,
        { type: 'INVALID_OPERATION', message: 'Already attached' },
        409,
        'conflict',
      ],
      ['an operation that is not there', 501, { message: 'Not implemented' }, 501, 'not_offered'],
      ['a failure', 500, { message: 'Server Error' }, 502, 'backend_error'],
      ['a page of HTML', 500, '<html>Whoops</html>', 502, 'backend_error'],
      ['HTML for success', 200, '<html>hello</html>', 502, 'backend_unreadable'],
      ['a redirect', 302, '', 502, 'backend_unreadable'],
    ])('%s', async (_name, status, body, expected, code) => {
      stage.dewavps.respond = (_asked, response) => json(response, status, body);
      const got = await post();
      expect(got.json()).toMatchObject({
        code,
        status: expected,
        ref: 'D71',
        requestId: got.header('x-request-id'),
      });
      expect(got.status).toBe(expected);
      expect(stage.dewavps.asked).toHaveLength(1);
      expect(got.text).not.toContain('<html>');
    });

    it('Awanio’s envelope, also with a 200', async () => {
      const refusal = {
        error: 'NOT ALLOWED',
        error_code: '403-1',
        message: 'NOT YOURS',
        result: false,
      };
      for (const status of [403, 200]) {
        stage.awanio.respond = (_asked, response) => json(response, status, refusal);
        const got = await stage.get(`/awanio/organizations/o-${status}`);
        expect(got.json()).toMatchObject({
          code: 'no_access',
          status: 403,
          ref: 'A07',
          backendMessage: 'NOT YOURS',
        });
      }
    });

    it('Awanio’s messages, whatever their codes', async () => {
      for (const [status, code] of [
        [400, 'bad_input'],
        [401, 'credential_refused'],
        [403, 'no_access'],
        [500, 'backend_error'],
      ] as const) {
        for (const error of ['TOKEN_NOT_FOUND', 'SCOPE_MISMATCH']) {
          stage.awanio.respond = (_asked, response) =>
            json(response, status, { error, message: error, result: false });
          const got = await stage.get(`/awanio/organizations/o-${error}-${status}`);
          expect(got.json()).toMatchObject({ code, ref: 'A07' });
        }
      }
    });

    it('Laravel’s fields', async () => {
      const errors = { title: ['The title has already been taken.'], 'rules.0.port': ['Too low.'] };
      stage.dewavps.respond = (_asked, response) =>
        json(response, 422, { message: 'The given data was invalid.', errors });
      const got = await post();
      expect(got.json()).toMatchObject({ code: 'bad_input', status: 422, fields: errors });
    });

    it('a 429 with its wait, and sends no call until then', async () => {
      stage.dewavps.respond = (_asked, response) =>
        json(response, 429, { message: 'Too Many Attempts.' }, { 'retry-after': '7' });
      const got = await post();
      expect(got.json()).toMatchObject({ code: 'too_many_requests', status: 429, retryAfter: 7 });
      expect(got.header('retry-after')).toBe('7');
      expect((await stage.get('/dewavps/toko/instance')).status).toBe(429);
      expect(stage.dewavps.asked).toHaveLength(1);
      expect((await stage.get('/dewavps/gudang/credential/ssh')).status).toBe(429); // another key is sent, and the backend refuses it, too
      expect(stage.dewavps.asked).toHaveLength(2);
    });

    it('an answer that breaks the contract', async () => {
      stage.dewavps.respond = (_asked, response) =>
        json(response, 200, { data: [{ hostname: 'no identity' }] });
      const got = await stage.get('/dewavps/toko/instance');
      expect(got.json()).toMatchObject({ code: 'backend_unreadable', status: 502, ref: 'D02' });
      expect(got.text).not.toContain('no identity');
    });

    it('a backend that does not answer in time', async () => {
      stage.settings({ NUSA_BACKEND_TIMEOUT: '60' });
      stage.person = await signIn();
      stage.dewavps.respond = () => undefined;
      const arrived = stage.dewavps.next();
      const got = await stage.get('/dewavps/toko/credential/ssh');
      expect(got.json()).toMatchObject({ code: 'backend_timeout', status: 504 });
      await (
        await arrived
      ).cut;
    });

    it('a backend that is unreachable, and one that this deployment does not have', async () => {
      applySettings({ NUSA_DEWAVPS_URL: `${await deadOrigin()}/v1` });
      stage.person = await signIn();
      const got = await stage.get('/dewavps/toko/credential/ssh');
      expect(got.json()).toMatchObject({ code: 'backend_unreachable', status: 502 });
      expect(got.text).not.toContain('127.0.0.1');
      expect((await stage.get('/awanio/organizations')).json()).toMatchObject({
        code: 'not_configured',
        status: 503,
      });
    });

    it('a broken connection: a read is sent once more, a change is not', async () => {
      stage.dewavps.respond = (_asked, response) => void response.destroy();
      expect((await post()).json()).toMatchObject({ code: 'backend_unreachable' });
      expect(stage.dewavps.asked).toHaveLength(1);
      let first = true;
      stage.dewavps.respond = (_asked, response) => {
        if (first) response.destroy();
        else json(response, 200, { data: [] });
        first = false;
      };
      expect((await stage.get('/dewavps/toko/credential/ssh')).status).toBe(200);
      expect(stage.dewavps.asked).toHaveLength(3);
    });

    it('a gateway’s error: a read is sent once more, and only once', async () => {
      stage.dewavps.respond = (_asked, response) => json(response, 503, '');
      expect((await stage.get('/dewavps/toko/credential/ssh')).json()).toMatchObject({
        code: 'backend_error',
        status: 502,
      });
      expect(stage.dewavps.asked).toHaveLength(2);
      await post();
      expect(stage.dewavps.asked).toHaveLength(3);
    });

    it('an answer that never ends', async () => {
      stage.dewavps.respond = (_asked, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = () => {
          while (!response.destroyed && response.write(' '.repeat(256 * 1024)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      };
      const got = await stage.get('/dewavps/toko/credential/ssh');
      expect(got.json()).toMatchObject({ code: 'answer_too_large', status: 502 });
      await stage.dewavps.asked[0]?.cut;
    });
  });

  describe('keeps secrets', () => {
    it('removes credential, password and address from the backend’s message', async () => {
      const secretName = 'not-a-real-pass-9';
      stage.dewavps.respond = (asked, response) =>
        json(response, 400, {
          message: `key ${String(asked.headers['x-apikey'])} at ${stage.dewavps.url}/x?t=ticket123 with ${secretName}`,
        });
      const path = '/dewavps/toko/instance/i-1/set-password';
      const got = await stage.change('PATCH', path, { password: secretName });
      expect(got.json()).toMatchObject({ code: 'bad_input', ref: 'D19' });
      const port = new URL(stage.dewavps.url).port;
      for (const secret of [stage.person.keys.toko, secretName, `:${port}`, 'ticket123'])
        expect(got.text).not.toContain(secret);
    });

    it('drops what the contract does not name', async () => {
      const row = {
        uuid: 'i-1',
        hostname: 'web-1',
        root_password: 'canary-1',
        nested: { token: 'canary-2' },
      };
      stage.dewavps.respond = (_asked, response) =>
        json(response, 200, { data: [row], merchant_key: 'canary-3' });
      const got = await stage.get('/dewavps/toko/instance');
      expect(got.status).toBe(200);
      expect(got.text).not.toContain('canary');
    });

    it('shows balances only to people who may read bills', async () => {
      const organization = (uuid: string) => ({
        uuid,
        name: uuid,
        balance: 123_456,
        account_payable: 7,
      });
      stage.awanio.respond = (asked, response) =>
        asked.url.endsWith('/accounts/me')
          ? json(response, 200, {
              data: {
                uuid: 'u-1',
                organizations: [
                  { organization: organization('o-own'), user_level: 1 },
                  { organization: organization('o-other'), user_level: 2 },
                ],
              },
            })
          : json(response, 200, {
              data: [organization('o-own'), organization('o-other'), organization('o-stranger')],
            });
      const rows = (await stage.get('/awanio/organizations')).json().data as Record<
        string,
        unknown
      >[];
      expect(rows.map(({ uuid, balance }) => [uuid, balance])).toEqual([
        ['o-own', 123_456],
        ['o-other', undefined],
        ['o-stranger', undefined],
      ]);
      const me = await stage.get('/awanio/accounts/me');
      expect(me.text.match(/"balance"/g)).toHaveLength(1);
      expect(stage.awanio.asked).toHaveLength(2); // A04 was called once for both
      const refused = await stage.change('PUT', '/awanio/organizations/o-other', {
        name: 'Mine now',
      });
      expect(refused.json()).toMatchObject({ code: 'no_access', status: 403, ref: 'A08' });
      expect(stage.awanio.asked).toHaveLength(2);
    });
  });
});
