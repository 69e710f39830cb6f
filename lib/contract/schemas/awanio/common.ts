/** Decoders and inputs that several areas of Awanio use. */
import { z } from 'zod';
import { int, text } from '../../decode';
import { readLogin } from '../../reading/logins';
import { readKeyLine } from '../../reading/public-key';
import { mostIconText } from '../../reading/pictures';
import { readLine, readPassword } from '../../reading/text';
import { readWebAddress } from '../../reading/web-address';
import { visible } from '../../shape';
import { input, oneOf, queryWhole, reading, reference, word } from '../shared';

/** Makes a pipe and gives it an input type. */
export function pipe<Out, In>(
  read: (value: unknown) => unknown,
  out: z.ZodType<Out>,
): z.ZodType<Out, In> {
  return z.preprocess(read, out) as unknown as z.ZodType<Out, In>;
}

const zeroUuid = '00000000-0000-0000-0000-000000000000';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An embedded object; null unless it has an id. Null, a leaked schema, a sentence, an echo without uuid and a struct
 * of zeros all give null (QA10, QA16, QA27), so that a secondary object never makes an answer unreadable.
 */
export function identified<Out, In>(item: z.ZodType<Out, In>) {
  return pipe<Out | null, In | string | null | undefined>((value) => {
    if (!isObject(value)) return null;
    const uuid = value.uuid ?? value['uuid"'];
    const known =
      typeof uuid === 'string' ? uuid !== '' && uuid !== zeroUuid : typeof uuid === 'number';
    return known ? value : null;
  }, item.nullable());
}

/** An object or null. Unlike `embedded`, it accepts an object with the zero uuid. */
export function objectOrNull<Out, In>(item: z.ZodType<Out, In>) {
  return pipe<Out | null, In | null | undefined>(
    (value) => (isObject(value) ? value : null),
    item.nullable(),
  );
}

/** One object that may come as a list of one. (QA7) */
export function one<Out, In>(item: z.ZodType<Out, In>) {
  return pipe<Out, In | In[]>((value) => (Array.isArray(value) ? value[0] : value), item);
}

/** A status word in `data`, which becomes a field: `"running"` → `{ status: 'running' }`. (A31, A69) */
export function statusWord() {
  return pipe<{ status: string | null }, string | null>(
    (value) => (isObject(value) ? value : { status: value }),
    z.object({ status: text() }),
  );
}

/** The forms of one address. (QA5, QA12) */
export type WireAddress =
  | { address_string?: string | null; address?: number | string | null; [other: string]: unknown }
  | { ip_address?: WireAddresses; [other: string]: unknown };
/** The forms of a list of addresses. */
export type WireAddresses = WireAddress | WireAddress[] | string | 0 | { type: 'array' } | null;

function readAddresses(value: unknown): string[] {
  if (typeof value === 'string')
    return value.includes('.') || value.includes(':') ? [value.trim()] : [];
  if (Array.isArray(value)) return value.flatMap(readAddresses);
  if (!isObject(value)) return [];
  if ('ip_address' in value) return readAddresses(value.ip_address);
  const said = value.address_string ?? value.address;
  return typeof said === 'string' ? readAddresses(said) : [];
}

/**
 * Addresses as a list of texts. The input is null, 0, `[]`, a leaked schema, one address, a list of addresses, or a
 * cluster's links that contain one or a list. The integer form is never shown.
 */
export function addresses() {
  return pipe<string[], WireAddresses | undefined>(
    (value) => [...new Set(readAddresses(value))],
    z.array(z.string()),
  );
}

/** `organization` in an answer, `organizations` in a path. (QA15) */
export function groupType() {
  return pipe<'organizations' | 'projects' | null, string | null | undefined>(
    (value) => {
      if (value === 'organization' || value === 'organizations') return 'organizations';
      return value === 'project' || value === 'projects' ? 'projects' : null;
    },
    z.enum(['organizations', 'projects']).nullable(),
  );
}

/** The address of a web page; see `readWebAddress`. */
export function webAddress() {
  return pipe<string | null, string | null | undefined>(readWebAddress, z.string().nullable());
}

/** A count that can't be 0; the provider's 0 means unknown and gives null. (QA10) */
export function positiveCount() {
  return int()
    .transform((value) => (value === 0 ? null : value))
    .pipe(z.int().nullable());
}

const group = oneOf(['organizations', 'projects']);

/** The parameters of `/{group_type}/{uuid}/…`. */
export const groupParams = input({ group_type: group, uuid: reference() });
/** The parameters of `/{group_type}/{group_uuid}/…`, which the volumes use. */
export const namedGroupParams = input({ group_type: group, group_uuid: reference() });
export const uuidParams = input({ uuid: reference() });

/** The query of a list in pages. The documentation names 5, 10 and 15 rows per page. */
export const pageFields = {
  page: queryWhole(1, 1_000_000).optional(),
  per_page: queryWhole(1, 100).optional(),
};
export const listQuery = input({
  ...pageFields,
  order_by: oneOf(['asc', 'desc']).optional(),
  search: word(100).optional(),
});

/** An icon or avatar of an answer; see `pictureSource`. */
export const picture = () => visible('picture', text());

/** A name that a person gives: 1–100 characters. */
export const name = () => reading(readLine(100));

/** A picture in base64, with or without the `data:` prefix. */
export const icon = () =>
  z
    .string('invalid')
    .max(mostIconText + 40, 'too_large')
    .regex(/^(data:image\/[a-z0-9+.-]+;base64,)?[A-Za-z0-9+/]+={0,2}$/, 'icon_invalid');

/**
 * The choice of a public address: a new one, or a reserved one. The name of `uuid` isn't documented: `lib/backend` sends it
 * under the name that `NUSA_RESERVED_IP_FIELD` gives.
 */
export const externalAddress = input({
  is_new: z.boolean('invalid'),
  reserved: z.boolean('invalid'),
  uuid: reference().optional(),
});

/** The documented id of signing in with a password. */
const passwordSignIn = 1;

/** The way to sign in to a machine: 1 is a password; every other id is an SSH public key, since none is documented. */
export const authentication = input({
  id: z.int('required').min(passwordSignIn, 'invalid').max(999, 'invalid'),
  /** The user's name on the machine. */
  key: reading(readLogin('vm')),
  /** The password or the public key. */
  value: z.string('required').min(1, 'required').max(8192, 'too_long'),
}).transform((given, context) => {
  const { value, fault } =
    given.id === passwordSignIn ? readPassword()(given.value) : readKeyLine(given.value);
  if (value !== undefined) return { ...given, value };
  context.addIssue({ code: 'custom', message: fault, path: ['value'], input: given.value });
  return z.NEVER;
});

/** Refuses `reserve_external_ip` without `with_external_ip`, since the provider reads it only then. */
export function checkExternalAddress(
  body: { with_external_ip?: boolean | undefined; reserve_external_ip?: unknown },
  context: z.core.$RefinementCtx,
): void {
  if (body.reserve_external_ip !== undefined && body.with_external_ip !== true) {
    context.addIssue({
      code: 'custom',
      message: 'needs_external_ip',
      path: ['reserve_external_ip'],
    });
  }
}
