/**
 * The decoders: they turn the quirks of the backends' answers (contract/api.md section 3) into plain values. Each is
 * a zod pipe whose input type is what a backend may send and whose output is what the console shows: JSON-safe, with
 * numbers as numbers, instants as ISO 8601 text in UTC, and missing values as `null`. Decoders are lenient: an
 * unreadable value becomes `null`, and only a missing id throws.
 */
import { z } from 'zod';

const absentUuid = '00000000-0000-0000-0000-000000000000';

/** Makes a pipe and gives it an input type; at run time it accepts any value. */
function decoder<Out, In>(
  read: (value: unknown) => unknown,
  out: z.ZodType<Out>,
): z.ZodType<Out, In> {
  return z.preprocess(read, out) as unknown as z.ZodType<Out, In>;
}

/**
 * Removes the stray commas and quotes of the samples: `"2,"` → `2`, `0001-01-01T00:00:00Z"` → without the quote.
 * (QA1, QA3) It uses loops because `/[",]+$/` takes quadratic time for many commas before a letter.
 */
export function tidy(value: string): string {
  const text = value.trim();
  let end = text.length;
  while (end > 0 && (text[end - 1] === '"' || text[end - 1] === ',')) end -= 1;
  let start = 0;
  while (start < end && text[start] === '"') start += 1;
  return text.slice(start, end).trim();
}

/** Longest text that may be a number; testing longer texts by a pattern may take long. */
const longestFigure = 100;

