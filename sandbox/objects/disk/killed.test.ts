import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import type { ObjectInfo } from '../store';
import { DiskStore } from './disk-store';

const directory = mkdtempSync(join(tmpdir(), 'nusa-killed-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the writer, and kills it in the middle of its work. @returns the ETags of what it had finished */
async function killedWriter(run: number): Promise<[string, string][]> {
  const writer = fileURLToPath(new URL('testing/writer.ts', import.meta.url));
  const child = spawn(join(root, 'node_modules/.bin/tsx'), [writer, directory, String(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The process that writes is a child of tsx: both are killed, as one group.
    detached: true,
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > 20 + run * 5 && child.pid) process.kill(-child.pid, 'SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  // The last line may be cut.
  return said
    .slice(0, said.lastIndexOf('\n'))
    .split('\n')
    .map((line) => line.split(' ') as [string, string]);
}

const md5 = (content: Buffer) => createHash('md5').update(content).digest();

/** The ETag that an object's content must have. */
async function etagOf(store: DiskStore, { key, parts }: ObjectInfo): Promise<string> {
  const content = Buffer.concat(await store.read('toko', key, 'null').toArray());
  if (parts === null) return md5(content).toString('hex');
  const first = 5 * 1024 * 1024;
  const md5s = [content.subarray(0, first), content.subarray(first)].map(md5);
  return `${md5(Buffer.concat(md5s)).toString('hex')}-2`;
}

it('loses no finished object and keeps no half one, however often it is killed', async () => {
  const finished = new Map<string, string>();
  for (let run = 0; run < 3; run += 1) {
    for (const [key, etag] of await killedWriter(run)) finished.set(key, etag);
    const store = new DiskStore(directory);
    const query = { prefix: '', delimiter: '', max: 10_000, after: null };
    const { objects } = store.list('toko', query);
    const kept = new Map(objects.map(({ key, etag }) => [key, etag]));
    for (const [key, etag] of finished) expect(kept.get(key), key).toBe(etag);
    for (const object of objects) expect(await etagOf(store, object), object.key).toBe(object.etag);
    expect(readdirSync(join(directory, 'unfinished'))).toEqual([]);
    store.close();
  }
  expect(finished.size).toBeGreaterThan(60);
}, 60_000);
