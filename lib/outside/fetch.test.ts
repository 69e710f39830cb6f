import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allowedUrl, isPublic } from './address';
import { fetchOutside, type OutsideRules, type Resolved } from './fetch';
import { pictures } from './kinds';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');
const webp = Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 ', 'latin1');
const gif = Buffer.from('GIF89a\x01\x00', 'latin1');

const hosts = ['img.example.id', '*.cdn.example.id', 'odd.example.id:8443', '203.0.113.7'];
const why = (text: string, privateHosts?: string[]) => {
  const allowed = allowedUrl(text, { hosts: [...hosts, ...(privateHosts ?? [])], privateHosts });
  return 'why' in allowed ? allowed.why : 'ok';
};

describe('an address', () => {
  it.each([
    'https://img.example.id/logo.png?v=2',
    'https://IMG.example.id:443/',
    'https://a.b.cdn.example.id/x.webp',
    'https://odd.example.id:8443/x',
    'https://img.example.id/@2x.png',
  ])('is allowed: %s', (text) => {
    expect(why(text)).toBe('ok');
  });

  it.each([
    ['bad_address', 'http://img.example.id/logo.png'],
    ['bad_address', 'https://user@img.example.id/'],
    ['bad_address', 'https://user:word@img.example.id/'],
    ['bad_address', 'https://@img.example.id/'],
    ['bad_address', 'https://:@img.example.id/'],
    ['bad_address', 'https://img.example.id/#part'],
    ['bad_address', 'https://img.example.id/#'],
    ['bad_address', 'https:\\\\img.example.id\\x'],
    ['bad_address', 'https:/img.example.id/x'],
    ['bad_address', 'https:///img.example.id/x'],
    ['bad_address', 'https://img.example.id /x'],
    ['bad_address', 'https://img.example.id/x\ny'],
    ['bad_address', `https://img.example.id/${'x'.repeat(2048)}`],
    ['bad_address', 'ftp://img.example.id/x'],
    ['bad_address', 'file:///etc/passwd'],
    ['bad_address', 'data:image/png;base64,AAAA'],
    ['bad_address', '//img.example.id/x'],
    ['bad_address', ''],
    ['host_refused', 'https://img.example.id:8443/'],
    ['host_refused', 'https://odd.example.id/'],
    ['host_refused', 'https://img.example.id.evil.example/'],
    ['host_refused', 'https://evil.example/img.example.id'],
    ['host_refused', 'https://cdn.example.id/'],
    ['host_refused', 'https://xcdn.example.id/'],
    ['host_refused', 'https://img.example.id./'],
    ['host_refused', 'https://127.0.0.1/'],
    ['host_refused', 'https://2130706433/'],
    ['host_refused', 'https://0x7f000001/'],
    ['host_refused', 'https://0177.0.0.1/'],
    ['host_refused', 'https://127.1/'],
    ['host_refused', 'https://[::1]/'],
    ['host_refused', 'https://[::ffff:127.0.0.1]/'],
  ])('is refused as %s: %s', (code, text) => {
    expect(why(text)).toBe(code);
  });

  it('may lack TLS only for a loopback name that is listed as private', () => {
    expect(why('http://localhost:4100/x', ['localhost:4100'])).toBe('ok');
    expect(why('http://127.0.0.1:4100/x', ['127.0.0.1:4100'])).toBe('ok');
    expect(why('http://127.0.0.1:4101/x', ['127.0.0.1:4100'])).toBe('host_refused');
    expect(why('http://inner.example.id/x', ['inner.example.id'])).toBe('bad_address');
    expect(why('https://inner.example.id/x', ['inner.example.id'])).toBe('ok');
  });
});

describe('the public network', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
    'includes %s',
    (address) => expect(isPublic(address)).toBe(true),
  );
  it.each([
    ...[
      '127.0.0.1',
      '127.8.9.1',
      '0.0.0.0',
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
    ],
    ...[
      '169.254.169.254',
      '100.64.0.1',
      '100.127.255.254',
      '224.0.0.1',
      '255.255.255.255',
      '240.0.0.1',
    ],
    ...['192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '192.88.99.1'],
    ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'fec0::1', 'ff02::1'],
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '::ffff:0:127.0.0.1'],
    ...[
      '64:ff9b::7f00:1',
      '64:ff9b:1::a00:1',
      '2002:7f00:1::',
      '2002:808:808::',
      '2001::1',
      '2001:db8::1',
    ],
    ...['100::1', '4000::1', 'localhost', ''],
  ])('excludes %s', (address) => expect(isPublic(address)).toBe(false));
});

