/**
 * Parts of the input schemas of both backends. Messages are our own short codes (`required`, `too_long`,
 * `hostname_invalid`); the pages translate them.
 */
import { z } from 'zod';
import type { Reader } from '../reading/fault';
import { readNamedHost } from '../reading/names';

/** The code for a value of the wrong type: `required` if it is missing, else `invalid`. */
const wrongType = (issue: { input?: unknown }) =>
  issue.input === undefined || issue.input === null || issue.input === '' ? 'required' : 'invalid';

/** A strict object: it refuses fields that the contract doesn't name with `unknown_field`. */
export function input<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_field' : wrongType(issue)),
  });
}

/** Trimmed, non-empty text. `code` is the message if `pattern` doesn't match. */
export function word(max: number, pattern?: RegExp, code = 'invalid') {
  const text = z.string({ error: wrongType }).trim().min(1, 'required').max(max, 'too_long');
  return pattern ? text.regex(pattern, code) : text;
}

/** Text that is never trimmed, such as a password. */
export function secret(min: number, max: number) {
  return z
    .string({ error: wrongType })
    .min(1, 'required')
    .min(min, 'too_short')
    .max(max, 'too_long');
}

/** The id of something: a uuid, a number (may be text), a name. No format is required. */
export const reference = (): z.ZodType<string, string> =>
  z.preprocess(
    (value) => (Number.isSafeInteger(value) ? String(value) : value),
    word(128),
  ) as unknown as z.ZodType<string, string>;

/** A boolean. */
export const yesOrNo = () => z.boolean({ error: wrongType });

/** An integer within the limits. Codes: required, invalid, too_small, too_large. */
export function whole(min: number, max: number = Number.MAX_SAFE_INTEGER) {
  return z.int({ error: wrongType }).min(min, 'too_small').max(max, 'too_large');
}

/** One of some fixed texts. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: wrongType });
}

/** A list of at most `max` checked items. */
export function some<Item extends z.ZodType>(item: Item, max: number) {
  return z.array(item, { error: wrongType }).max(max, 'too_many');
}

/** An integer of a query string, so it may be text: `page=2`. */
export function queryWhole(min: number, max: number): z.ZodType<number, number | string> {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
    whole(min, max),
  ) as unknown as z.ZodType<number, number | string>;
}

/**
 * Text that is parsed by the same reader as in forms; the output is the form that is sent. Codes are the reader's.
 * @param wrong the code for a value that is no text
 */
export function reading(reader: Reader, wrong = 'invalid') {
  return z
    .string({ error: (issue) => (wrongType(issue) === 'required' ? 'required' : wrong) })
    .transform((text, context) => {
      const { value, fault } = reader(text);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: fault, input: text });
      return z.NEVER;
    });
}

/** A host name (source: RFC 1123) that is more than a number. */
export const hostname = () => reading(readNamedHost);
