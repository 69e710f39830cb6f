/** s3cmd, rclone and awscli against the sandbox's S3 endpoint, with the key that it gives out. */
import { expect, test } from '@playwright/test'; // no browser is needed
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasTool, toolsFor, type Tool } from '@/sandbox/objects/wire/testing/tools';
import { TestCloud } from '@/sandbox/testing';

let cloud: TestCloud;
let home: string;
test.beforeAll(async () => {
  cloud = await TestCloud.start();
  home = mkdtempSync(path.join(tmpdir(), 'nusa-s3-tools-'));
  mkdirSync(path.join(home, 'tree', 'd 1', 'd2'), { recursive: true });
  for (const name of ['a+b', "d 1/é'", 'd 1/d2/100%'])
    writeFileSync(path.join(home, 'tree', name), name);
  // 100 MB, which every tool puts in parts.
  for (let piece = 0; piece < 20; piece += 1)
    writeFileSync(path.join(home, 'large'), randomBytes(5_000_000), { flag: 'a' });
});
test.afterAll(async () => {
  await cloud.close();
  rmSync(home, { recursive: true, force: true });
});

async function sha256(name: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path.join(home, name))) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** What each tool does with a bucket: create, put, copy a tree twice, list, get, copy, compare, delete. */
const commands: Record<Tool, (bucket: string) => string[][]> = {
  s3cmd: (bucket) => [
    ['mb', `s3://${bucket}`],
    ['put', 'large', `s3://${bucket}/`],
    ['sync', 'tree/', `s3://${bucket}/tree/`],
    ['sync', 'tree/', `s3://${bucket}/tree/`],
    ['ls', `s3://${bucket}/tree/`],
    ['cp', `s3://${bucket}/large`, `s3://${bucket}/copy`],
    ['get', '--force', `s3://${bucket}/copy`, 'back'],
    ['info', `s3://${bucket}/copy`],
    ['rb', '--recursive', '--force', `s3://${bucket}`],
  ],
  rclone: (bucket) => [
    ['mkdir', `s:${bucket}`],
    ['copy', 'large', `s:${bucket}`, '--s3-upload-cutoff', '6M'],
    ['sync', 'tree', `s:${bucket}/tree`],
    ['check', 'tree', `s:${bucket}/tree`],
    ['lsf', `s:${bucket}/tree`],
    ['copyto', `s:${bucket}/large`, `s:${bucket}/copy`],
    ['copyto', `s:${bucket}/copy`, 'back', '--ignore-times'],
    ['check', '.', `s:${bucket}`, '--include', '/large', '--download'],
    ['purge', `s:${bucket}`],
  ],
  aws: (bucket) => [
    ['s3', 'mb', `s3://${bucket}`],
    ['s3', 'cp', 'large', `s3://${bucket}/`],
    ['s3', 'sync', 'tree', `s3://${bucket}/tree`],
    ['s3api', 'list-objects-v2', '--bucket', bucket, '--delimiter', '/'],
    ['s3', 'cp', `s3://${bucket}/large`, `s3://${bucket}/copy`],
    ['s3', 'cp', `s3://${bucket}/copy`, 'back'],
    ['s3api', 'get-object', '--bucket', bucket, '--key', 'copy', '--range', 'bytes=1-9', 'part'],
    ['s3', 'rb', '--force', `s3://${bucket}`],
  ],
};

for (const tool of ['s3cmd', 'rclone', 'aws'] as const)
  test(`${tool} does its whole work, and not with a wrong secret`, async () => {
    test.skip(!hasTool(tool), `${tool} is not installed`);
    test.setTimeout(180_000);
    const { tenant } = await cloud.person({
      objectStorage: { buckets: [{ name: `awal-${tool}` }] },
    });
    const storage = tenant.awanio?.objectStorage;
    if (!storage) throw new Error('The tenant has no object storage.');
    const { access_key: accessKey, secret_key: secretKey } = storage;
    const run = toolsFor(home, storage.endpoint, { accessKey, secretKey });
    for (const words of commands[tool](`uji-${tool}`)) {
      const { code, out, error } = await run(tool, ...words);
      expect(code, `${words.join(' ')}\n${out}${error}`).toBe(0);
    }
    expect(await sha256('back')).toBe(await sha256('large'));
    const wrong = toolsFor(home, storage.endpoint, { accessKey, secretKey: 'wrong' });
    const [first = []] = commands[tool](`uji-${tool}`);
    const refused = await wrong(tool, ...first);
    expect(refused.code).not.toBe(0);
    expect(`${refused.out}${refused.error}`).toMatch(/SignatureDoesNotMatch|Forbidden|403/);
  });