describe('fetching', () => {
  let server: Server;
  let url = '';
  let rules: OutsideRules;
  let asked: IncomingMessage[] = [];
  let respond: (response: ServerResponse, request: IncomingMessage) => void;
  const sockets = new Set<Socket>();

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      respond(response, request);
    });
    server.on('connection', (socket) => sockets.add(socket));
    // The system has another address for `localhost`, so a request here used the checked one.
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.2', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    const { port } = server.address() as AddressInfo;
    url = `http://localhost:${port}/logo`;
    asked = [];
    const local = [`localhost:${port}`];
    rules = {
      hosts: local,
      privateHosts: local,
      kinds: pictures,
      bytes: 1000,
      milliseconds: 2000,
      resolve: () => Promise.resolve([{ address: '127.0.0.2', family: 4 }]),
    };
  });
  const answering = (
    type: string,
    body: Buffer | string,
    headers: Record<string, string> = {},
    status = 200,
  ) => {
    respond = (response) =>
      void response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  };
  const failure = async (more: Partial<OutsideRules> = {}) => {
    const got = await fetchOutside(url, { ...rules, ...more });
    return got.ok ? 'ok' : got.why;
  };

  it.each([
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/webp', webp],
    ['image/gif', gif],
    ['IMAGE/PNG; charset=x', png],
  ])('accepts %s', async (type, body) => {
    answering(type, body);
    const wanted = type.split(';')[0]?.toLowerCase();
    expect(await fetchOutside(url, rules)).toEqual({ ok: true, type: wanted, body });
    const { headers } = asked[0] ?? { headers: {} };
    expect(headers).toMatchObject({ 'accept-encoding': 'identity', host: new URL(url).host });
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
  });

  it('accepts a PDF only if one is wanted', async () => {
    answering('application/pdf', '%PDF-1.7 x');
    expect(await failure({ kinds: ['pdf'] })).toBe('ok');
    expect(await failure()).toBe('wrong_type');
  });

  it('accepts a table only if one is wanted, and no page that is called one', async () => {
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const of = (type: string, body: Buffer | string) => {
      answering(type, body);
      return failure({ kinds: ['csv', 'xlsx'] });
    };
    expect(await of('text/csv; charset=utf-8', '\ufeff"Invoice","Amount"\r\n')).toBe('ok');
    expect(await of(xlsx, 'PK\u0003\u0004rest')).toBe('ok');
    expect(await of('text/csv', ' \n<!doctype html>')).toBe('wrong_type');
    expect(await of('text/csv', '\ufeff<html>')).toBe('wrong_type');
    expect(await of('text/csv', 'a,\u0000b')).toBe('wrong_type');
    expect(await of('text/csv', '')).toBe('wrong_type');
    expect(await of(xlsx, '<html>')).toBe('wrong_type');
    expect(await of('text/html', 'a,b')).toBe('wrong_type');
    answering('text/csv', 'a,b');
    expect(await failure({ kinds: ['pdf'] })).toBe('wrong_type');
  });

  it.each<[string, string, Buffer | string]>([
    ['SVG', 'image/svg+xml', '<svg onload="x"/>'],
    ['HTML', 'text/html', '<html>'],
    ['HTML called a picture', 'image/png', '<html><script>x</script>'],
    ['SVG called a picture', 'image/gif', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['one kind called another', 'image/png', jpeg],
    ['a picture called something else', 'application/octet-stream', png],
    ['nothing', 'image/png', ''],
  ])('refuses %s', async (_, type, body) => {
    answering(type, body);
    expect(await failure()).toBe('wrong_type');
  });

  it.each([301, 302, 303, 307, 308])('does not follow a %i', async (status) => {
    answering('image/png', png, { location: url }, status);
    expect(await failure()).toBe('redirected');
    expect(asked).toHaveLength(1);
  });

  it.each([206, 404, 500])('refuses a %i', async (status) => {
    answering('image/png', png, {}, status);
    expect(await failure()).toBe('bad_status');
  });

  it('refuses compressed bodies, including zip bombs', async () => {
    for (const encoding of ['gzip', 'br', 'deflate', 'gzip, identity']) {
      answering('image/png', gzipSync(Buffer.alloc(1_000_000)), { 'content-encoding': encoding });
      expect(await failure()).toBe('encoded');
    }
  });

  it('stops at the limit, by the announced and by the received length', async () => {
    answering('image/png', Buffer.concat([png, Buffer.alloc(2000)]));
    expect(await failure()).toBe('too_large');
    let sent = 0;
    respond = (response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      const more = () => {
        if (response.destroyed) return;
        sent += 1;
        response.write(Buffer.alloc(400), () => setImmediate(more));
      };
      more();
    };
    expect(await failure()).toBe('too_large');
    expect(sent).toBeLessThan(1000);
  });

  it('refuses an answer that is shorter than announced', async () => {
    respond = (response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '500' });
      response.write(png);
      setTimeout(() => response.destroy(), 20);
    };
    expect(await failure()).toBe('unreachable');
  });

  it('times out for a slow body, a silent host and a slow name', async () => {
    respond = (response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await failure({ milliseconds: 150 })).toBe('timeout');
    respond = () => undefined;
    expect(await failure({ milliseconds: 150 })).toBe('timeout');
    expect(await failure({ milliseconds: 50, resolve: () => new Promise(() => undefined) })).toBe(
      'timeout',
    );
    await expect.poll(() => [...sockets].every((socket) => socket.destroyed)).toBe(true);
  });

  it('ends when its caller disconnects', async () => {
    respond = () => undefined;
    const page = new AbortController();
    setTimeout(() => page.abort(), 50);
    expect(await failure({ signal: page.signal })).toBe('aborted');
    expect(await failure({ signal: page.signal })).toBe('aborted');
  });

  it('reports an unreachable host', async () => {
    expect(await failure({ resolve: () => Promise.reject(new Error('ENOTFOUND')) })).toBe(
      'unreachable',
    );
    expect(await failure({ resolve: () => Promise.resolve([]) })).toBe('unreachable');
    expect(
      await failure({ resolve: () => Promise.resolve([{ address: '127.0.0.3', family: 4 }]) }),
    ).toBe('unreachable');
  });

  it('requests no private address, whatever its name', async () => {
    answering('image/png', png);
    const { port } = server.address() as AddressInfo;
    const name = `img.example.id:${port}`;
    url = `https://${name}/logo`;
    const lead = (...found: string[]) =>
      failure({
        hosts: [name],
        privateHosts: [],
        milliseconds: 200,
        resolve: () =>
          Promise.resolve(
            found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          ),
      });
    for (const address of [
      '127.0.0.2',
      '10.1.2.3',
      '169.254.169.254',
      '::1',
      '::ffff:127.0.0.2',
      '64:ff9b::7f00:2',
      '2002:7f00:2::',
    ])
      expect(await lead(address)).toBe('private_address');
    // One public address among them isn't enough, since any of them may be used.
    expect(await lead('93.184.216.34', '127.0.0.2')).toBe('private_address');
    url = `http://localhost:${port}/logo`;
    expect(await failure({ privateHosts: [] })).toBe('bad_address');
    expect(asked).toEqual([]);
  });

  it('resolves the name once, so that a second answer can’t give another address', async () => {
    let connections = 0;
    const trap = createTcp((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const { port } = trap.address() as AddressInfo;
    const answers = ['192.0.2.1', '127.0.0.1'].map((address) => ({ address, family: 4 }));
    let times = 0;
    const resolve = (): Promise<readonly Resolved[]> => {
      const answer = answers[Math.min(times, 1)];
      times += 1;
      return Promise.resolve(answer ? [answer] : []);
    };
    url = `https://img.example.id:${port}/`;
    const listed = [`img.example.id:${port}`];
    // Listed as private, so that a test address is requested at all; it never answers.
    const got = await failure({ hosts: listed, privateHosts: listed, milliseconds: 300, resolve });
    expect(['timeout', 'unreachable']).toContain(got);
    expect([times, connections]).toEqual([1, 0]);
    trap.close();
  });

  it('requires a valid certificate', async () => {
    answering('image/png', png);
    url = url.replace('http:', 'https:');
    expect(await failure()).toBe('unreachable');
  });
});
