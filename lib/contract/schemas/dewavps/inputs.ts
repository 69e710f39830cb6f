/**
 * Strict schemas of the input that we send to DewaVPS. Messages are our own short codes (`required`, `too_small`, …),
 * which the pages translate. The types are those of a typed caller; at run time the schemas also read the text forms
 * of query strings and form bodies ("2", "1", "true"), so console and sandbox share them.
 */
import { z } from 'zod';
import { readLogin } from '../../reading/logins';
import { readDomain, readHostname } from '../../reading/names';
import { readCidr } from '../../reading/network';
import { readPortField } from '../../reading/ports';
import { readLine, readPassword } from '../../reading/text';
import { reading } from '../shared';

type Issue = { input?: unknown };

/** Gives `required` for a missing value, else the code. */
function code(other: string): (issue: Issue) => string {
  return ({ input }) =>
    input === undefined || input === null || input === '' ? 'required' : other;
}

/** A strict object: it refuses a field that the contract doesn't name with `unknown_field`. */
export function input<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_field' : 'required'),
  });
}

/** Makes a pipe and gives it the input type of typed callers; at run time it accepts any value. */
function typed<Out, In>(
  read: (value: unknown) => unknown,
  out: z.ZodType<Out>,
): z.ZodType<Out, In> {
  return z.preprocess(read, out) as unknown as z.ZodType<Out, In>;
}

function numeral(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return /^-?\d{1,15}(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
}

/** An integer within the limits. Codes: required, not_a_number, too_small, too_large. */
export function whole(min: number, max: number) {
  const schema = z
    .int({ error: code('not_a_number') })
    .min(min, 'too_small')
    .max(max, 'too_large');
  return typed<number, number>(numeral, schema);
}

const flags = new Map<unknown, boolean>([
  [1, true],
  ['1', true],
  ['true', true],
  [0, false],
  ['0', false],
  ['false', false],
]);

/** A boolean; Laravel's forms send 1 and 0. */
export function flag() {
  const read = (value: unknown) => flags.get(value) ?? value;
  return typed<boolean, boolean>(read, z.boolean({ error: code('not_a_flag') }));
}

/** The id of a location, tier or template: an integer for the backend, text in our results. (QD6) */
export function numericId() {
  const schema = z.int({ error: code('id_invalid') }).min(1, 'id_invalid');
  return typed<number, number | string>(numeral, schema);
}

const identity = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** The text of an id that is given as text or as a number. */
const idText = (value: unknown) => (Number.isSafeInteger(value) ? String(value) : value);

/** An id: a uuid in some operations, a number in others. (QD6) */
export function id() {
  const schema = z
    .string({ error: code('id_invalid') })
    .regex(identity, { error: code('id_invalid') });
  return typed<string, string>(idText, schema);
}

/**
 * An id, or null to remove something; null is sent as an empty field, which the backend reads as a removal. The field
 * is required, since the backend would also read a missing field as a removal.
 */
export function idOrNothing() {
  const schema = z
    .string({ error: code('id_invalid') })
    .regex(/^$|^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, 'id_invalid');
  return typed<string, string | null>((value) => (value === null ? '' : idText(value)), schema);
}

/** One line of text. Codes: those of `readLine`. */
export function line(max: number) {
  return reading(readLine(max), 'text_invalid');
}

/** Like `line`, but may be empty. */
export function optionalLine(max: number) {
  return reading(readLine(max, { optional: true }), 'text_invalid');
}

/** An id of any form in one line of text, such as an SSH key's. */
export function idOfAny() {
  return typed<string, string>(idText, line(8192));
}

/** A host name (source: RFC 1123), in the form that `readHostname` gives. */
export function hostname() {
  return reading(readHostname, 'hostname_invalid');
}

/** A full domain name, for reverse DNS. Codes: those of `readDomain`. */
export function domain() {
  return reading(readDomain, 'hostname_invalid');
}

/** A login name; upper case is allowed because Windows images use it. */
export function username() {
  return reading(readLogin('instance'), 'username_invalid');
}

/** A new password: 8–128 characters without control characters. It is never trimmed. */
export function password() {
  return reading(readPassword(), 'password_invalid');
}

/** A calendar day, YYYY-MM-DD. */
export function day() {
  return z.iso.date({ error: code('date_invalid') });
}

/** The query of a list in pages. */
export const paging = () => ({
  limit: whole(1, 100).optional(),
  page: whole(1, 1_000_000).optional(),
});

/**
 * A port, or a range as text. The documentation says an integer, but a working client sends text (QD7). A range is
 * sent with the colon of the backend's Proxmox firewall: `8000:9000`.
 */
export function port() {
  const asText = (value: unknown) => (typeof value === 'number' ? String(value) : value);
  return typed<string, string | number>(asText, reading(readPortField, 'port_not_a_port'));
}

/** An IPv4 or IPv6 address or CIDR block, in its normal form. Codes: those of `readNetwork`. */
export function network() {
  return reading(readCidr, 'cidr_invalid');
}
