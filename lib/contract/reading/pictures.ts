/**
 * Reads pictures that somebody else gives: a file that a person chooses, an icon of the backend, an answer from
 * outside. Only the first bytes are read, so a picture whose size is a trap is found before anything decodes it.
 * Browser-safe.
 */

export type PictureKind = 'png' | 'jpeg' | 'webp' | 'gif';

/** The media types. SVG is no picture here: it can hold scripts. */
export const pictureTypes: Record<PictureKind, string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The kind of a picture by its first bytes; null for everything else. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(bytes, 0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return 'gif';
  return text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP' ? 'webp' : null;
}

/** Width and height in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Walks the parts of a JPEG to the one that holds its size. */
function jpegSize(bytes: Uint8Array): PictureSize | null {
  const data = view(bytes);
  for (let at = 2; at + 9 < bytes.length;) {
    if (data.getUint8(at) !== 0xff) return null;
    const marker = data.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // a filling byte
      continue;
    }
    // C4, C8 and CC lie among the frame headers but are none.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    if (marker === 0xd9 || marker === 0xda) return null;
    at += 2 + data.getUint16(at + 2);
  }
  return null;
}

function webpSize(bytes: Uint8Array): PictureSize | null {
  const data = view(bytes);
  const triple = (at: number) => data.getUint16(at, true) + data.getUint8(at + 2) * 0x10000;
  const form = text(bytes, 12, 16);
  if (form === 'VP8X') return { width: triple(24) + 1, height: triple(27) + 1 };
  if (form === 'VP8L') {
    const bits = data.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (form !== 'VP8 ') return null;
  return {
    width: data.getUint16(26, true) & 0x3fff,
    height: data.getUint16(28, true) & 0x3fff,
  };
}

/** The size that a picture's header tells; null where it can't be read. */
function sizeOf(bytes: Uint8Array, kind: PictureKind): PictureSize | null {
  const data = view(bytes);
  try {
    if (kind === 'png') return { width: data.getUint32(16), height: data.getUint32(20) };
    if (kind === 'gif') return { width: data.getUint16(6, true), height: data.getUint16(8, true) };
    return kind === 'jpeg' ? jpegSize(bytes) : webpSize(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null; // cut off
    throw error;
  }
}

/** Most pixels of a side, and of a whole picture: decoded, these are 64 MB. */
const longestSide = 8192;
const mostPixels = 16_000_000;

/** Why bytes can't be shown: no picture of a known kind, damaged, or too many pixels. */
export type PictureFault = 'not_a_picture' | 'picture_damaged' | 'picture_too_large';

/**
 * Reads kind and size of a picture.
 * @param pixels the most pixels in all
 */
export function readPicture(
  bytes: Uint8Array,
  pixels = mostPixels,
): { picture: PictureSize & { kind: PictureKind } } | { fault: PictureFault } {
  const kind = pictureKind(bytes);
  if (kind === null) return { fault: 'not_a_picture' };
  const size = sizeOf(bytes, kind);
  if (size === null || size.width === 0 || size.height === 0) return { fault: 'picture_damaged' };
  if (Math.max(size.width, size.height) > longestSide || size.width * size.height > pixels)
    return { fault: 'picture_too_large' };
  return { picture: { kind, ...size } };
}

/** Most characters of a picture's base64 that the backend takes: 512 kB. */
export const mostIconText = 512 * 1024;

/** Where a picture of the backend is: at an address, or in the text itself. */
export type PictureSource = { address: string } | { base64: string };

/** The first characters of the base64 of PNG, JPEG, GIF and WebP. */
const pictureHeads = /^(iVBORw0KGgo|\/9j\/|R0lGOD|UklGR)[A-Za-z0-9+/]*={0,2}$/;
/** A host with a dot or a port, and a path: the documentation's samples have no scheme. */
const hostAndPath = /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?\/\S+$/i;

/**
 * Reads an `icon` or `avatar`: an address with or without its scheme, base64 with or without `data:`. Null for what is
 * none of them, such as the digest that the backend sends for people without a picture.
 */
export function pictureSource(given: string | null | undefined): PictureSource | null {
  const value = given?.trim() ?? '';
  const data = /^data:image\/(?:png|jpeg|jpg|webp|gif);base64,([A-Za-z0-9+/]+={0,2})$/i.exec(value);
  if (data?.[1]) return { base64: data[1] };
  if (pictureHeads.test(value) && value.length > 40) return { base64: value };
  if (value.length > 2048) return null;
  if (/^https?:\/\/\S+$/i.test(value)) return { address: value };
  if (!hostAndPath.test(value) || !/[.:]/.test(value.slice(0, value.indexOf('/')))) return null;
  return { address: `https://${value}` };
}

/**
 * What a browser gets in place of an icon or avatar: a mark that changes with the picture, so that it may keep the
 * picture; null where there is none. The address itself could be anybody's, and base64 would fill every list.
 */
export function pictureMark(given: unknown): string | null {
  if (typeof given !== 'string' || pictureSource(given) === null) return null;
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let index = 0; index < given.length; index += 1) {
    const code = given.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low + code, 0x85ebca6b) ^ (low >>> 13);
  }
  return [high, low].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
