/** Bytes through the console: put, put in parts, and downloaded, against the sandbox's store. */
import { createHash, randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ZipPlan } from '@/lib/storage/shapes';
import { takeStream } from '@/lib/storage/stream-limits';
import { showZipPlan } from '@/lib/storage/zip-api';
import { request, TEST_ORIGIN } from '@/lib/session/testing';
import {
  beginUpload,
  dropUpload,
  finishUpload,
  showParts,
  showUploads,
  signParts,
} from '@/lib/storage/uploads-api';
import { testEndpoint, type TestEndpoint } from '@/sandbox/objects/wire/testing/endpoint';
import { group, startFront, targetOf, type Front } from './testing';

let endpoint: TestEndpoint;
let front: Front;
const bucket = 'toko';
const at = { group_type: 'organizations', group };

beforeAll(async () => {
  endpoint = await testEndpoint();
  endpoint.store.createBucket(bucket, 'owner-1');
  front = await startFront(endpoint.url);
});
afterAll(async () => {
  await front.close();
  await endpoint.close();
});
afterEach(() => expect(endpoint.errors).toEqual([]));

const strange = [
  'про',
  '=%?_',
  '02%20-%20FLY%20ME.mp3',
  '/hello.html',
  'exa//mple',
  'folder',
  'folder/',
  'a b+c',
  '../x',
  '.',
  '..',
  'a/../b',
  "(!*')~",
  '"\\\u202e',
];

describe('keys', () => {
  it.each(strange)('%j is put and downloaded as itself', async (key) => {
    const body = `content of ${key}`;
    const put = await front.send({
      method: 'PUT',
      route: 'content',
      query: { bucket, key, type: 'text/plain', replace: 1 },
      body,
    });
    expect([put.status, put.json()]).toEqual([
      200,
      { data: { etag: `"${createHash('md5').update(body).digest('hex')}"` } },
    ]);
    expect(endpoint.store.find(bucket, key)).toMatchObject({ key, contentType: 'text/plain' });
    const got = await front.send({ route: 'download', query: { bucket, key } });
    expect([got.status, got.body.toString()]).toEqual([200, body]);
    expect(got.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(Buffer.byteLength(body)),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(got.headers['content-disposition']).toMatch(/^attachment; filename=/);
  });

  it('are never taken for another one', async () => {
    for (const key of ['folder//', 'hello.html', 'exa/mple', 'a b c', 'x', 'b', 'a/b', '%']) {
      const got = await front.send({ route: 'download', query: { bucket, key } });
      expect([got.status, got.json()]).toMatchObject([
        404,
        { code: 'not_found', storage: 'NoSuchKey' },
      ]);
      expect(
        (await front.send({ method: 'HEAD', route: 'download', query: { bucket, key } })).status,
      ).toBe(404);
    }
    const long = await front.send({ route: 'download', query: { bucket, key: 'é'.repeat(513) } });
    expect(long.json()).toMatchObject({ code: 'bad_input', fields: { key: ['too_long'] } });
  });
});

describe('downloads', () => {
  const content = randomBytes(300_000);
  const read = (headers: Record<string, string> = {}, method = 'GET') =>
    front.send({ method, route: 'download', query: { bucket, key: 'ranges' }, headers });
  let etag = '';
  beforeAll(async () => {
    await front.send({
      method: 'PUT',
      route: 'content',
      query: { bucket, key: 'ranges', replace: 1 },
      body: content,
    });
    etag = (await read()).headers.etag ?? '';
  });

  it('answer one range, and the whole where If-Range no longer holds', async () => {
    const part = await read({ range: 'bytes=1000-1999', 'if-range': etag });
    expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 1000-1999/300000']);
    expect(part.body.equals(content.subarray(1000, 2000))).toBe(true);
    expect((await read({ range: 'bytes=-5' })).body.equals(content.subarray(-5))).toBe(true);
    for (const old of ['"another"', 'Mon, 01 Jan 2001 00:00:00 GMT']) {
      const whole = await read({ range: 'bytes=1000-1999', 'if-range': old });
      expect([whole.status, whole.body.equals(content)]).toEqual([200, true]);
    }
    expect((await read({ range: 'bytes=0-1,5-9' })).status).toBe(200);
    expect((await read({ range: 'bytes=0-1', 'if-match': '"another"' })).json()).toMatchObject({
      code: 'conflict',
    });
  });

  it('refuse a range past the end, and tell the size', async () => {
    const past = await read({ range: 'bytes=300000-' });
    expect([past.status, past.headers['content-range']]).toEqual([416, 'bytes */300000']);
    expect(past.json()).toMatchObject({ code: 'bad_input', storage: 'InvalidRange' });
  });

  it('answer HEAD without a body', async () => {
    const head = await read({}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
      200,
      '300000',
      0,
    ]);
  });
});

