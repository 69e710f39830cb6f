import { describe, expect, it } from 'vitest';
import { json } from './testing/fake-backend';
import { onBothMounts } from './testing/stage';
import { sshKey } from './testing/world';

onBothMounts('the proxy checks what comes in', (stage) => {
  describe('checks the input before the backend is asked', () => {
    it.each<[string, string, unknown, Record<string, string[]>]>([
      ['nothing', '/dewavps/toko/credential/ssh', {}, { title: ['required'], key: ['required'] }],
      [
        'a wrong type',
        '/dewavps/toko/credential/ssh',
        { title: 'a', key: 5 },
        { key: ['required'] },
      ],
      [
        'an unknown field',
        '/dewavps/toko/credential/ssh',
        { title: 'a', key: sshKey, admin: true },
        { admin: ['unknown_field'] },
      ],
      [
        '__proto__',
        '/dewavps/toko/credential/ssh',
        `{"title":"a","key":${JSON.stringify(sshKey)},"__proto__":{"x":1}}`,
        { ['__proto__']: ['unknown_field'] },
      ],
    ])('refuses %s with its fields', async (_name, path, body, fields) => {
      const got = await stage.change('POST', path, body);
      stage.expectRefusal(got, 422, 'bad_input');
      const told = got.json().fields as Record<string, string[]>;
      expect(Object.keys(told).sort()).toEqual(Object.keys(fields).sort());
    });

    it('refuses a wrong, an unknown and a repeated query field', async () => {
      stage.expectRefusal(await stage.get('/dewavps/toko/instance?page=two'), 422, 'bad_input');
      stage.expectRefusal(await stage.get('/dewavps/toko/instance?nonsense=1'), 422, 'bad_input');
      stage.expectRefusal(
        await stage.get('/dewavps/toko/instance?page=1&page=2'),
        422,
        'bad_input',
      );
      stage.expectRefusal(await stage.get('/dewavps/toko/credential/ssh?page=1'), 422, 'bad_input');
    });

    it('refuses a body if the operation has none', async () => {
      const got = await stage.change('PATCH', '/dewavps/toko/instance/i-1/start', { force: true });
      stage.expectRefusal(got, 422, 'bad_input');
      expect(got.json().fields).toEqual({ force: ['unknown_field'] });
    });

    it.each([
      ['not JSON', '{"title":', 'application/json'],
      ['a list', '[]', 'application/json'],
      ['a form', 'title=a', 'application/x-www-form-urlencoded'],
      ['plain text that is JSON', '{}', 'text/plain'],
    ])('refuses %s', async (_name, body, type) => {
      stage.expectRefusal(
        await stage.change('POST', '/dewavps/toko/credential/ssh', body, { 'content-type': type }),
        422,
        'bad_input',
      );
    });

    it('answers 413 to more than a megabyte, announced or not', async () => {
      const body = JSON.stringify({ title: 'x'.repeat(1024 * 1024) });
      const path = '/dewavps/toko/credential/ssh';
      stage.expectRefusal(
        await stage.change('POST', path, body, { 'transfer-encoding': 'chunked' }),
        413,
        'too_large',
      );
      stage.expectRefusal(
        await stage.change('POST', path, body, { 'content-length': String(body.length) }),
        413,
        'too_large',
      );
    });

    it.each([
      '..%2f..%2fbilling',
      '%2e%2e%2fbilling',
      'a%5cb',
      'a%0d%0aX-Evil:%201',
      'a%00b',
      '%2f',
    ])('does not let %s leave its segment', async (evil) => {
      const paths = [
        `/dewavps/toko/instance/${evil}/detail`,
        `/awanio/organizations/o-1/object-storages/buckets/${evil}/objects`,
      ];
      for (const path of paths) {
        const got = await stage.get(path);
        expect([404, 422]).toContain(got.status);
      }
      expect(stage.asked()).toEqual([]);
    });

    it('keeps an encoded slash inside its segment', async () => {
      const path =
        '/organizations/o-1/object-storages/buckets/foto/objects/2024%2Fa%3Fb%23c%20d.jpg';
      expect((await stage.change('DELETE', `/awanio${path}`)).status).toBe(200);
      expect(stage.awanio.asked.map(({ url }) => url)).toEqual([`/base${path}`]);
    });

    it('accepts a request id only if it is harmless', async () => {
      const got = await stage.get('/dewavps/toko/credential/ssh', {
        headers: { 'x-request-id': 'a b; evil="1" <script>' },
      });
      expect(got.header('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(stage.dewavps.asked[0]?.headers['x-request-id']).toBe(got.header('x-request-id'));
    });
  });

  describe('sends what the backend understands', () => {
    it('a Laravel form', async () => {
      await stage.change('DELETE', '/dewavps/toko/instance/i-1', {
        remove_ip: true,
        remove_block_storage: false,
      });
      expect(stage.dewavps.asked[0]).toMatchObject({
        method: 'DELETE',
        url: '/base/instance/i-1',
        body: 'remove_ip=1&remove_block_storage=0',
      });
      expect(stage.dewavps.asked[0]?.headers['content-type']).toBe(
        'application/x-www-form-urlencoded',
      );
    });

    it('null as an empty text', async () => {
      await stage.change('PATCH', '/dewavps/toko/instance/i-1/private-network', { vswitch: null });
      expect(stage.dewavps.asked[0]?.body).toBe('vswitch=');
    });

    it('JSON, and nothing where there is no body', async () => {
      stage.awanio.respond = (_asked, response) =>
        json(response, 200, { data: { uuid: 'o-1', name: 'Toko' } });
      await stage.change('POST', '/awanio/organizations', { name: 'Toko' });
      expect(stage.awanio.asked[0]?.body).toBe('{"name":"Toko"}');
      await stage.change('PATCH', '/dewavps/toko/instance/i-1/stop', {});
      expect(stage.dewavps.asked[0]?.body).toBe('');
      expect(stage.dewavps.asked[0]?.headers['content-type']).toBeUndefined();
    });
  });
});
