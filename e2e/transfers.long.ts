/**
 * Large uploads through the console: what they cost beside the same upload straight to the store, and one that is broken
 * off in its middle. Parts are put side by side over HTTP, as a browser does.
 */
import { expect, test, type APIRequestContext } from '@playwright/test'; // no browser is needed
import { makeZip, predictLength } from 'client-zip';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import type { UploadStart, SignedParts, UploadedPart, UploadDone } from '@/lib/storage/shapes';
import { ownConsole } from './support/own-console';
import { urls } from './support/ports';
import { signInBy } from './support/session';
import { cloud, type Tenant } from './support/cloud';

const MIB = 1024 ** 2;
const SIDE_BY_SIDE = 4;
/** Ticks of /proc a second. */
const TICKS = 100;

/** Content of any length that isn't the same twice: each part begins elsewhere in these bytes. */
const bytes = randomBytes(64 * MIB);
const contentOf = (number: number, size: number) => {
  const from = (number * 7_919) % (bytes.length - size);
  return bytes.subarray(from, from + size);
};

function sha256Of(parts: number, size: number): string {
  const hash = createHash('sha256');
  for (let number = 1; number <= parts; number += 1) hash.update(contentOf(number, size));
  return hash.digest('hex');
}

const agent = new Agent({ keepAlive: true });
test.afterAll(() => agent.destroy());

