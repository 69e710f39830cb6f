/** Checks an input by the operation's strict schemas, before a backend is called. */
import type { z } from 'zod';
import { isWellFormed } from '@/lib/contract/well-formed';
import { problem, type ProblemError } from '@/lib/problem';
import type { Plan } from './plan';

/** An unchecked input. */
export interface RawInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

export interface CheckedInput {
  params: Record<string, string | number>;
  query: Record<string, unknown> | undefined;
  body: Record<string, unknown> | undefined;
}

/** A map, since a field's name may be `__proto__`. */
type Fields = Map<string, string[]>;

/** Our codes for field errors; screens translate them. */
export type FieldCode =
  'required' | 'type' | 'format' | 'too_small' | 'too_big' | 'choice' | 'unknown_field' | 'invalid';

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function codeOf(issue: z.core.$ZodIssue, given: unknown): string {
  // The contract's schemas use codes as messages; zod's own sentences are no codes.
  if (/^[a-z][a-z_]{1,40}$/.test(issue.message)) return issue.message;
  if (valueAt(given, issue.path) === undefined) return 'required';
  switch (issue.code) {
    case 'invalid_type':
      return 'type';
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string' ? 'required' : 'too_small';
    case 'too_big':
      return 'too_big';
    case 'invalid_format':
    case 'not_multiple_of':
      return 'format';
    case 'invalid_value':
      return 'choice';
    default:
      return 'invalid';
  }
}

/** Field codes by dotted name: `disks.0.size` → `['too_small']`. They never contain values. */
export function fieldsOf(error: z.ZodError, given: unknown): Fields {
  const fields: Fields = new Map();
  const add = (path: readonly PropertyKey[], code: string) => {
    const name = path.map(String).join('.') || 'body';
    const codes = fields.get(name) ?? [];
    if (!codes.includes(code)) fields.set(name, [...codes, code]);
  };
  for (const issue of error.issues.slice(0, 50)) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys.slice(0, 50))
        add([...issue.path, key.slice(0, 64)], 'unknown_field');
    else add(issue.path, codeOf(issue, given));
  }
  return fields;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0;
}

function check(
  schema: z.ZodObject | undefined,
  value: unknown,
  fields: Fields,
): Record<string, unknown> | undefined {
  if (!schema) {
    if (!isEmpty(value)) {
      const names =
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.keys(value)
          : ['body'];
      for (const name of names.slice(0, 50)) fields.set(name.slice(0, 64), ['unknown_field']);
    }
    return undefined;
  }
  const given = value ?? {};
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const [name, codes] of fieldsOf(parsed.error, given)) fields.set(name, codes);
  return undefined;
}

/**
 * Whether a path parameter stays one segment and can't leave it. Dots alone, slashes alone, backslashes, control
 * characters and half surrogate pairs are refused even if the schema would accept them. A slash is percent-encoded, but
 * some servers decode before they route.
 */
function isSafeParam(value: unknown): value is string | number {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'string' || /[\u0000-\u001f\u007f\\]/.test(value)) return false;
  if (!isWellFormed(value)) return false;
  const pieces = value.split('/');
  return (
    pieces.some((piece) => piece !== '') && !pieces.some((piece) => piece === '.' || piece === '..')
  );
}

/** The problem of wrong fields. */
export function badInput(fields: Fields, ref?: string): ProblemError {
  return problem('bad_input', 422, 'The input does not fit the operation.', {
    ref,
    fields: Object.fromEntries(fields),
  });
}

/**
 * @returns the input as the schemas read it
 * @throws ProblemError `bad_input` 422 with a code for each field
 */
export function checkInput(plan: Plan, input: RawInput): CheckedInput {
  const fields: Fields = new Map();
  const params = check(plan.shape.params, input.params, fields) ?? {};
  const query = check(plan.shape.query, input.query, fields);
  const body = check(plan.shape.body, input.body, fields);
  const safe: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    if (isSafeParam(value)) safe[name] = value;
    else fields.set(name, ['format']);
  }
  for (const name of plan.params) {
    if (safe[name] === undefined && !fields.has(name)) fields.set(name, ['required']);
  }
  if (fields.size > 0) throw badInput(fields, plan.ref);
  return { params: safe, query, body };
}