describe('previews', () => {
  const put = (key: string, body: Buffer | string) =>
    front.send({
      method: 'PUT',
      route: 'content',
      query: { bucket, key, type: 'text/html', replace: 1 },
      body,
    });
  const show = (key: string, as: string, headers: Record<string, string> = {}) =>
    front.send({ route: 'preview', query: { bucket, key, as }, headers });
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(50_000)]);
  const policy = "default-src 'none'; sandbox";

  it('have the type of their first bytes, also in a range, and let nothing run', async () => {
    await put('p.html', png);
    const whole = await show('p.html', 'image');
    expect(whole.body.equals(png)).toBe(true);
    const part = await show('p.html', 'image', { range: 'bytes=40000-40009' });
    expect([part.status, part.body.equals(png.subarray(40_000, 40_010))]).toEqual([206, true]);
    for (const { headers } of [whole, part])
      expect(headers).toMatchObject({
        'content-type': 'image/png',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'content-disposition': 'attachment',
        'accept-ranges': 'bytes',
      });
    for (const as of ['audio', 'video', 'pdf', 'text'])
      expect((await show('p.html', as)).json()).toMatchObject({ code: 'unsupported', status: 415 });
  });

  it('look anew at an object that was replaced', async () => {
    await put('replaced', png);
    expect((await show('replaced', 'image')).status).toBe(200);
    await put('replaced', '<script>alert(1)</script>');
    expect((await show('replaced', 'image')).json()).toMatchObject({ code: 'unsupported' });
    await put('replaced', Buffer.from('GIF89a'));
    expect((await show('replaced', 'image')).headers['content-type']).toBe('image/gif');
  });

  it('show pages and drawings as text, and only the beginning of a long one', async () => {
    const page = '<svg onload="alert(1)"><script>alert(2)</script></svg>';
    await put('x.png', page);
    expect((await show('x.png', 'image')).status).toBe(415);
    const shown = await show('x.png', 'text');
    expect(shown.body.toString()).toBe(page);
    expect(shown.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': policy,
      'x-nusa-text-encoding': 'utf-8',
    });
    expect(shown.headers['x-nusa-text-cut']).toBeUndefined();
    await put('long.txt', Buffer.from('\ufeffé'.padEnd(400_000, '☕'), 'utf16le'));
    const long = await show('long.txt', 'text');
    expect(long.headers).toMatchObject({
      'x-nusa-text-encoding': 'utf-16le',
      'x-nusa-text-cut': '1',
    });
    expect(long.body.toString()).toBe('é'.padEnd(512 * 512 - 1, '☕'));
    await put('empty', '');
    expect([(await show('empty', 'text')).status, (await show('empty', 'pdf')).status]).toEqual([
      200, 415,
    ]);
    expect((await show('missing', 'text')).json()).toMatchObject({ code: 'not_found' });
  });
});

