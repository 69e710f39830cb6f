/**
 * The path and the query of a call as S3 reads them: each is percent-decoded once and nothing else happens to it. `..`,
 * `//` and a leading slash are parts of a key like any other text, so no URL class may see the path.
 */
import { S3Refusal } from './refusal';

/** What a call is about. */
export interface Address {
  /** Empty for the list of buckets. */
  bucket: string;
  /** Empty for the bucket itself. */
  key: string;
  query: Query;
  /** The path as it is signed: decoded and encoded again. */
  canonicalPath: string;
}

/** Decodes once; text that is no UTF-8 or has a broken escape is refused. */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Refusal('InvalidURI');
  }
}

/** Encodes all but what RFC 3986 leaves unreserved. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The same, but slashes stay. */
export const encodePath = (path: string) => path.split('/').map(percentEncode).join('/');

/** The query, with names in the order in which they came. */
export class Query {
  readonly entries: readonly (readonly [string, string])[];

  constructor(raw: string) {
    this.entries = raw
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        const pair = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
        const [name = '', value = ''] = pair.map((one) => percentDecode(one.replaceAll('+', ' ')));
        return [name, value] as const;
      });
  }

  /** The first value of a name, or null. */
  get(name: string): string | null {
    return this.entries.find(([one]) => one === name)?.[1] ?? null;
  }

  has(name: string): boolean {
    return this.entries.some(([one]) => one === name);
  }

  /** How often a name is given, in any case of its letters. */
  count(name: string): number {
    return this.entries.filter(([one]) => one.toLowerCase() === name.toLowerCase()).length;
  }

  /** A whole number from `least` to `most`; `fallback` where it isn't given, and more than `most` is `most`. */
  number(name: string, fallback: number, least: number, most: number): number {
    const text = this.get(name);
    if (text === null || text === '') return fallback;
    const value = Number(text);
    if (!/^-?\d{1,10}$/.test(text) || value < least || value > 2 ** 31 - 1)
      throw new S3Refusal('InvalidArgument', `Argument ${name} must be an integer from ${least}.`);
    return Math.min(value, most);
  }
}

/** Reads the target of a request line such as `/bucket/a%20key?list-type=2`. */
export function addressOf(target: string): Address {
  const at = target.indexOf('?');
  const raw = at < 0 ? target : target.slice(0, at);
  if (!raw.startsWith('/')) throw new S3Refusal('InvalidURI');
  const path = percentDecode(raw);
  const slash = path.indexOf('/', 1);
  return {
    bucket: slash < 0 ? path.slice(1) : path.slice(1, slash),
    key: slash < 0 ? '' : path.slice(slash + 1),
    query: new Query(at < 0 ? '' : target.slice(at + 1)),
    canonicalPath: encodePath(path),
  };
}
