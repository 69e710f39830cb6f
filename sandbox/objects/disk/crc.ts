/** Makes the checksums of joined parts from those of the parts, without reading their contents again. */
import type { ChecksumAlgorithm } from '../store';

/** Each is of a reflected CRC whose register begins and ends inverted: its polynomial with the lowest power first. */
const polynomials: Partial<Record<ChecksumAlgorithm, { bits: number; polynomial: bigint }>> = {
  CRC32: { bits: 32, polynomial: 0xedb88320n },
  CRC32C: { bits: 32, polynomial: 0x82f63b78n },
  CRC64NVME: { bits: 64, polynomial: 0x9a6c9329ac4bc9b5n },
};

/** Multiplies two polynomials modulo the CRC's; the highest bit is the power 0. */
function multiply(a: bigint, b: bigint, bits: number, polynomial: bigint): bigint {
  let product = 0n;
  let shifted = b;
  for (let bit = bits - 1; bit >= 0; bit -= 1) {
    if ((a >> BigInt(bit)) & 1n) product ^= shifted;
    shifted = (shifted >> 1n) ^ (shifted & 1n ? polynomial : 0n);
  }
  return product;
}

/** The power of x by which `size` bytes move a checksum. */
function moveBy(size: number, bits: number, polynomial: bigint): bigint {
  let power = 1n << BigInt(bits - 1); // x^0
  let square = 1n << BigInt(bits - 9); // x^8, a byte
  for (let left = size; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = multiply(power, square, bits, polynomial);
    square = multiply(square, square, bits, polynomial);
  }
  return power;
}

const numberOf = (base64: string) => BigInt(`0x0${Buffer.from(base64, 'base64').toString('hex')}`);

const base64Of = (crc: bigint, bits: number) =>
  Buffer.from(crc.toString(16).padStart(bits / 4, '0'), 'hex').toString('base64');

/** The CRC of a few bytes in base64: it goes bit by bit. @returns null for an algorithm that is no CRC */
export function crcOf(algorithm: ChecksumAlgorithm, bytes: Uint8Array): string | null {
  const form = polynomials[algorithm];
  if (!form) return null;
  const { bits, polynomial } = form;
  const ones = (1n << BigInt(bits)) - 1n;
  let crc = ones;
  for (const byte of bytes) {
    crc ^= BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >> 1n) ^ (crc & 1n ? polynomial : 0n);
  }
  return base64Of(crc ^ ones, bits);
}

/**
 * The CRC of a content from those of its parts, in their order.
 * @param parts their CRCs in base64, and their sizes in bytes
 * @returns base64, or null for an algorithm that is no CRC
 */
export function joinCrcs(
  algorithm: ChecksumAlgorithm,
  parts: readonly { value: string; size: number }[],
): string | null {
  const form = polynomials[algorithm];
  if (!form) return null;
  const { bits, polynomial } = form;
  let crc = 0n;
  for (const { value, size } of parts)
    crc = multiply(moveBy(size, bits, polynomial), crc, bits, polynomial) ^ numberOf(value);
  return base64Of(crc, bits);
}
