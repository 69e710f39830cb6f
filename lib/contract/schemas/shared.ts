/**
 * What the input schemas of both backends share. Messages are short codes of ours (`required`,
 * `too_long`, `hostname_invalid`): the screens say them in the person's language.
 */
import { z } from 'zod';
import type { Reader } from '../reading/fault';
import { readNamedHost } from '../reading/names';

/** The code of a value of the wrong type: `required` when there is none, else `invalid`. */
const wrongType = (issue: { input?: unknown }) =>
  issue.input === undefined || issue.input === null || issue.input === '' ? 'required' : 'invalid';

/** A strict object: fields that the contract does not name are refused with `unknown_field`. */
export function input<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_field' : wrongType(issue)),
  });
}

/** Text that must not be empty, trimmed. `code` is the message when `pattern` does not match. */
export function word(max: number, pattern?: RegExp, code = 'invalid') {
  const text = z.string({ error: wrongType }).trim().min(1, 'required').max(max, 'too_long');
  return pattern ? text.regex(pattern, code) : text;
}

/** Text taken as it is, such as a password: never trimmed. */
export function secret(min: number, max: number) {
  return z
    .string({ error: wrongType })
    .min(1, 'required')
    .min(min, 'too_short')
    .max(max, 'too_long');
}

/** A reference to something: a uuid, a number (also as text), a name. Not forced to one format. */
export const reference = (): z.ZodType<string, string> =>
  z.preprocess(
    (value) => (Number.isSafeInteger(value) ? String(value) : value),
    word(128),
  ) as unknown as z.ZodType<string, string>;

export const yesOrNo = () => z.boolean({ error: wrongType });

export function whole(min: number, max: number = Number.MAX_SAFE_INTEGER) {
  return z.int({ error: wrongType }).min(min, 'too_small').max(max, 'too_large');
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: wrongType });
}

/** A list whose items are checked one by one. */
export function some<Item extends z.ZodType>(item: Item, max: number) {
  return z.array(item, { error: wrongType }).max(max, 'too_many');
}

/** A whole number of a query string, which may still be text: `page=2`. */
export function queryWhole(min: number, max: number): z.ZodType<number, number | string> {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
    whole(min, max),
  ) as unknown as z.ZodType<number, number | string>;
}

/**
 * Text by the reader that a form uses, too: what comes out is the form that is sent. Codes are the reader's.
 * @param wrong the code of what is no text
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

/** A host name by RFC 1123, which isn't a number alone. */
export const hostname = () => reading(readNamedHost);
