/**
 * Encodes an input. Laravel's forms (DewaVPS): booleans as 1 and 0, lists as `k[]`, lists of objects as `k[0][name]`,
 * null as an empty text. Undefined isn't sent. Source: contract/api.md 1.2.
 */
import { FormData } from 'undici';
import type { Backend, Encoding } from '@/lib/contract/operation';

type Pair = [name: string, value: string];

function pairs(name: string, value: unknown, indexed: boolean, out: Pair[]): void {
  if (value === undefined) return;
  if (value === null) out.push([name, '']);
  else if (typeof value === 'boolean') out.push([name, value ? '1' : '0']);
  else if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      const nested = typeof item === 'object' && item !== null;
      pairs(nested || indexed ? `${name}[${index}]` : `${name}[]`, item, nested, out);
    });
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) pairs(`${name}[${key}]`, item, indexed, out);
  } else out.push([name, String(value)]);
}

/** The fields of a Laravel form, in order. */
export function formPairs(fields: Record<string, unknown>): Pair[] {
  const out: Pair[] = [];
  for (const [name, value] of Object.entries(fields)) pairs(name, value, false, out);
  return out;
}

/**
 * A query string with its `?`, or an empty text. Null and undefined are left out. DewaVPS gets Laravel's format; Awanio
 * gets `true`, `false` and repeated names.
 */
export function queryString(backend: Backend, fields: Record<string, unknown> | undefined): string {
  if (!fields) return '';
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    if (backend === 'dewavps')
      for (const [key, text] of formPairs({ [name]: value })) search.append(key, text);
    else
      for (const item of Array.isArray(value) ? (value as unknown[]) : [value])
        search.append(name, String(item));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

export interface EncodedBody {
  body: string | FormData | null;
  /** Absent for multipart, whose boundary the client adds, and if there is no body. */
  contentType?: string;
}

/** The body of a request; none for `query` and `none`. */
export function encodeBody(
  encoding: Encoding,
  body: Record<string, unknown> | undefined,
): EncodedBody {
  if (encoding === 'none' || encoding === 'query') return { body: null };
  const fields = body ?? {};
  if (encoding === 'json') return { body: JSON.stringify(fields), contentType: 'application/json' };
  if (encoding === 'form') {
    return {
      body: new URLSearchParams(formPairs(fields)).toString(),
      contentType: 'application/x-www-form-urlencoded',
    };
  }
  const form = new FormData();
  for (const [name, value] of formPairs(fields)) form.append(name, value);
  return { body: form };
}
