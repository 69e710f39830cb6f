import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A black PNG. Its header may tell another size than it has: then it is a trap. */
export function png(width: number, height: number, told = { width, height }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(told.width);
  header.writeUInt32BE(told.height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A small PNG whose header tells of 3.6 billion pixels. */
export const bomb = (): Buffer => png(4, 4, { width: 60_000, height: 60_000 });
