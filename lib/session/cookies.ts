/**
 * Splits long cookies into chunks: `name`, or `name.0`, `name.1`, …, cut where next-auth 4 cuts them, so that each can
 * read what the other wrote.
 */
import { settings } from '@/lib/settings';
import { ownerHash } from './session';

/** A browser accepts 4096 bytes with the attributes; next-auth reserves 163 for those. */
export const CHUNK_SIZE = 4096 - 163;
/** Most chunks that we write. */
const MAX_CHUNKS = 16;

export type Cookies = ReadonlyMap<string, string>;

/**
 * Parses a `Cookie` header. Of two cookies with one name the first counts, since browsers send the longest path first.
 */
export function parseCookies(header: string | null | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    if (!found.has(name)) found.set(name, part.slice(at + 1).trim());
  }
  return found;
}

/**
 * `__Host-` prevents a sibling host, such as a customer's machine under the provider's domain, from setting our cookie.
 */
function prefix(): string {
  return settings().NUSA_TLS ? '__Host-' : '';
}

/** Name of the session cookie: `nusa.session`, with `__Host-` behind TLS. */
export function sessionCookieName(): string {
  return `${prefix()}nusa.session`;
}

/** Name of the cookie with the linked keys of one person. */
export function keysCookieName(identity: string): string {
  return `${prefix()}nusa.keys.${ownerHash(identity)}`;
}

/** Name of the cookie with the storage keys of one person. */
export function storageCookieName(identity: string): string {
  return `${prefix()}nusa.storage.${ownerHash(identity)}`;
}

/** The value of a cookie that may be in chunks; undefined if there is none. */
export function readChunked(cookies: Cookies, name: string): string | undefined {
  const whole = cookies.get(name);
  if (whole !== undefined) return whole;
  let value = '';
  for (let index = 0; index < MAX_CHUNKS; index += 1) {
    const chunk = cookies.get(`${name}.${index}`);
    if (chunk === undefined) break;
    value += chunk;
  }
  return value === '' ? undefined : value;
}

function chunkNames(cookies: Cookies, name: string): string[] {
  return [...cookies.keys()].filter(
    (held) =>
      held === name || (held.startsWith(`${name}.`) && /^\d+$/.test(held.slice(name.length + 1))),
  );
}

function setCookie(name: string, value: string, maxAge: number): string {
  const secure = settings().NUSA_TLS ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

/**
 * `Set-Cookie` lines that write a value, in chunks if it is long, and delete old chunks that the browser still holds.
 * @param held the cookies of the request
 * @param maxAge seconds
 */
export function writeChunked(held: Cookies, name: string, value: string, maxAge: number): string[] {
  const chunks = new Map<string, string>();
  if (value.length <= CHUNK_SIZE) chunks.set(name, value);
  else {
    for (let at = 0; at < value.length; at += CHUNK_SIZE) {
      chunks.set(`${name}.${chunks.size}`, value.slice(at, at + CHUNK_SIZE));
    }
  }
  const stale = chunkNames(held, name).filter((old) => !chunks.has(old));
  return [
    ...stale.map((old) => setCookie(old, '', 0)),
    ...[...chunks].map(([chunk, text]) => setCookie(chunk, text, maxAge)),
  ];
}

/** `Set-Cookie` lines that delete a cookie and all its chunks. */
export function deleteChunked(held: Cookies, name: string): string[] {
  return chunkNames(held, name).map((old) => setCookie(old, '', 0));
}
