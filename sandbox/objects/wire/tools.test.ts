import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverKeys, testEndpoint, type TestEndpoint } from './testing/endpoint';
import { hasTool, toolsFor, type Tool } from './testing/tools';

// The long matrix stands in e2e/s3-tools.long.ts.
const commands: Record<Tool, (file: string) => string[][]> = {
  s3cmd: (file) => [
    ['mb', 's3://toko-s3cmd'],
    ['put', file, 's3://toko-s3cmd/a/'],
    ['get', '--force', `s3://toko-s3cmd/a/${file}`, 'back'],
    ['rb', '--recursive', '--force', 's3://toko-s3cmd'],
  ],
  rclone: (file) => [
    ['copy', file, 's:toko-rclone/a'],
    ['copyto', `s:toko-rclone/a/${file}`, 'back'],
    ['purge', 's:toko-rclone'],
  ],
  aws: (file) => [
    ['s3', 'mb', 's3://toko-aws'],
    ['s3', 'cp', file, 's3://toko-aws/a/'],
    ['s3', 'cp', `s3://toko-aws/a/${file}`, 'back'],
    ['s3', 'rb', '--force', 's3://toko-aws'],
  ],
};

describe.each(['s3cmd', 'rclone', 'aws'] as const)('%s, where it is installed', (tool) => {
  const there = hasTool(tool);
  let endpoint: TestEndpoint;
  let home: string;
  beforeAll(async () => {
    endpoint = await testEndpoint();
    home = mkdtempSync(join(tmpdir(), 'nusa-s3-tools-'));
  });
  afterAll(async () => {
    await endpoint.close();
    rmSync(home, { recursive: true, force: true });
  });

  // Each run of a tool takes a second or two on a busy machine.
  it.runIf(there)('makes a bucket, puts, gets and empties it', { timeout: 60_000 }, async () => {
    const file = 'annual report+é.txt';
    writeFileSync(join(home, file), 'isi');
    const secretKey = serverKeys['OWNER']?.secret ?? '';
    const run = toolsFor(home, endpoint.url, { accessKey: 'OWNER', secretKey });
    for (const words of commands[tool](file)) {
      const said = await run(tool, ...words);
      expect(said.code, `${words.join(' ')}\n${said.error}`).toBe(0);
    }
    expect(readFileSync(join(home, 'back'), 'utf8')).toBe('isi');
    expect(endpoint.store.buckets('owner-1')).toEqual([]);
    expect(endpoint.errors).toEqual([]);
  });
});