describe('zip files', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nusa-zip-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = promisify(execFile);
  const fill = (name: string, contents: Record<string, string | Buffer>) => {
    endpoint.store.createBucket(name, 'owner-1');
    const objects = Object.entries(contents).map(([key, content]) => ({
      key,
      content,
      contentType: 'text/plain',
      modified: new Date(),
    }));
    endpoint.store.fill(name, objects);
  };
  const plan = async (asked: object) =>
    (
      await showZipPlan(
        request(`/api/storage/organizations/${group}/zip/plan`, {
          method: 'POST',
          cookie: front.cookie,
          json: asked,
        }),
        at,
      )
    ).json() as Promise<{ data: ZipPlan }>;
  const fetched = (asked: object, headers: Record<string, string> = {}) =>
    front.send({
      method: 'POST',
      route: 'zip',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ request: JSON.stringify(asked) }).toString(),
    });
  /** Opens a zip file as `unzip` does. @returns its files with their contents */
  async function opened(body: Buffer): Promise<Record<string, string>> {
    const file = path.join(folder, 'a.zip');
    const into = mkdtempSync(path.join(folder, 'open-'));
    writeFileSync(file, body);
    const { stdout } = await run('unzip', ['-t', file]);
    expect(stdout).toContain('No errors detected');
    await run('unzip', ['-q', file, '-d', into]);
    const files = readdirSync(into, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    return Object.fromEntries(
      files.map((one) => [
        path.relative(into, path.join(one.parentPath, one.name)),
        readFileSync(path.join(one.parentPath, one.name), 'utf8'),
      ]),
    );
  }

  it('hold a whole bucket of names that no disk can have, with the length that was told', async () => {
    const keys = [
      '../x',
      '/abs',
      'con',
      'a\\b',
      'A/1',
      'a/1',
      'exa//mple',
      'про/☕.txt',
      'folder',
      'folder/in',
      'empty/',
      'trailing.',
    ];
    fill(
      'aneh',
      Object.fromEntries(keys.map((key) => [key, key.endsWith('/') ? '' : `content of ${key}`])),
    );
    fill('aneh-besar', { 'big.bin': Buffer.alloc(3_000_000, 'x') });
    const asked = { bucket: 'aneh', folder: '', keys: null };
    const { data } = await plan(asked);
    expect(data).toMatchObject({ name: 'aneh.zip', objects: keys.length });
    const got = await fetched(asked);
    expect(got.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-length': String(data.size),
      'content-disposition': 'attachment; filename="aneh.zip"',
    });
    expect([got.broken, got.body.length]).toEqual([false, data.size]);
    const files = await opened(got.body);
    expect(Object.values(files).sort()).toEqual(
      keys
        .filter((key) => key !== 'empty/')
        .map((key) => `content of ${key}`)
        .sort(),
    );
    expect(Object.keys(files)).toContain('про/☕.txt');
    expect(
      Object.keys(
        await opened((await fetched({ bucket: 'aneh-besar', folder: '', keys: null })).body),
      ),
    ).toEqual(['big.bin']);
  });

  it('hold what was chosen in a folder, by names that begin there', async () => {
    const many = Array.from({ length: 150 }, (_, index) => `d/f${index}.txt`);
    fill(
      'pilih',
      Object.fromEntries([...many, 'd/sub/a', 'd/sub/b', 'd/subway', 'e'].map((key) => [key, key])),
    );
    const some = { bucket: 'pilih', folder: 'd/', keys: ['d/f1.txt', 'd/sub/'] };
    const { data } = await plan(some);
    expect(data).toMatchObject({ name: 'd.zip', objects: 3, renamed: 0 });
    expect(await opened((await fetched(some)).body)).toEqual({
      'f1.txt': 'd/f1.txt',
      'sub/a': 'd/sub/a',
      'sub/b': 'd/sub/b',
    });
    expect((await plan({ ...some, keys: ['d/sub/'] })).data.name).toBe('sub.zip');
    const all = await fetched({ ...some, keys: many });
    expect(Object.keys(await opened(all.body))).toHaveLength(150);
    for (const keys of [['d/gone'], [...many, 'd/gone']])
      expect((await fetched({ ...some, keys })).json()).toMatchObject({
        code: 'not_found',
        storage: 'NoSuchKey',
      });
    expect((await fetched({ ...some, keys: ['e'] })).json()).toMatchObject({ code: 'bad_input' });
    expect((await fetched({ bucket: 'pilih', folder: 'none/', keys: null })).json()).toMatchObject({
      code: 'not_found',
    });
  });

  it('come from a form of our page, which names no origin, and from no other site', async () => {
    const asked = { bucket: 'pilih', folder: 'd/sub/', keys: null };
    const own = await fetched(asked, { origin: 'null', 'sec-fetch-site': 'same-origin' });
    expect(own.status).toBe(200);
    const foreign = await fetched(asked, { origin: 'null', 'sec-fetch-site': 'cross-site' });
    expect(foreign.json()).toMatchObject({ code: 'bad_origin' });
  });

  it('break off where an object changes after the plan', async () => {
    fill('berubah', { a: Buffer.alloc(8_000_000, 'a'), b: Buffer.alloc(100_000, 'b') });
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = httpRequest(
        `${front.url}${targetOf({ route: 'zip' })}`,
        {
          method: 'POST',
          headers: {
            cookie: front.cookie,
            host: new URL(TEST_ORIGIN).host,
            origin: TEST_ORIGIN,
            'content-type': 'application/x-www-form-urlencoded',
          },
        },
        resolve,
      ).on('error', reject);
      sent.end(
        new URLSearchParams({
          request: JSON.stringify({ bucket: 'berubah', folder: '', keys: null }),
        }).toString(),
      );
    });
    expect(answer.statusCode).toBe(200);
    endpoint.store.fill('berubah', [
      {
        key: 'b',
        content: Buffer.alloc(100_000, 'c'),
        contentType: 'text/plain',
        modified: new Date(),
      },
    ]);
    await expect(answer.toArray()).rejects.toThrow();
  });
});

