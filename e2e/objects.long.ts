/** Kills the sandbox in the middle of writes by S3: no finished object is lost, and none is half there. */
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { expect, test } from '@playwright/test'; // no browser is needed
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const kills = 20;
const bucket = 'uji-mati-mendadak';
const firstPart = 5 * 1024 * 1024;

const data = mkdtempSync(path.join(tmpdir(), 'nusa-killed-'));
test.afterAll(() => rmSync(data, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Starts the sandbox over the data of the one before. */
async function start(control: number, s3: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['dist/sandbox.mjs'], {
    env: {
      ...process.env,
      SANDBOX_PORT: '0',
      SANDBOX_SMTP_PORT: '0',
      SANDBOX_KUBERNETES_PORT: '0',
      SANDBOX_S3_PORT: String(s3),
      SANDBOX_CONTROL: '1',
      SANDBOX_CONTROL_PORT: String(control),
      SANDBOX_DATA: data,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const answers = () =>
    fetch(`http://127.0.0.1:${control}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(answers, { timeout: 30_000 }).toBe(true);
  return child;
}

/** Makes the bucket of the test. @returns a client with its key */
async function clientOf(control: number): Promise<S3Client> {
  const response = await fetch(`http://127.0.0.1:${control}/tenants`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ awanio: { objectStorage: { buckets: [{ name: bucket }] } } }),
  });
  const { awanio } = (await response.json()) as {
    awanio: { objectStorage: { endpoint: string; access_key: string; secret_key: string } };
  };
  const { endpoint, access_key: accessKeyId, secret_key: secretAccessKey } = awanio.objectStorage;
  const credentials = { accessKeyId, secretAccessKey };
  return new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials,
  });
}

const md5 = (content: Uint8Array) => createHash('md5').update(content).digest('hex');

async function putInParts(client: S3Client, Key: string, content: Buffer): Promise<void> {
  const of = { Bucket: bucket, Key };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(of));
  const Parts = await Promise.all(
    [content.subarray(0, firstPart), content.subarray(firstPart)].map(async (Body, index) => {
      const part = { ...of, UploadId, PartNumber: index + 1 };
      return { ...part, ...(await client.send(new UploadPartCommand({ ...part, Body }))) };
    }),
  );
  const MultipartUpload = { Parts };
  await client.send(new CompleteMultipartUploadCommand({ ...of, UploadId, MultipartUpload }));
}

/** Writes until the sandbox answers no more. @param finished the MD5 of what it has answered, by key */
async function writeOn(client: S3Client, name: string, finished: Map<string, string>) {
  for (let index = 0; ; index += 1) {
    const inParts = index % 6 === 5;
    const Body = randomBytes(inParts ? firstPart + 1000 : randomInt(1, 400_000));
    const Key = `${name}/${index}`;
    try {
      if (inParts) await putInParts(client, Key, Body);
      else await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
    } catch {
      return;
    }
    finished.set(Key, md5(Body));
  }
}

async function contentOf(client: S3Client, Key: string): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
}

/** Reads every object that is listed: each is whole, and what was finished is there. */
async function check(client: S3Client, finished: ReadonlyMap<string, string>): Promise<void> {
  const listed = new Set<string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket })) {
    for (const { Key = '', ETag = '', Size } of Contents) {
      listed.add(Key);
      const content = await contentOf(client, Key);
      expect(content.byteLength, Key).toBe(Size);
      if (!ETag.includes('-')) expect(`"${md5(content)}"`, Key).toBe(ETag);
      const known = finished.get(Key);
      if (known !== undefined) expect(md5(content), Key).toBe(known);
    }
  }
  expect([...finished.keys()].filter((key) => !listed.has(key))).toEqual([]);
}

test(`loses no finished object when it is killed ${kills} times`, async () => {
  test.setTimeout(600_000);
  const [control, s3] = [await freePort(), await freePort()];
  let child = await start(control, s3);
  const client = await clientOf(control);
  const all = new Map<string, string>();
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const finished = new Map<string, string>();
      const writers = [1, 2, 3].map((writer) => writeOn(client, `${kill}-${writer}`, finished));
      await expect.poll(() => finished.size, { timeout: 30_000 }).toBeGreaterThan(3);
      await sleep(randomInt(0, 300));
      child.kill('SIGKILL');
      await Promise.all([...writers, once(child, 'close')]);
      for (const [key, sum] of finished) all.set(key, sum);
      child = await start(control, s3);
      if (kill % 5 === 4) await check(client, all);
    }
    expect(all.size).toBeGreaterThan(kills * 3);
  } finally {
    child.kill('SIGKILL');
  }
});
