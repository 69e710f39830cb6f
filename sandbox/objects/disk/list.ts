/**
 * Lists keys in the order of their bytes. What stands under a common prefix is passed over by a search in the index,
 * so that a prefix costs the same for one key as for a million.
 */
import type { Store } from '../../db';
import type { ListPage, ListQuery, ObjectInfo } from '../store';
import { objectInfo, type ObjectRow } from './rows';

/** Where a list goes on: with the first key from `from` on, or with the older versions of that key. */
interface Place {
  from: Buffer;
  /** Whether `from` itself is left out. */
  beyond: boolean;
  /** Older versions of the key `from` are still to come: those below this row. */
  below?: number;
}

/** The first bytes that are greater than all that begin with `prefix`; UTF-8 has no byte 255. */
export function afterPrefix(prefix: Buffer): Buffer {
  const next = Buffer.from(prefix);
  const last = next.length - 1;
  next[last] = (next[last] ?? 0) + 1;
  return next;
}

const later = (a: Buffer, b: Buffer) => (Buffer.compare(a, b) >= 0 ? a : b);

function placeText({ from, beyond, below }: Place): string {
  return Buffer.from(JSON.stringify([from.toString('base64'), beyond, below])).toString(
    'base64url',
  );
}

/** A text that no list has given begins at the start. */
function placeOf(text: string): Place | null {
  try {
    const [from, beyond, below] = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    ) as unknown[];
    if (typeof from !== 'string' || typeof beyond !== 'boolean') return null;
    const place = { from: Buffer.from(from, 'base64'), beyond };
    return typeof below === 'number' ? { ...place, below } : place;
  } catch {
    return null;
  }
}

/** The place after a key that is named; with a delimiter, what has the same common prefix was listed as one line. */
function placeAfter(key: string, prefix: Buffer, delimiter: Buffer): Place {
  const from = Buffer.from(key, 'utf8');
  const common = from.subarray(0, prefix.length).equals(prefix)
    ? commonPrefix(from, prefix, delimiter)
    : null;
  return common ? { from: afterPrefix(common), beyond: false } : { from, beyond: true };
}

/** The part of a key up to and with the first delimiter after the prefix; null where it has none. */
function commonPrefix(key: Buffer, prefix: Buffer, delimiter: Buffer): Buffer | null {
  if (delimiter.length === 0) return null;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? null : key.subarray(0, at + delimiter.length);
}

/** Reads the rows of a bucket from a place on. */
class Rows {
  readonly #end: Buffer | null;
  readonly #latest: string;

  constructor(
    private readonly store: Store,
    private readonly bucket: number,
    prefix: Buffer,
    private readonly versions: boolean,
  ) {
    this.#end = prefix.length > 0 ? afterPrefix(prefix) : null;
    this.#latest = versions ? '' : 'indexed by objects_listed where latest = 1 and marker = 0 and';
  }

  /** The next rows, at most `limit`. */
  from({ from, beyond, below }: Place, limit: number): ObjectRow[] {
    const first = below === undefined ? [] : this.#older(from, below, limit);
    const left = limit - first.length;
    if (left === 0) return first;
    const table = this.versions ? 'indexed by objects_versions where' : this.#latest;
    const order = this.versions ? 'key, id desc' : 'key';
    const sql = `select * from objects ${table} bucket = ? and key ${beyond ? '>' : '>='} ?${this.#end ? ' and key < ?' : ''} order by ${order} limit ?`;
    const values = [this.bucket, from, ...(this.#end ? [this.#end] : []), left];
    return [...first, ...this.store.all<ObjectRow>(sql, ...values)];
  }

  #older(key: Buffer, below: number, limit: number): ObjectRow[] {
    const sql =
      'select * from objects where bucket = ? and key = ? and id < ? order by id desc limit ?';
    return this.store.all<ObjectRow>(sql, this.bucket, key, below, limit);
  }
}

const fewRows = 16;
const mostRows = 1000;

/** One page of a bucket. @param bucket the id of its row */
export function listObjects(store: Store, bucket: number, query: ListQuery): ListPage {
  const prefix = Buffer.from(query.prefix, 'utf8');
  const delimiter = Buffer.from(query.delimiter, 'utf8');
  const versions = query.versions ?? false;
  const rows = new Rows(store, bucket, prefix, versions);
  let place: Place = { from: prefix, beyond: false };
  if (query.startAfter) {
    const named = placeAfter(query.startAfter, prefix, delimiter);
    if (later(named.from, prefix) === named.from) place = named;
  }
  place = (query.after === null ? null : placeOf(query.after)) ?? place;

  const objects: ObjectInfo[] = [];
  const prefixes: string[] = [];
  const room = () => query.max - objects.length - prefixes.length;
  let wanted = fewRows;
  let ended = false;
  while (room() > 0 && !ended) {
    const limit = Math.min(wanted, room());
    const found = rows.from(place, limit);
    ended = found.length < limit;
    wanted = Math.min(wanted * 4, mostRows);
    for (const row of found) {
      const key = Buffer.from(row.key);
      const common = commonPrefix(key, prefix, delimiter);
      if (common) {
        prefixes.push(common.toString('utf8'));
        place = { from: afterPrefix(common), beyond: false };
        // The rows that were read after this one may stand under the same prefix.
        wanted = fewRows;
        ended = false;
        break;
      }
      objects.push(objectInfo(row));
      place = { from: key, beyond: true, ...(versions ? { below: row.id } : {}) };
    }
  }
  const more = !ended && query.max > 0 && rows.from(place, 1).length > 0;
  return { objects, prefixes, next: more ? placeText(place) : null };
}
