import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeZip, predictLength } from 'client-zip';
import { expect, it } from 'vitest';
import { missingRecords, withRecords } from './zip-end';

const named = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `berkas ${at}`, size: 1 }));

it('tells all of more entries than the usual end can name, as unzip reads it', async () => {
  const entries = named(65_536);
  const input = new Uint8Array([120]);
  const length = Number(predictLength(entries));
  const zip = makeZip(
    (function* () {
      for (const { name } of entries) yield { name, input };
    })(),
  ) as unknown as AsyncIterable<Uint8Array>;
  const chunks: Uint8Array[] = [];
  for await (const chunk of withRecords(zip, length, entries.length)) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  expect(body).toHaveLength(length + missingRecords(entries));
  const folder = mkdtempSync(path.join(tmpdir(), 'nusa-zip-end-'));
  try {
    const file = path.join(folder, 'a.zip');
    writeFileSync(file, body);
    const { stdout } = await promisify(execFile)('unzip', ['-tq', file]);
    expect(stdout).toContain('No errors detected');
    const listed = await promisify(execFile)('zipinfo', ['-h', file]);
    expect(listed.stdout).toContain('number of entries: 65536');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('is left to client-zip where few entries or many bytes are in it', () => {
  expect(missingRecords(named(65_534))).toBe(0);
  expect(missingRecords(named(65_535))).toBe(76);
  expect(missingRecords([...named(65_535), { name: 'besar', size: 2 ** 32 }])).toBe(0);
  expect(missingRecords(named(65_535).map((one) => ({ ...one, size: 2 ** 16 })))).toBe(0);
});