function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const text = tidy(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** A number; it may be text with a trailing comma. (QA1) */
export const number = () =>
  decoder<number | null, number | string | null | undefined>(readNumber, z.number().nullable());

/** An integer; fractions are cut off. */
export const int = () =>
  decoder<number | null, number | string | null | undefined>((value) => {
    const read = readNumber(value);
    return read === null ? null : Math.trunc(read);
  }, z.int().nullable());

/** A boolean: true, 1, "1", "true," and their opposites. (QA1; Laravel writes 0 and 1) */
export const bool = () =>
  decoder<boolean | null, boolean | number | string | null | undefined>((value) => {
    if (typeof value === 'boolean') return value;
    const text = typeof value === 'string' ? tidy(value).toLowerCase() : value;
    if (text === 1 || text === '1' || text === 'true') return true;
    if (text === 0 || text === '0' || text === 'false') return false;
    return null;
  }, z.boolean().nullable());

/** Text; numbers become text; empty text becomes null. */
export const text = () =>
  decoder<string | null, string | number | null | undefined>((value) => {
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return null;
    const read = value.trim();
    return read === '' ? null : read;
  }, z.string().nullable());

/** An id: a uuid or number, always text afterwards. It is required: an answer without it can't be read. (QD6) */
export const id = () =>
  decoder<string, string | number>(
    (value) =>
      typeof value === 'number' ? String(value) : typeof value === 'string' ? tidy(value) : value,
    z.string().min(1),
  );

/** The id of something else; null if it is missing or the zero uuid. (QA10) */
export const idOrNull = () =>
  decoder<string | null, string | number | null | undefined>((value) => {
    if (typeof value === 'number') return value === 0 ? null : String(value);
    if (typeof value !== 'string') return null;
    const read = tidy(value);
    return read === '' || read === absentUuid ? null : read;
  }, z.string().nullable());

/** A name; a missing one becomes an empty text, so that the whole answer is not refused. */
export const label = () =>
  decoder<string, string | number | null | undefined>(
    (value) =>
      typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '',
    z.string(),
  );

const months: Record<string, number> = {
  jan: 0,
  feb: 1,
  mar: 2,
  apr: 3,
  may: 4,
  mei: 4,
  jun: 5,
  jul: 6,
  aug: 7,
  agu: 7,
  sep: 8,
  oct: 9,
  okt: 9,
  nov: 10,
  dec: 11,
  des: 11,
};
/** The offset of Asia/Jakarta, UTC+7. It has had no summer time since 1950, so a fixed offset is exact. (QD16) */
const wibMilliseconds = 7 * 3600 * 1000;

/**
 * Reads an instant in any of the backends' forms (QA13, QD16): ISO 8601 with offset or `Z`; `25 January 2024, 14:43`;
 * `15 August 2024 10:31`; `26/08/2024`; `2023-10-25 16:38`; `2019-08-24`; `March 2024`. Forms without a zone are in
 * Jakarta's time (UTC+7). Go's zero time is null.
 * @returns ISO 8601 in UTC with milliseconds, or null
 */
export function readInstant(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const source = tidy(value);
  if (source === '' || source.startsWith('0001-01-01')) return null;
  const iso = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/i.exec(
    source,
  );
  if (iso) {
    const time = Date.parse(`${iso[1]}T${iso[2]}${(iso[3] ?? '').slice(0, 4)}${iso[4]}`);
    return Number.isNaN(time) ? null : new Date(time).toISOString();
  }
  const plain = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(source);
  if (plain) return wib(plain[1], Number(plain[2]) - 1, plain[3], plain[4], plain[5], plain[6]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(
    source,
  );
  if (slashed)
    return wib(slashed[3], Number(slashed[2]) - 1, slashed[1], slashed[4], slashed[5], slashed[6]);
  const worded =
    /^(?:(\d{1,2})\s+)?([A-Za-z]{3,})\s+(\d{4})(?:,?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?$/.exec(
      source,
    );
  const month = worded?.[2] ? months[worded[2].slice(0, 3).toLowerCase()] : undefined;
  if (worded && month !== undefined)
    return wib(worded[3], month, worded[1] ?? '1', worded[4], worded[5], worded[6]);
  return null;
}

function wib(
  year: string | undefined,
  month: number,
  day: string | undefined,
  hour = '0',
  minute = '0',
  second = '0',
) {
  const [y, d] = [Number(year), Number(day)];
  const time = Date.UTC(y, month, d, Number(hour), Number(minute), Number(second));
  const back = new Date(time);
  if (back.getUTCMonth() !== month || back.getUTCDate() !== d) return null; // a date that doesn't exist, such as 31 February
  return new Date(time - wibMilliseconds).toISOString();
}

/** An instant, see {@link readInstant}. */
export const instant = () =>
  decoder<string | null, string | null | undefined>(readInstant, z.string().nullable());

/** The number of cores: a number, or text such as `"2"`, `"2 CPU"`, `"0.5 vCPU"`, `"4 Cores"`. */
export function readCores(value: unknown): number | null {
  if (typeof value !== 'string') return readNumber(value);
  const found = /^(\d+(?:\.\d+)?)\s*(?:v?cpus?|v?cores?)?$/i.exec(tidy(value));
  return found ? Number(found[1]) : null;
}
/** A number of cores, see {@link readCores}. */
export const cores = () =>
  decoder<number | null, number | string | null | undefined>(readCores, z.number().nullable());

/** Units of a size, each 1024 times the one before. */
const sizeUnits = ['MB', 'GB', 'TB'] as const;

/** Converts text with any unit to a number of `unit`; a plain number is already in `unit`. */
function readSize(value: unknown, unit: (typeof sizeUnits)[number]): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const found = /^(\d+(?:\.\d+)?)\s*(?:([MGT])i?B)?$/i.exec(tidy(value));
  if (!found) return null;
  const said = sizeUnits.findIndex((one) => one.startsWith(found[2]?.toUpperCase() ?? unit));
  return Number(found[1]) * 1024 ** (said - sizeUnits.indexOf(unit));
}

/** Gigabytes from `"2 GB"`, `"30GB"`, `"2048 MB"`, `"1.5 TB"` or a plain number of GB. (QD13) */
export const readGigabytes = (value: unknown): number | null => readSize(value, 'GB');
/** Gigabytes, see {@link readGigabytes}. */
export const gigabytes = () =>
  decoder<number | null, number | string | null | undefined>(readGigabytes, z.number().nullable());

/** Megabytes from the same texts, or a plain number of MB. */
export const megabytes = () =>
  decoder<number | null, number | string | null | undefined>(
    (value) => readSize(value, 'MB'),
    z.number().nullable(),
  );

/**
 * Rupiah; it may be Indonesian text: `"Rp10.000,00"` → 10000, `"-Rp1.500"` → -1500. (QD15) Cents in a text become a
 * fraction; a plain number stays as it is.
 */
export function readRupiah(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const source = tidy(value);
  if (source.length > longestFigure) return null;
  if (/^-?\d+(\.\d+)?$/.test(source) && !/^-?\d{1,3}(\.\d{3})+$/.test(source))
    return Number(source);
  const found = /^([-+])?\s*(?:Rp|IDR)?\.?\s*([-+])?([\d.]+)(?:,(\d{1,2}))?$/i.exec(source);
  if (!found?.[3]) return null;
  const whole = Number(found[3].replaceAll('.', ''));
  const amount = whole + (found[4] ? Number(`0.${found[4]}`) : 0);
  return found[1] === '-' || found[2] === '-' ? -amount : amount;
}
/** Rupiah, see {@link readRupiah}. */
export const rupiah = () =>
  decoder<number | null, number | string | null | undefined>(readRupiah, z.number().nullable());

/**
 * A price or cost in rupiah: a number, text with a decimal point, or what {@link readRupiah} reads. Fractions are
 * kept, so that the month's price is right for a fractional hourly price; the pages round what they show.
 */
export const price = () =>
  decoder<number | null, number | string | null | undefined>(
    (value) => readNumber(value) ?? readRupiah(value),
    z.number().nullable(),
  );

/**
 * A version that comes as a number (`1.23`) or text; the result is text. The zero of `1.20` is already lost in a
 * number. (QA8)
 */
export const version = text;

/** A list; it may come as null, a leaked schema `{"type":"array"}`, one object, or a list. (QA5–QA7) */
export function listOf<S extends z.ZodType>(
  item: S,
): z.ZodType<z.output<S>[], z.input<S>[] | z.input<S> | { type: 'array' } | 0 | null | undefined> {
  return z.preprocess((value) => {
    if (Array.isArray(value)) return value;
    if (value === null || typeof value !== 'object') return [];
    const keys = Object.keys(value);
    return keys.length === 1 && (value as { type?: unknown }).type === 'array' ? [] : [value];
  }, z.array(item)) as unknown as z.ZodType<z.output<S>[], z.input<S>[]>;
}

/** A list of texts, such as tags; other items are dropped. (QA26) */
export const words = () =>
  decoder<string[], string[] | null | undefined>(
    (value) =>
      Array.isArray(value)
        ? value.filter((item): item is string => typeof item === 'string' && item !== '')
        : [],
    z.array(z.string()),
  );

/**
 * Most spellings of keys that one object schema remembers; the limit protects memory if a backend always sends new
 * keys.
 */
const mostSpellings = 500;

/**
 * Makes a function that normalizes an object's keys: it removes quotes and blanks, renames aliases, takes the first
 * value of a name that is not null, and drops keys outside `names`. The result for each spelling is remembered.
 */
function keyCleaner(names: readonly string[], aliases: Record<string, string>) {
  const wanted = new Set(names);
  const nameOfAlias = new Map(Object.entries(aliases));
  const spellings = new Map<string, string | null>();
  const nameOf = (key: string): string | null => {
    const known = spellings.get(key);
    if (known !== undefined) return known;
    const bare = key.replaceAll('"', '').trim();
    const name = nameOfAlias.get(bare) ?? bare;
    const found = wanted.has(name) ? name : null;
    if (spellings.size < mostSpellings) spellings.set(key, found);
    return found;
  };
  return (value: unknown): unknown => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const clean: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const name = nameOf(key);
      if (name === null) continue;
      if (clean[name] === undefined || clean[name] === null)
        clean[name] = (value as Record<string, unknown>)[key];
    }
    return clean;
  };
}

