/**
 * Selects the part of a result that a browser gets: nothing marked `server` or `download`, and `once` only in the
 * answer of a change. Each schema is compiled once into a plan of what to copy, so a field that the contract doesn't
 * name is never copied, whatever the result contains.
 */
import type { z } from 'zod';
import type { Ref } from './index';
import { operation } from './index';
import type { Kind } from './operation';
import { pictureMark } from './reading/pictures';
import { shape } from './schemas';
import type { List, Shape } from './shape';
import { visibility } from './shape';
import type { Result } from './types';
import { settle } from './walk';

/** Copies the visible part of a value. */
type Copy = (value: unknown) => unknown;

const plans = new Map<Ref, Copy>();

/**
 * The result without the fields that a browser may not see.
 * @throws TypeError at first use if a schema contains a type that can't be checked (record, unknown, any)
 */
export function forBrowser<R extends Ref>(ref: R, result: Result<R>): Result<R> {
  let plan = plans.get(ref);
  if (!plan) {
    plan = compile(ref, shape(ref), operation(ref).kind);
    plans.set(ref, plan);
  }
  return plan(result) as Result<R>;
}

/** Compiles the plan of one shape; {@link forBrowser} remembers it. */
export function compile(ref: string, form: Shape, kind: Kind): Copy {
  if (form.answer === 'file') return () => undefined;
  if (form.answer === 'sentence')
    return (value) => ({ message: (value as { message: string | null }).message });
  if (!form.wire) throw new TypeError(`${ref} has no wire schema`);
  const copy = new Compiler(ref, kind !== 'read').copy(form.wire, '');
  if (form.answer === 'object') return copy;
  return (value) => {
    const { data, page, active_operations } = value as List<unknown>;
    return { data: data.map(copy), page, active_operations } satisfies List<unknown>;
  };
}

class Compiler {
  private readonly made = new Map<z.core.$ZodType, Copy>();

  constructor(
    private readonly ref: string,
    private readonly writes: boolean,
  ) {}

  private hidden(passed: readonly z.core.$ZodType[]): boolean {
    return passed.some((schema) => {
      const mark = visibility.get(schema)?.visibility;
      return mark === 'server' || mark === 'download' || (mark === 'once' && !this.writes);
    });
  }

  copy(schema: z.core.$ZodType, path: string): Copy {
    const ready = this.made.get(schema);
    if (ready) return ready;
    // A recursive schema refers to itself, so store a placeholder that looks up the plan when it runs.
    this.made.set(schema, (value) => (this.made.get(schema) as Copy)(value));
    const copy = this.build(schema, path);
    this.made.set(schema, copy);
    return copy;
  }

  private build(schema: z.core.$ZodType, path: string): Copy {
    const { node, passed } = settle(schema);
    if (this.hidden(passed)) return () => null;
    if (passed.some((part) => visibility.get(part)?.visibility === 'picture')) return pictureMark;
    switch (node.kind) {
      case 'object':
        return this.object(node.fields, path);
      case 'array': {
        const item = this.copy(node.item, `${path}[]`);
        const nothing = this.hidden(settle(node.item).passed);
        return (value) => (Array.isArray(value) ? (nothing ? [] : value.map(item)) : null);
      }
      case 'union':
        return this.union(node.options, path);
      case 'opaque':
      case 'scalar':
        return (value) => scalar(value);
      case 'open':
        throw new TypeError(`${this.ref}${path}: ${node.type} in a result; name its fields`);
    }
  }

  private object(fields: Readonly<Record<string, z.core.$ZodType>>, path: string): Copy {
    const kept: [string, Copy][] = [];
    for (const [name, field] of Object.entries(fields)) {
      if (!this.hidden(settle(field).passed))
        kept.push([name, this.copy(field, `${path}.${name}`)]);
    }
    return (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
      const out: Record<string, unknown> = {};
      for (const [name, copy] of kept) {
        const item = (value as Record<string, unknown>)[name];
        if (item !== undefined) out[name] = copy(item);
      }
      return out;
    };
  }

  /** The plan of the matching option is used; objects match by their field names and literals. */
  private union(options: readonly z.core.$ZodType[], path: string): Copy {
    const plans = options.map((option) => {
      const { node, passed } = settle(option);
      return {
        kind: node.kind,
        option,
        hidden: this.hidden(passed),
        copy: this.copy(option, path),
      };
    });
    const objects = plans.filter(({ kind }) => kind === 'object');
    const arrays = plans.filter(({ kind }) => kind === 'array');
    const scalars = plans.filter(({ kind }) => kind === 'scalar' || kind === 'opaque');
    if (arrays.length > 1 || plans.some(({ kind }) => kind === 'union')) {
      throw new TypeError(
        `${this.ref}${path}: a union of lists or of unions can't be told apart in a result`,
      );
    }
    const scalarsShown = scalars.length > 0 && scalars.every(({ hidden }) => !hidden);
    return (value) => {
      if (Array.isArray(value)) return arrays[0] ? arrays[0].copy(value) : null;
      if (typeof value !== 'object' || value === null) return scalarsShown ? scalar(value) : null;
      const fits = objects.filter(({ option }) => fitsObject(option, value));
      // If several options match, copy only the fields that all of them show.
      return fits.length === 0 ? null : fits.reduce<unknown>((left, { copy }) => copy(left), value);
    };
  }
}

/** Whether the option has every field of a decoded object, and its literal fields are equal. */
function fitsObject(option: z.core.$ZodType, value: object): boolean {
  const { node } = settle(option);
  if (node.kind !== 'object') return false;
  const { fields } = node;
  if (!Object.keys(value).every((name) => Object.hasOwn(fields, name))) return false;
  return Object.entries(fields).every(([name, field]) => {
    const end = settle(field).passed.at(-1) as z.core.$ZodTypes;
    if (end._zod.def.type !== 'literal') return true;
    return (end._zod.def.values as readonly unknown[]).includes(
      (value as Record<string, unknown>)[name],
    );
  });
}

function scalar(value: unknown): unknown {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  )
    return value;
  return null;
}

/** Fields of an organization that only people who may read its bills see. */
export const balanceFields = [
  'balance',
  'account_payable',
  'monthly_amount_threshold',
  'discount',
  'payment_plans',
  'tax_percent',
] as const;
const marks: ReadonlySet<string> = new Set([
  'balance',
  'account_payable',
  'monthly_amount_threshold',
]);
const dropped: ReadonlySet<string> = new Set(balanceFields);

/**
 * A copy without the money fields of organizations, at any depth, for members without `billing.read`. An organization
 * is recognized by a balance, a payable or a threshold, so the discount of an invoice stays.
 */
export function stripBalances<T>(result: T): T {
  return strip(result) as T;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const organization = entries.some(([name]) => marks.has(name));
  return Object.fromEntries(
    entries
      .filter(([name]) => !(organization && dropped.has(name)))
      .map(([name, item]) => [name, strip(item)]),
  );
}
