/** How a file is cut into parts. All parts have one size but the last, as some stores ask. */
import type { UploadedPart } from '@/lib/storage/shapes';

const mebibyte = 1024 * 1024;

/** Files up to this size, in bytes, are put whole; parts are never smaller. */
export const smallest = 5 * mebibyte;

/** The most parts of an upload. */
const mostParts = 10_000;

/** Bytes of a part for a file of so many bytes: the larger of 5 MiB and a ten-thousandth, in whole MiB. */
export const partSizeFor = (size: number): number =>
  Math.max(smallest, Math.ceil(size / mostParts / mebibyte) * mebibyte);

/** How many parts a file has. */
export const partCount = (size: number, partSize: number): number =>
  Math.max(1, Math.ceil(size / partSize));

/** Where a part begins, and where it ends (exclusive). @param number from 1 */
export function partRange(
  size: number,
  partSize: number,
  number: number,
): { start: number; end: number } {
  const start = (number - 1) * partSize;
  return { start, end: Math.min(size, start + partSize) };
}

/** The parts that the store has as this file needs them, by number. One of another size has to be sent again. */
export function usableParts(
  parts: readonly UploadedPart[],
  size: number,
  partSize: number,
): Map<number, UploadedPart> {
  const count = partCount(size, partSize);
  const fits = ({ number, size: stored }: UploadedPart) => {
    const { start, end } = partRange(size, partSize, number);
    return number >= 1 && number <= count && stored === end - start;
  };
  return new Map(parts.filter(fits).map((part) => [part.number, part]));
}

/**
 * The size of parts of an upload that somebody else began, told from the parts that the store has.
 * @param size of the file that it shall go on with
 * @returns null where the parts can't be of this file, or differ in size, so that it can't go on
 */
export function toldPartSize(parts: readonly UploadedPart[], size: number): number | null {
  if (parts.length === 0) return partSizeFor(size);
  const partSize = Math.max(...parts.map((part) => part.size));
  if (partSize < smallest && partSize < size) return null;
  if (partCount(size, partSize) > mostParts) return null;
  return usableParts(parts, size, partSize).size === parts.length ? partSize : null;
}
