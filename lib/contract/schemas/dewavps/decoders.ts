/** Decoders for DewaVPS only, besides `lib/contract/decode.ts`: aliases, answers of writes, days, states. */
import { z } from 'zod';
import { embedded, id, idOrNull, readInstant, text, tidy, wireObject } from '../../decode';

function typed<Out, In>(read: (value: unknown) => unknown, out: z.ZodType): z.ZodType<Out, In> {
  return z.preprocess(read, out) as unknown as z.ZodType<Out, In>;
}

type Fields = z.core.$ZodLooseShape;
type Aliases<S extends Fields> = Record<string, keyof S & string>;
type Output<S extends Fields> = z.output<z.ZodObject<S>>;
/** The input type: the fields by their own names or by an alias. */
type Wire<S extends Fields, A extends Aliases<S>> = Partial<z.input<z.ZodObject<S>>> & {
  [K in keyof A]?: z.input<S[A[K]]>;
};

/**
 * An object with aliases, typed so that a backend may use either name: `{ memory: 'memory_gb' }` copies `memory` to
 * `memory_gb`. A missing id is refused; any other missing field is null. (QD13, QD14, QD17)
 */
export function row<S extends Fields, const A extends Aliases<S> = Record<never, never>>(
  fields: S,
  aliases?: A,
) {
  return wireObject(fields, aliases ?? {}) as unknown as z.ZodType<Output<S>, Wire<S, A>>;
}

/**
 * The answer of a write: an object, or `[]`, null or a sentence in its place (QD5). The change has already happened,
 * so reading must not fail: make every field nullable.
 */
export function echo<S extends Fields, const A extends Aliases<S> = Record<never, never>>(
  fields: S,
  aliases?: A,
) {
  const read = (value: unknown) => (isObject(value) ? value : {});
  return typed<Output<S>, Wire<S, A> | [] | string | null>(read, row(fields, aliases));
}

/** An object that may come as the value of its one field: `"SUCCESS"` for `{ status: "SUCCESS" }`. */
export function bareOr<S extends Fields, const A extends Aliases<S> = Record<never, never>>(
  field: keyof S & string,
  fields: S,
  aliases?: A,
) {
  const read = (value: unknown) =>
    isObject(value) ? value : { [field]: Array.isArray(value) ? null : value };
  return typed<Output<S>, Wire<S, A> | string | number | null>(read, row(fields, aliases));
}

/** Whether a value is an object and no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The machine in the answer of a write. */
export const instanceEcho = () =>
  echo({ uuid: idOrNull(), hostname: text(), status: text() }, { id: 'uuid' });

/** The name of a place, which comes as text or as an object (list and detail differ). */
export const nameOf = () =>
  typed<
    string | null,
    string | number | { id?: number | string | null; name?: string | null } | null | undefined
  >((value) => (isObject(value) ? value.name : value), text());

/** Another machine: an object, or only its uuid. (DEPA reads both.) */
export const instanceRef = () =>
  typed<
    { uuid: string; hostname: string | null } | null,
    { uuid?: string; hostname?: string | null } | string | null | undefined
  >(
    (value) => {
      if (typeof value === 'string') return value === '' ? null : { uuid: value };
      return isObject(value) && (value.uuid ?? value.id) ? value : null;
    },
    embedded(row({ uuid: id(), hostname: text() }, { id: 'uuid', name: 'hostname' })),
  );

const jakarta = 7 * 3600 * 1000;

function readDay(value: unknown): string | null {
  const at = readInstant(value);
  return at === null ? null : new Date(Date.parse(at) + jakarta).toISOString().slice(0, 10);
}

/** A day in Jakarta as YYYY-MM-DD, from any of the date forms. (QD16: `26/08/2024`, `2019-08-24`) */
export const day = () =>
  typed<string | null, string | null | undefined>(readDay, z.string().nullable());

/** A month as YYYY-MM, from `March 2024`; other text stays as it is. */
export const month = () =>
  typed<string | null, string | null | undefined>(
    (value) => readDay(value)?.slice(0, 7) ?? value,
    text(),
  );

/** `A` (accept) or `D` (drop), also from Proxmox's words; other words stay as they are. */
export const ruleAction = () =>
  typed<string | null, string | null | undefined>((value) => {
    if (typeof value !== 'string') return value;
    const word = tidy(value).toUpperCase();
    if (word === 'A' || word.startsWith('ACCEPT') || word === 'ALLOW') return 'A';
    return word === 'D' || word.startsWith('DROP') || word === 'DENY' ? 'D' : value;
  }, text());

const on = new Set(['enabled', 'enable', 'active', 'on', 'true', '1', 'yes']);
const off = new Set(['disabled', 'disable', 'inactive', 'off', 'false', '0', 'no']);

/** Whether a rule is enabled, from a boolean or a word. */
export const enabled = () =>
  typed<boolean | null, boolean | number | string | null | undefined>((value) => {
    const word = String(value).trim().toLowerCase();
    return on.has(word) ? true : off.has(word) ? false : null;
  }, z.boolean().nullable());
