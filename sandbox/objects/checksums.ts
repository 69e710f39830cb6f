/** The five kinds of checksum that S3 knows, worked out while bytes pass by. */
import { createHash } from 'node:crypto';
import { Crc32, Crc32c, Crc64Nvme } from '@aws-sdk/checksums/crc';
import type { ChecksumAlgorithm } from './store';

/** The algorithms, with the length of their value in bytes. */
export const checksumLengths: Record<ChecksumAlgorithm, number> = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
};

export const checksumAlgorithms = Object.keys(checksumLengths) as ChecksumAlgorithm[];

/** A checksum that grows with each piece of the content. */
export interface RunningChecksum {
  update(piece: Uint8Array): void;
  /** Base64 of the big-endian bytes; to be called once, after the last piece. */
  value(): Promise<string>;
}

const crcs = { CRC32: Crc32, CRC32C: Crc32c, CRC64NVME: Crc64Nvme };

/** Begins a checksum of no bytes. */
export function runningChecksum(algorithm: ChecksumAlgorithm): RunningChecksum {
  if (algorithm === 'SHA1' || algorithm === 'SHA256') {
    const hash = createHash(algorithm.toLowerCase());
    return { update: (piece) => void hash.update(piece), value: async () => hash.digest('base64') };
  }
  const crc = new crcs[algorithm]();
  return {
    update: (piece) => void crc.update(piece),
    value: async () => Buffer.from(await crc.digest()).toString('base64'),
  };
}

/** The algorithm of a name in any case, or null. */
export function checksumAlgorithm(name: string | null | undefined): ChecksumAlgorithm | null {
  return checksumAlgorithms.find((one) => one === name?.toUpperCase()) ?? null;
}
