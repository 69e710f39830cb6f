/**
 * Reads the input of a call: JSON, forms (also `k[]` and `k[a][b]`), simple multipart, queries. Text of forms is
 * converted to the types of the contract's schema as Laravel does it: 1 and 0 are booleans, empty text is null.
 */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { readFault } from '@/lib/contract/reading/fault';
import { Refusal } from './refusal';

const limit = 2 * 1024 * 1024;

/**
 * Reads the whole body. Bytes over the limit are read and dropped, so that the client receives the answer.
 * @throws Refusal 413 over 2 MB
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= limit) parts.push(part);
  }
  if (size > limit) throw new Refusal(413, 'The request is larger than 2 MB.');
  return Buffer.concat(parts);
}

type Tree = { [name: string]: unknown };

function put(tree: Tree, name: string, value: string): void {
  const path = name.split('[').map((part) => part.replace(/\]$/, ''));
  if (path.includes('__proto__')) return;
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    tree[first] = value;
    return;
  }
  if (rest.length === 1 && rest[0] === '') {
    const list = tree[first];
    if (Array.isArray(list)) list.push(value);
    else tree[first] = [value];
    return;
  }
  const inner = tree[first];
  const next: Tree = typeof inner === 'object' && inner !== null ? (inner as Tree) : {};
  tree[first] = next;
  put(next, rest.map((part, index) => (index === 0 ? part : `[${part}]`)).join(''), value);
}

/** Reads form fields as an object: `k[]=a&k[]=b` is a list, `k[a]=1` a nested object. */
export function readForm(pairs: Iterable<[string, string]>): Tree {
  const tree: Tree = {};
  for (const [name, value] of pairs) put(tree, name, value);
  return tree;
}

/** Parses a body by its content type. `text` means that all values are text and need {@link coerce}. */
export async function parseBody(
  bytes: Buffer,
  contentType: string,
): Promise<{ value: unknown; text: boolean }> {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (bytes.length === 0) return { value: {}, text: false };
  if (type === 'application/x-www-form-urlencoded') {
    return { value: readForm(new URLSearchParams(bytes.toString())), text: true };
  }
  if (type === 'multipart/form-data') {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    })
      .formData()
      .catch(() => null);
    if (!form) throw new Refusal(400, 'The multipart body could not be read.');
    const pairs: [string, string][] = [];
    for (const [name, value] of form) if (typeof value === 'string') pairs.push([name, value]);
    return { value: readForm(pairs), text: true };
  }
  try {
    return { value: JSON.parse(bytes.toString()), text: false };
  } catch {
    throw new Refusal(400, 'The body is not valid JSON.');
  }
}

interface Definition {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  element?: z.ZodType;
  options?: z.ZodType[];
  values?: unknown[];
}

/** Converts text to the schema's type; unreadable text stays, so that the schema refuses it. */
export function coerce(schema: z.ZodType, value: unknown): unknown {
  const def = schema.def as unknown as Definition;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
      return value === undefined || !def.innerType ? value : coerce(def.innerType, value);
    case 'nullable':
      return value === '' || value === null || !def.innerType ? null : coerce(def.innerType, value);
    case 'pipe': {
      const inner = def.in?.def.type === 'transform' ? def.out : def.in;
      return inner ? coerce(inner, value) : value;
    }
    case 'number':
      return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    case 'boolean':
      if (value === '1' || value === 'true' || value === 1) return true;
      return value === '0' || value === 'false' || value === 0 ? false : value;
    case 'array': {
      const { element } = def;
      return Array.isArray(value) && element ? value.map((item) => coerce(element, item)) : value;
    }
    case 'union':
      return coerceUnion(def.options ?? [], value);
    case 'literal':
      return def.values?.find((literal) => String(literal) === value) ?? value;
    case 'object':
      return coerceObject(schema as z.ZodObject, value);
    default:
      return value;
  }
}

function coerceUnion(options: z.ZodType[], value: unknown): unknown {
  for (const option of options) {
    const tried = coerce(option, value);
    if (option.safeParse(tried).success) return tried;
  }
  return value;
}

function coerceObject(schema: z.ZodObject, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const field = schema.shape[name] as z.ZodType | undefined;
      return [name, field ? coerce(field, item) : item];
    }),
  );
}

/** A copy of the value without the fields that a strict schema doesn't know. */
function withoutUnknown(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy = structuredClone(value);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const at = issue.path.reduce<unknown>((inner, step) => (inner as Tree)[String(step)], copy);
    for (const key of issue.keys) delete (at as Tree)[key];
  }
  return copy;
}

/**
 * Checks a part of the input by its schema. Unknown fields are ignored, as both backends do; the contract's schemas
 * are strict only so that the console sends none.
 * @throws Refusal 422 with the errors of the fields
 */
export function check(schema: z.ZodType | undefined, value: unknown, text: boolean): unknown {
  if (!schema) return {};
  const given = text ? coerce(schema, value) : value;
  let parsed = schema.safeParse(given);
  if (parsed.error?.issues.some(({ code }) => code === 'unrecognized_keys'))
    parsed = schema.safeParse(withoutUnknown(given, parsed.error.issues));
  if (parsed.success) return parsed.data;
  const errors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const name = issue.path.join('.') || 'body';
    (errors[name] ??= []).push(sentence(name, issue));
  }
  throw new Refusal(422, 'The given data was invalid.', { errors });
}

/**
 * A sentence for a fault, as Laravel writes it; the schemas' messages are short codes (`required`,
 * `hostname_invalid`).
 */
function sentence(name: string, issue: z.core.$ZodIssue): string {
  const label = name.replaceAll('_', ' ');
  if (
    issue.message === 'required' ||
    (issue.code === 'invalid_type' && issue.input === undefined)
  ) {
    return `The ${label} field is required.`;
  }
  const fault = readFault(issue.message);
  if (!fault) return `The ${label} field is wrong: ${issue.message}.`;
  const parts = [fault.code.replaceAll('_', ' '), ...Object.values(fault.values)];
  return `The ${label} field is wrong (${parts.join(' ')}).`;
}
