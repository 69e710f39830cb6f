/**
 * What we send to DewaVPS, strictly. Messages are short codes of ours (`required`, `too_small`, …) that
 * screens translate. The types are those of a typed caller; at run time the same schemas also read the
 * text forms of query strings and form bodies ("2", "1", "true"), so console and sandbox share them.
 */
import { z } from 'zod';
import { readDomain, readHostname, readLogin } from '../../reading/names';
import { readCidr } from '../../reading/network';
import { readPortField } from '../../reading/ports';
import { readLine, readPassword } from '../../reading/text';
import { reading } from '../shared';

type Issue = { input?: unknown };

/** `required` where nothing was given, else the code. */
function code(other: string): (issue: Issue) => string {
  return ({ input }) =>
    input === undefined || input === null || input === '' ? 'required' : other;
}

/** A strict object: a field that the contract does not name is refused as `unknown_field`. */
export function input<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_field' : 'required'),
  });
}

/** Types a preprocessing pipe by what a typed caller gives; at run time any value may come. */
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

/** A whole number within bounds. Codes: required, not_a_number, too_small, too_large. */
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

/** A truth value; Laravel forms say 1 and 0. */
export function flag() {
  const read = (value: unknown) => flags.get(value) ?? value;
  return typed<boolean, boolean>(read, z.boolean({ error: code('not_a_flag') }));
}

/** The id of a location, tier or template: whole numbers at the backend, opaque text in our results. (QD6) */
export function numericId() {
  const schema = z.int({ error: code('id_invalid') }).min(1, 'id_invalid');
  return typed<number, number | string>(numeral, schema);
}

const identity = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** An identity as text, given as text or as a number. */
const idText = (value: unknown) => (Number.isSafeInteger(value) ? String(value) : value);

/** An opaque identity: a uuid in one place, a number in another. (QD6) */
export function id() {
  const schema = z
    .string({ error: code('id_invalid') })
    .regex(identity, { error: code('id_invalid') });
  return typed<string, string>(idText, schema);
}

/**
 * An opaque identity, or null for nothing; null goes out as an empty field, which is how the backend takes
 * a removal. Never left out: an absent field would remove something that nobody asked to remove.
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

/** An identity of any form in one line of text, such as an SSH key's. */
export function idOfAny() {
  return typed<string, string>(idText, line(8192));
}

/** A host name by RFC 1123, in the form that `readHostname` gives it. */
export function hostname() {
  return reading(readHostname, 'hostname_invalid');
}

/** A whole domain name, for reverse DNS. Codes: those of `readDomain`. */
export function domain() {
  return reading(readDomain, 'hostname_invalid');
}

/** A login name; capitals because Windows images have them. */
export function username() {
  return reading(readLogin('instance'), 'username_invalid');
}

/** A new password: 8–128 characters, none of them a control character. Never trimmed. */
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
 * A port, or a range as text. The documentation says an integer, a working client sends text (QD7);
 * a range goes out with the colon of the Proxmox firewall behind it: `8000:9000`.
 */
export function port() {
  const asText = (value: unknown) => (typeof value === 'number' ? String(value) : value);
  return typed<string, string | number>(asText, reading(readPortField, 'port_not_a_port'));
}

/** An IPv4 or IPv6 address or CIDR block, in its one form. Codes: those of `readNetwork`. */
export function network() {
  return reading(readCidr, 'cidr_invalid');
}