/**
 * An object of a backend: stray quotes in keys are removed (QA2), aliases are renamed (QA11, QD17: `{ InvoiceUrl:
 * 'invoice_url' }`), and keys that the contract doesn't name are dropped.
 */
export function wireObject<
  Shape extends z.core.$ZodLooseShape,
  const Aliases extends Record<string, string> = Record<never, string>,
>(shape: Shape, aliases?: Aliases) {
  const object = z.object(shape);
  return z.preprocess(
    keyCleaner(Object.keys(shape), aliases ?? {}),
    object,
  ) as unknown as z.ZodType<
    z.output<typeof object>,
    Partial<z.input<typeof object>> & Aliased<z.input<typeof object>, Aliases>
  >;
}

/** The input type of the aliases: each has the type of its field. */
type Aliased<Input, Aliases> = {
  [Name in keyof Aliases]?: Aliases[Name] extends keyof Input ? Input[Aliases[Name]] : never;
};

/** An embedded object; null if it is missing, no object, or a struct of zeros with the zero uuid. (QA10) */
export function embedded<S extends z.ZodType>(
  item: S,
): z.ZodType<z.output<S> | null, z.input<S> | null | undefined> {
  return z.preprocess((value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
    const uuid = (value as { uuid?: unknown }).uuid;
    return uuid === absentUuid ? null : value;
  }, item.nullable()) as unknown as z.ZodType<z.output<S> | null, z.input<S> | null | undefined>;
}
