/**
 * What an object is, by its first bytes alone: its name and stored type are whatever somebody wrote. Only kinds that a
 * browser shows without running anything of them are known; SVG and HTML are text here.
 */
import { pictureKind, pictureTypes } from '@/lib/contract/reading/pictures';
import { isPdf } from '@/lib/outside/kinds';
import type { PreviewKind } from './shapes';

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

/** The major and the compatible brands of a file of ISO's base format (MP4, M4A, AVIF); null for another format. */
function brandsOf(bytes: Buffer): string[] | null {
  if (bytes.length < 16 || ascii(bytes, 4, 8) !== 'ftyp') return null;
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(bytes, at, at + 4));
  return brands;
}

function imageType(bytes: Buffer): string | null {
  const kind = pictureKind(bytes);
  if (kind) return pictureTypes[kind];
  const brands = brandsOf(bytes) ?? [];
  return brands.some((brand) => brand === 'avif' || brand === 'avis') ? 'image/avif' : null;
}

/** Whether a frame of MPEG audio begins, of the layers II and III: the mark of UTF-16 looks like layer I. */
function isMpegAudio(bytes: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return false;
  return (
    (second & 0x18) !== 0x08 &&
    [0x02, 0x04].includes(second & 0x06) &&
    (third & 0xf0) !== 0xf0 &&
    (third & 0x0c) !== 0x0c
  );
}

/** Whether a frame of AAC begins. */
const isAac = ([first = 0, second = 0]: Buffer) => first === 0xff && (second & 0xf6) === 0xf0;

/** WebM or Matroska, which begin with the same bytes and name themselves a little later. */
function matroskaType(bytes: Buffer): 'webm' | 'x-matroska' | null {
  if (ascii(bytes, 0, 4) !== '\x1a\x45\xdf\xa3') return null;
  return ascii(bytes, 0, 64).includes('webm') ? 'webm' : 'x-matroska';
}

const isPictureBrand = (brand: string) => /^(?:avif|avis|heic|heix|mif1|msf1)$/.test(brand);

/** Containers that hold sound, pictures or both: what they are shown as decides the type's first half. */
function containerType(bytes: Buffer, as: 'audio' | 'video'): string | null {
  const brands = brandsOf(bytes);
  if (brands && !isPictureBrand(brands[0] ?? ''))
    return brands[0] === 'qt  ' ? `${as}/quicktime` : `${as}/mp4`;
  const matroska = matroskaType(bytes);
  if (matroska) return `${as}/${matroska}`;
  return ascii(bytes, 0, 4) === 'OggS' ? `${as}/ogg` : null;
}

function audioType(bytes: Buffer): string | null {
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WAVE') return 'audio/wav';
  if (ascii(bytes, 0, 4) === 'fLaC') return 'audio/flac';
  if (isAac(bytes)) return 'audio/aac';
  if (ascii(bytes, 0, 3) === 'ID3' || isMpegAudio(bytes)) return 'audio/mpeg';
  return containerType(bytes, 'audio');
}

const finders: Record<Exclude<PreviewKind, 'text'>, (bytes: Buffer) => string | null> = {
  image: imageType,
  audio: audioType,
  video: (bytes) => containerType(bytes, 'video'),
  pdf: (bytes) => (isPdf(bytes) ? 'application/pdf' : null),
};

/** How many of the first bytes `previewType` looks at. */
export const KIND_BYTES = 4096;

/** The media type under which these first bytes may be shown as `as`; null where they aren't that. */
export const previewType = (bytes: Buffer, as: Exclude<PreviewKind, 'text'>): string | null =>
  finders[as](bytes);

/** A text as it is shown. */
export interface DecodedText {
  text: string;
  /** As `TextDecoder` names it. */
  encoding: string;
}

const marks = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

/** UTF-16 without a mark: of its pairs of bytes, most have a zero on one side and hardly any on the other. */
function bareUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const some = bytes.subarray(0, 4096);
  const pairs = Math.floor(some.length / 2);
  if (pairs < 4) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (some[at] === 0) even += 1;
    if (some[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.05 ? 'utf-16be' : null;
}

/** Decodes whole characters and leaves the bytes of one that was cut off; null where they aren't of this encoding. */
function decode(bytes: Buffer, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/**
 * Decodes the beginning of a text: by its mark, as UTF-8 where it is valid, as UTF-16 where it looks like it, and else as
 * windows-1252, in which every byte is a character.
 * @returns null for bytes that are no text: a zero byte stands in none
 */
export function decodeText(bytes: Buffer): DecodedText | null {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const encoding = marked ?? (bytes.includes(0) ? bareUtf16(bytes) : 'utf-8');
  if (encoding === null) return null;
  const strict = decode(bytes, encoding, encoding === 'utf-8');
  const found =
    strict === null
      ? { text: decode(bytes, 'windows-1252', false) ?? '', encoding: 'windows-1252' }
      : { text: strict, encoding };
  return found.text.includes('\0') ? null : found;
}