/** Puts a part. @returns its ETag */
async function put(url: string, headers: Record<string, string>, body: Buffer): Promise<string> {
  const sent = httpRequest(url, {
    method: 'PUT',
    agent,
    headers: { ...headers, 'content-length': body.length },
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const text = (await answer.toArray()).join('');
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}: ${text}`);
  return answer.headers.etag ?? (JSON.parse(text) as { data: { etag: string } }).data.etag;
}

/** Runs these parts, a few side by side. */
async function all(numbers: readonly number[], run: (number: number) => Promise<void>) {
  const left = [...numbers];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** A person of a console of this test, with the linked key of a storage that has one bucket. */
async function openStorage(request: APIRequestContext, at: number) {
  const bucket = `besar-${at}-${Date.now().toString(36)}`;
  const tenant: Tenant = await cloud.createTenant({
    awanio: { objectStorage: { buckets: [{ name: bucket }] } },
  });
  const console_ = ownConsole(at, { NUSA_AWANIO_S3_ENDPOINT: urls.s3, NUSA_LOG_LEVEL: 'warn' });
  await console_.start();
  await signInBy(request, tenant, 'awanio', { origin: console_.url });
  const base = `${console_.url}/api/storage/organizations/${tenant.awanio.organization.uuid}`;
  const headers = { origin: console_.url };
  const { access_key, secret_key } = tenant.awanio.objectStorage ?? {};
  const linked = await request.put(`${base}/key`, { data: { access_key, secret_key }, headers });
  expect(linked.ok()).toBe(true);
  const { cookies } = await request.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const asPage = { ...headers, cookie };
  const post = async <Data>(path: string, data: object): Promise<Data> => {
    const answer = await request.post(`${base}/${path}`, { data, headers });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return ((await answer.json()) as { data: Data }).data;
  };
  return {
    ...{ tenant, bucket, console: console_, base, post },
    begin: (key: string, size: number) =>
      post<UploadStart>('uploads', { bucket, key, type: '', size }),
    parts: async (key: string, upload_id: string) => {
      const search = new URLSearchParams({ bucket, key, upload_id });
      const answer = await request.get(`${base}/uploads/parts?${search}`);
      return ((await answer.json()) as { data: { parts: UploadedPart[] } }).data.parts;
    },
    /** The address of a part at the console. */
    partUrl: (key: string, upload_id: string, number: number) =>
      `${base}/part?${new URLSearchParams({ bucket, key, upload_id, number: String(number) })}`,
    putPart: (key: string, upload_id: string, number: number, size: number) => {
      const search = new URLSearchParams({ bucket, key, upload_id, number: String(number) });
      return put(`${base}/part?${search}`, asPage, contentOf(number, size));
    },
    asPage,
    /** Downloads an object through the console. @returns its SHA-256 */
    sha256: async (key: string) => {
      const url = `${base}/download?${new URLSearchParams({ bucket, key })}`;
      const sent = httpRequest(url, { agent, headers: asPage }).end();
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      const hash = createHash('sha256');
      for await (const chunk of answer) hash.update(chunk as Buffer);
      return hash.digest('hex');
    },
  };
}

/** Seconds of a processor that a process has used. */
function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

const megabytes = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

test('a 1 GB upload costs the console little memory, and is nearly as fast as straight to the store', async ({
  request,
}) => {
  test.setTimeout(600_000);
  const storage = await openStorage(request, 2);
  const { bucket, post } = storage;
  const size = 5 * MIB;
  const count = 200;
  const open = async (key: string) => ({ key, ...(await storage.begin(key, count * size)) });
  const [through, straight, warm] = [
    await open('through'),
    await open('straight'),
    await open('warm'),
  ];
  expect(through.part_size).toBe(size);
  const addresses = new Map<number, string>();
  for (const numbers of [range(1, 100), range(101, count)]) {
    const { key, upload_id } = straight;
    const { urls: signed } = await post<SignedParts>('uploads/sign', {
      bucket,
      key,
      upload_id,
      numbers,
    });
    for (const { number, url } of signed) addresses.set(number, url);
  }
  const { pid } = storage.console;
  // What a first upload loads and compiles isn't what an upload takes.
  await all(range(1, 20), (number) =>
    storage.putPart(warm.key, warm.upload_id, number, size).then(() => undefined),
  );
  const before = { rss: megabytes(pid), cpu: cpuSeconds(pid) };
  let most = before.rss;
  const sampling = setInterval(() => (most = Math.max(most, megabytes(pid))), 50);
  const seconds = { through: 0, straight: 0 };
  const etags = { through: new Map<number, string>(), straight: new Map<number, string>() };
  const timed = async (way: 'through' | 'straight', numbers: readonly number[]) => {
    const started = performance.now();
    await all(numbers, async (number) => {
      const etag =
        way === 'through'
          ? await storage.putPart(through.key, through.upload_id, number, size)
          : await put(addresses.get(number) ?? '', {}, contentOf(number, size));
      etags[way].set(number, etag);
    });
    seconds[way] += (performance.now() - started) / 1000;
  };
  // In turns, so that both meet the same machine.
  for (let first = 1; first <= count; first += 20) {
    const numbers = range(first, first + 19);
    const ways =
      first % 40 === 1 ? (['through', 'straight'] as const) : (['straight', 'through'] as const);
    for (const way of ways) await timed(way, numbers);
  }
  clearInterval(sampling);
  const gigabytes = (count * size) / 1e9;
  const cpu = (cpuSeconds(pid) - before.cpu) / gigabytes;
  const ratio = seconds.straight / seconds.through;
  const speed = (way: 'through' | 'straight') =>
    `${((gigabytes * 1000) / seconds[way]).toFixed(0)} MB/s`;
  console.log(
    `1 GB: through the console ${speed('through')}, straight ${speed('straight')}, ratio ${ratio.toFixed(2)}; ` +
      `console: ${cpu.toFixed(2)} CPU s a GB, RSS ${before.rss.toFixed(0)} MB + ${(most - before.rss).toFixed(1)} MB`,
  );
  const parts = (of: ReadonlyMap<number, string>) =>
    range(1, count).map((number) => ({ number, etag: of.get(number) }));
  for (const [way, { key, upload_id }] of [
    ['through', through],
    ['straight', straight],
  ] as const)
    await post<UploadDone>('uploads/complete', {
      bucket,
      key,
      upload_id,
      parts: parts(etags[way]),
      replace: false,
    });
  const sum = sha256Of(count, size);
  expect(await storage.sha256('through')).toBe(sum);
  expect(await storage.sha256('straight')).toBe(sum);
  expect(most - before.rss).toBeLessThan(50);
  expect(ratio).toBeGreaterThanOrEqual(0.7);
  await storage.console.kill();
});

test('an upload that breaks off after 1,500 of 2,000 parts sends the other 500', async ({
  request,
}) => {
  test.setTimeout(600_000);
  const storage = await openStorage(request, 3);
  const { tenant, bucket, post } = storage;
  // 1 GB in 2,000 parts: S3 would want 10 GB of them.
  await cloud.storage(tenant, { smallestPart: 1 });
  const [key, size, count] = ['terputus', 512 * 1024, 2000];
  const { upload_id } = await storage.begin(key, count * size);
  const send = (numbers: readonly number[]) =>
    all(numbers, (number) => storage.putPart(key, upload_id, number, size).then(() => undefined));
  await send(range(1, 1500));
  // Four parts are half sent when the console dies.
  const halves = range(1501, 1504).map(async (number) => {
    const sent = httpRequest(storage.partUrl(key, upload_id, number), {
      method: 'PUT',
      headers: { ...storage.asPage, 'content-length': size },
    });
    const failed = once(sent, 'error');
    await new Promise((written) =>
      sent.write(contentOf(number, size).subarray(0, size / 2), written),
    );
    return { failed };
  });
  const under = await Promise.all(halves);
  await storage.console.kill();
  await Promise.all(under.map(({ failed }) => failed));
  await storage.console.start();
  const held = await storage.parts(key, upload_id);
  const has = new Set(held.map(({ number }) => number));
  const missing = range(1, count).filter((number) => !has.has(number));
  expect([held.length, missing[0], missing.length]).toEqual([1500, 1501, 500]);
  await send(missing);
  const parts = (await storage.parts(key, upload_id)).map(({ number, etag }) => ({ number, etag }));
  expect(parts).toHaveLength(count);
  await post<UploadDone>('uploads/complete', { bucket, key, upload_id, parts, replace: false });
  const stored = Object.values(await cloud.storedParts(tenant));
  expect([stored.length, Math.max(...stored)]).toEqual([count, 1]);
  expect(await storage.sha256(key)).toBe(sha256Of(count, size));
  await storage.console.kill();
});

test('a zip file over 4 GiB has the length that was told before', async () => {
  test.setTimeout(300_000);
  const piece = Buffer.alloc(4 * MIB);
  const pieces = 1030;
  const files = [
    { name: 'large', size: pieces * piece.length },
    { name: 'after', size: piece.length },
  ];
  async function* inputs() {
    for (const { name, size } of files) {
      async function* input() {
        for (let left = size; left > 0; left -= piece.length) yield piece;
      }
      yield { name, size, lastModified: new Date(), input: input() };
    }
  }
  let length = 0;
  for await (const chunk of makeZip(inputs()) as unknown as AsyncIterable<Uint8Array>)
    length += chunk.length;
  expect(length).toBe(Number(predictLength(files)));
});
