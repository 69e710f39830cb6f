/** The `Content-Disposition` of a file that is saved, and the name that a key gives it. Browser-safe. */

import { encodePart } from '@/lib/contract/well-formed';

/** What turns the direction of the text around it, by which `exe.txt` can be shown as `txt.exe`. */
const turnsText = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** A name without what no name of a file can hold, or what hides what it says. */
const plainName = (name: string) =>
  name.replace(controls, '_').replace(turnsText, '_').replace(/[/\\]/g, '_');

/** The name under which an object is saved: the last part of its key; a key of slashes alone has none. */
export function nameOfKey(key: string): string {
  const last = key.split('/').findLast((part) => part !== '') ?? '';
  const name = plainName(last);
  return /^\.*$/.test(name) ? 'download' : name;
}

/** Percent-encodes what RFC 8187 doesn't take as it is: `'`, `(`, `)` and `*` too, which `encodeURIComponent` leaves. */
const encoded = (name: string) =>
  encodePart(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The header that saves a file under this name. The quoted name is for what doesn't know `filename*`: ASCII, never
 * percent-encoded, and without the signs that readers of quoted text disagree about. A name of plain signs needs no other.
 */
export function attachmentNamed(name: string): string {
  const plain = plainName(name);
  if (/^[\w.-]+$/.test(plain)) return `attachment; filename="${plain}"`;
  const ascii = plain.replace(/[^\x20-\x7e]/gu, '_').replace(/["%]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(plain)}`;
}