describe('what a page may not do', () => {
  const ask = async (more: object) =>
    (await front.send({ route: 'download', query: { bucket, key: 'ranges' }, ...more })).json();

  it('is refused before the store is asked', async () => {
    expect(await ask({ headers: { cookie: '' } })).toMatchObject({
      code: 'not_signed_in',
      status: 401,
    });
    expect(await ask({ headers: { 'x-nusa-identity': 'somebody' } })).toMatchObject({
      code: 'not_signed_in',
    });
    expect(await ask({ headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({
      code: 'bad_origin',
    });
    const put = { method: 'PUT', route: 'content', body: 'x', query: { bucket, key: 'foreign' } };
    expect(await ask({ ...put, headers: { origin: 'https://evil.test' } })).toMatchObject({
      code: 'bad_origin',
      status: 403,
    });
    expect(await ask({ method: 'POST' })).toMatchObject({
      code: 'method_not_allowed',
      status: 405,
    });
    expect(await ask({ query: { bucket } })).toMatchObject({
      code: 'bad_input',
      fields: { key: ['required'] },
    });
    expect(endpoint.store.find(bucket, 'foreign')).toBeNull();
  });
});

describe('puts', () => {
  it('leave an object that is there, unless it may be replaced', async () => {
    const put = (replace: number, body: string) =>
      front.send({
        method: 'PUT',
        route: 'content',
        query: { bucket, key: 'once', replace },
        body,
      });
    expect((await put(0, 'first')).status).toBe(200);
    expect((await put(0, 'second')).json()).toMatchObject({ code: 'conflict', status: 409 });
    expect(endpoint.store.find(bucket, 'once')?.size).toBe(5);
    expect((await put(1, 'second')).status).toBe(200);
    expect(endpoint.store.find(bucket, 'once')?.size).toBe(6);
  });

  it('are known where an earlier attempt lost its answer, by their content', async () => {
    const put = (body: string) =>
      front.send({
        method: 'PUT',
        route: 'content',
        query: { bucket, key: 'lagi', replace: 0, again: 1 },
        body,
      });
    const first = await put('isi');
    expect(first.status).toBe(200);
    expect((await put('isi')).json()).toEqual(first.json());
    expect((await put('lain')).json()).toMatchObject({ code: 'conflict', status: 409 });
    expect(endpoint.store.find(bucket, 'lagi')?.size).toBe(3);
  });

  it('need a length, and leave nothing of a body that is cut short', async () => {
    async function* drip() {
      yield Buffer.from('abc');
    }
    const query = { bucket, key: 'short', replace: 1 };
    const chunked = await front.send({
      method: 'PUT',
      route: 'content',
      query,
      body: drip(),
      headers: { 'transfer-encoding': 'chunked' },
    });
    expect(chunked.json()).toMatchObject({ code: 'bad_input', fields: { body: ['length'] } });
    const socket = connect(Number(new URL(front.url).port), '127.0.0.1');
    socket.write(
      `PUT ${targetOf({ route: 'content', query })} HTTP/1.1\r\nHost: ${new URL(TEST_ORIGIN).host}\r\nOrigin: ${TEST_ORIGIN}\r\nCookie: ${front.cookie}\r\nContent-Length: 1000000\r\n\r\n`,
    );
    socket.write(Buffer.alloc(500_000));
    await sleep(200);
    socket.destroy();
    await sleep(200);
    expect(endpoint.store.find(bucket, 'short')).toBeNull();
  });
});

describe('uploads', () => {
  const json = (method: string, path: string, body?: unknown) =>
    request(`/api/storage/organizations/${group}/${path}`, {
      method,
      cookie: front.cookie,
      json: body,
    });
  const data = async <Data>(answer: Promise<Response>) =>
    ((await (await answer).json()) as { data: Data }).data;
  const begin = (key: string, size: number) =>
    data<{ upload_id: string; part_size: number; direct: boolean }>(
      beginUpload(json('POST', 'uploads', { bucket, key, type: 'video/mp4', size }), at),
    );
  const putPart = (key: string, upload_id: string, number: number, body: Buffer) =>
    front.send({ method: 'PUT', route: 'part', query: { bucket, key, upload_id, number }, body });

  it('are begun, resumed from their list of parts, and completed once', async () => {
    const key = 'a b/"про".mp4';
    const { upload_id, part_size, direct } = await begin(key, 12_000_000);
    expect([part_size, direct]).toEqual([5 * 1024 ** 2, false]);
    const content = randomBytes(12_000_000);
    for (const number of [1, 2, 3]) {
      const put = await putPart(
        key,
        upload_id,
        number,
        content.subarray((number - 1) * part_size, number * part_size),
      );
      expect(put.status).toBe(200);
    }
    const search = new URLSearchParams({ bucket, key, upload_id });
    const { parts } = await data<{ parts: { number: number; size: number; etag: string }[] }>(
      showParts(json('GET', `uploads/parts?${search}`), at),
    );
    expect(parts.map(({ number, size }) => [number, size])).toEqual([
      [1, part_size],
      [2, part_size],
      [3, 12_000_000 - 2 * part_size],
    ]);
    const listed = await data<{ uploads: unknown[] }>(
      showUploads(json('GET', `uploads?bucket=${bucket}`), at),
    );
    expect(listed.uploads).toMatchObject([{ key, upload_id, size: 12_000_000, parts: 3 }]);
    const named = parts.map(({ number, etag }) => ({ number, etag }));
    const finish = (replace: boolean) =>
      finishUpload(
        json('POST', 'uploads/complete', { bucket, key, upload_id, parts: named, replace }),
        at,
      );
    const done = await data<{ etag: string }>(finish(false));
    expect(done.etag).toMatch(/^[0-9a-f]{32}-3$/);
    // The answer was lost, and the page asks again.
    for (const replace of [false, true]) expect(await data(finish(replace))).toEqual(done);
    const got = await front.send({ route: 'download', query: { bucket, key } });
    expect(got.body.equals(content)).toBe(true);
    expect(endpoint.store.find(bucket, key)?.contentType).toBe('video/mp4');
  });

  it('tell what went wrong', async () => {
    const { upload_id } = await begin('once', 1);
    const parts = [{ number: 1, etag: '"00000000000000000000000000000000"' }];
    const of = { bucket, key: 'once', upload_id, parts };
    const finish = async (body: object) =>
      (await finishUpload(json('POST', 'uploads/complete', body), at)).json();
    expect(await finish({ ...of, replace: false })).toMatchObject({
      code: 'conflict',
      storage: 'PreconditionFailed',
    });
    expect(await finish({ ...of, replace: true })).toMatchObject({
      code: 'conflict',
      storage: 'InvalidPart',
    });
    const search = new URLSearchParams({ bucket, key: 'once', upload_id });
    expect((await dropUpload(json('DELETE', `uploads?${search}`), at)).status).toBe(204);
    expect((await dropUpload(json('DELETE', `uploads?${search}`), at)).status).toBe(204);
    expect(await finish({ ...of, replace: true })).toMatchObject({
      code: 'not_found',
      storage: 'NoSuchUpload',
    });
    expect((await putPart('once', upload_id, 1, Buffer.from('x'))).json()).toMatchObject({
      code: 'not_found',
      storage: 'NoSuchUpload',
    });
    expect(
      await (await showParts(json('GET', `uploads/parts?${search}`), at)).json(),
    ).toMatchObject({ storage: 'NoSuchUpload' });
  });

  it('may go to the store itself where its CORS lets them', async () => {
    endpoint.store.createBucket('langsung', 'owner-1');
    const rule = {
      AllowedOrigins: [TEST_ORIGIN],
      AllowedMethods: ['PUT'],
      ExposeHeaders: ['ETag'],
    };
    endpoint.store.configureBucket('langsung', { cors: JSON.stringify([rule]) });
    const of = { bucket: 'langsung', key: 'про?#%', type: '', size: 3 };
    const { upload_id, direct } = await data<{ upload_id: string; direct: boolean }>(
      beginUpload(json('POST', 'uploads', of), at),
    );
    expect(direct).toBe(true);
    const signed = await data<{ urls: { number: number; url: string }[] }>(
      signParts(
        json('POST', 'uploads/sign', { bucket: of.bucket, key: of.key, upload_id, numbers: [1] }),
        at,
      ),
    );
    const put = await fetch(signed.urls[0]?.url ?? '', {
      method: 'PUT',
      body: 'abc',
      headers: { origin: TEST_ORIGIN },
    });
    expect([put.status, await put.text()]).toEqual([200, '']);
    expect(endpoint.store.parts(upload_id, 0, 10).parts).toMatchObject([{ number: 1, size: 3 }]);
  });
});

describe('a person’s streams', () => {
  it('are counted, and given back', () => {
    const running = Array.from({ length: 24 }, () => takeStream('awanio:many'));
    expect(() => takeStream('awanio:many')).toThrow('Too many transfers');
    takeStream('awanio:another')();
    const [first] = running;
    first?.();
    first?.();
    running.push(takeStream('awanio:many'));
    expect(() => takeStream('awanio:many')).toThrow('Too many transfers');
    for (const done of running) done();
  });
});

describe('a store that stops', () => {
  /** A store that reads nothing more of a body after its head, or says nothing more in its answer. */
  const stopped = createServer((asked, answer) => {
    if (asked.method === 'PUT') return;
    answer.writeHead(200, { 'content-length': 1_000_000, etag: '"x"' }).write('some');
  });
  let before: Front;
  beforeAll(async () => {
    await new Promise<void>((ready) => stopped.listen(0, '127.0.0.1', ready));
    const { port } = stopped.address() as AddressInfo;
    before = await startFront(`http://127.0.0.1:${port}`, {
      settings: { NUSA_BACKEND_TIMEOUT: '500' },
    });
  });
  afterAll(async () => {
    await before.close();
    stopped.closeAllConnections();
    await new Promise((done) => stopped.close(done));
  });

  it('in the middle of a part ends as a timeout that the page is told', async () => {
    const query = { bucket, key: 'a', upload_id: 'u', number: 1 };
    const put = await before.send({
      method: 'PUT',
      route: 'part',
      query,
      body: Buffer.alloc(8_000_000),
    });
    expect([put.status, put.json()]).toMatchObject([504, { code: 'backend_timeout' }]);
  });

  it('in the middle of an answer breaks it off', async () => {
    const got = await before.send({ route: 'download', query: { bucket, key: 'a' } });
    expect([got.status, got.broken, got.body.toString()]).toEqual([200, true, 'some']);
  });
});

describe('a store that cuts a part off', () => {
  it('while the browser is slow lets the browser send the rest, and tells it', async () => {
    const cutting = createServer((asked) => asked.once('data', () => asked.socket.destroy()));
    await new Promise<void>((ready) => cutting.listen(0, '127.0.0.1', ready));
    const { port } = cutting.address() as AddressInfo;
    const slow = await startFront(`http://127.0.0.1:${port}`);
    const rest = Buffer.alloc(64_000_000);
    const socket = connect(Number(new URL(slow.url).port), '127.0.0.1');
    let heard = '';
    socket.on('data', (data) => (heard += data.toString('latin1')));
    const target = targetOf({
      route: 'part',
      query: { bucket, key: 'a', upload_id: 'u', number: 1 },
    });
    socket.write(
      `PUT ${target} HTTP/1.1\r\nHost: ${new URL(TEST_ORIGIN).host}\r\nOrigin: ${TEST_ORIGIN}\r\nCookie: ${slow.cookie}\r\nContent-Length: ${100_000 + rest.length}\r\n\r\n`,
    );
    socket.write(Buffer.alloc(100_000));
    await sleep(300); // the store has gone, and the console waits for more of the body
    await new Promise<void>((sent) => socket.write(rest, () => sent()));
    expect(heard).toMatch(/^HTTP\/1\.1 502 /);
    socket.destroy();
    await slow.close();
    await new Promise((done) => cutting.close(done));
  });
});
