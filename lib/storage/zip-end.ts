/**
 * The end of a zip file of 65,535 entries or more. client-zip 2.5.1 writes zip64's records only where numbers of bytes need them, so that
 * tools find fewer entries than there are, or call the file broken. Its repository has the same change since September 2026: this
 * file goes with the version that has it.
 */

/** Bytes of the usual end, of zip64's end and of what tells where that stands. */
const [END, ZIP64_END, LOCATOR] = [22, 56, 20];
const LARGEST_16 = 0xffff;
const LARGEST_32 = 0xffff_ffff;

/** Bytes of the records that client-zip leaves out: 0 where it writes them, or where no tool needs them. */
export function missingRecords(entries: readonly { name: string; size: number }[]): number {
  if (entries.length < LARGEST_16) return 0;
  let at = 0;
  for (const { name, size } of entries) {
    if (size >= LARGEST_32) return 0;
    at += 30 + Buffer.byteLength(name) + size + 16; // the head, the content, what follows it
  }
  return at < LARGEST_32 ? ZIP64_END + LOCATOR : 0;
}

/** Zip64's end and its locator. @param end the usual end, after the list of entries */
function records(end: Buffer, entries: number): Buffer {
  const [size, start] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  const made = Buffer.alloc(ZIP64_END + LOCATOR);
  made.writeUInt32LE(0x06064b50, 0);
  made.writeBigUInt64LE(BigInt(ZIP64_END - 12), 4);
  made.writeUInt16LE(45, 12); // made by, and needed: version 4.5
  made.writeUInt16LE(45, 14);
  made.writeBigUInt64LE(BigInt(entries), 24);
  made.writeBigUInt64LE(BigInt(entries), 32);
  made.writeBigUInt64LE(BigInt(size), 40);
  made.writeBigUInt64LE(BigInt(start), 48);
  made.writeUInt32LE(0x07064b50, ZIP64_END);
  made.writeBigUInt64LE(BigInt(start + size), ZIP64_END + 8);
  made.writeUInt32LE(1, ZIP64_END + 16); // of one disk
  return made;
}

/** Puts the records before the end of what client-zip writes. @param length bytes of that */
export async function* withRecords(
  zip: AsyncIterable<Uint8Array>,
  length: number,
  entries: number,
): AsyncGenerator<Uint8Array> {
  let passed = 0;
  for await (const chunk of zip) {
    passed += chunk.length;
    if (passed < length) {
      yield chunk;
      continue;
    }
    yield chunk.subarray(0, -END);
    const end = Buffer.from(chunk.subarray(-END));
    yield records(end, entries);
    yield end;
  }
}
