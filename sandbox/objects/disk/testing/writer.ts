/**
 * Writes objects until it is killed: `tsx writer.ts <folder> <run>`. Once the store has answered, a line says the key and
 * its ETag.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { noHeaders } from '../rows';
import { DiskStore } from '../disk-store';

const [, , directory = '', run = ''] = process.argv;
const store = new DiskStore(directory);
if (!store.bucket('toko')) store.createBucket('toko', 'owner');

async function* pieces(size: number) {
  for (let left = size; left > 0; left -= 65_536) yield randomBytes(Math.min(left, 65_536));
}
const incoming = (size: number) => ({ body: pieces(size), checksum: () => null });

async function writeOn(writer: number): Promise<never> {
  for (let index = 0; ; index += 1) {
    // Some keys are written again and again, so that contents are replaced and removed.
    const key = index % 3 === 0 ? `again-${writer}` : `run-${run}/${writer}-${index}`;
    const made = await store.put('toko', key, noHeaders, incoming(randomInt(1, 1_000_000)));
    if (key.startsWith('run-')) process.stdout.write(`${key} ${made.etag}\n`);
    if (index % 7 !== 6) continue;
    const none = { checksumAlgorithm: null, checksumType: null };
    const { uploadId } = store.startUpload('toko', `${key}-parts`, noHeaders, none);
    const first = await store.putPart(uploadId, 1, incoming(5 * 1024 * 1024));
    const last = await store.putPart(uploadId, 2, incoming(1000));
    const parts = [first, last].map(({ number, etag }) => ({ number, etag }));
    const joined = await store.completeUpload(uploadId, parts);
    process.stdout.write(`${joined.key} ${joined.etag}\n`);
  }
}

await Promise.all([1, 2, 3].map(writeOn));
