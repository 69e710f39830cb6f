/**
 * Generates answers with canaries, texts that no browser may ever see, for the canary test. Values are generated from
 * the output side of a schema, since its decoders accept them as input, too.
 */
import type { z } from 'zod';
import type { Visibility } from './shape';
import { visibility } from './shape';
import { settle } from './walk';

/** The text that must never reach a browser. */
export const canary = 'CANARY-d41d8cd98f00';

/** Keys that the contract doesn't name, as backends or attackers might write them. */
const strangeKeys = [
  'leaked',
  'verification_code_x',
  'stray"',
  '"both"',
  ' spaced ',
  'Leaked.Key',
  '$ref',
  `${canary}-key`,
];

/** Adds canaries under strange keys to every object in a value, at any depth. */
export function plantCanaries(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plantCanaries);
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) out[key] = plantCanaries(item);
  for (const key of strangeKeys) out[key] = canary;
  out.leaked_list = [canary, { deep: canary }];
  out.leaked_object = { deep: { deeper: canary } };
  return out;
}

/** Lists the types in a result schema that let unnamed fields through, each with its path. */
export function openTypes(schema: z.core.$ZodType, path = ''): string[] {
  return visit(schema, path, new Set());
}

function visit(schema: z.core.$ZodType, path: string, seen: Set<z.core.$ZodType>): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { node } = settle(schema);
  if (node.kind === 'open') return [`${path}: ${node.type}`];
  if (node.kind === 'array') return visit(node.item, `${path}[]`, seen);
  if (node.kind === 'union') return node.options.flatMap((option) => visit(option, path, seen));
  if (node.kind !== 'object') return [];
  return Object.entries(node.fields).flatMap(([name, field]) =>
    visit(field, `${path}.${name}`, seen),
  );
}

/** Whether any field of a result is hidden. A picture isn't: its mark is shown. */
export function hasHiddenFields(
  schema: z.core.$ZodType,
  seen = new Set<z.core.$ZodType>(),
): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  const { node, passed } = settle(schema);
  const marks = passed.map((at) => visibility.get(at)?.visibility);
  if (marks.some((mark) => mark !== undefined && mark !== 'picture')) return true;
  if (node.kind === 'array') return hasHiddenFields(node.item, seen);
  if (node.kind === 'union') return node.options.some((option) => hasHiddenFields(option, seen));
  return (
    node.kind === 'object' &&
    Object.values(node.fields).some((field) => hasHiddenFields(field, seen))
  );
}

/** The number of variants that {@link sample} needs to cover every option of every union. */
export function variants(schema: z.core.$ZodType): number {
  const seen = new Set<z.core.$ZodType>();
  const widest = (at: z.core.$ZodType): number => {
    if (seen.has(at)) return 1;
    seen.add(at);
    const { node } = settle(at);
    if (node.kind === 'array') return widest(node.item);
    if (node.kind === 'union') return Math.max(node.options.length, ...node.options.map(widest));
    return node.kind === 'object' ? Math.max(1, ...Object.values(node.fields).map(widest)) : 1;
  };
  return widest(schema);
}

/** The marks whose fields get a canary in {@link sample}. */
type Hidden = ReadonlySet<Visibility>;

/**
 * Generates a value that the schema accepts, with canaries in its hidden text fields.
 * @param variant chooses the option of each union
 */
export function sample(
  schema: z.core.$ZodType,
  variant: number,
  hidden: Hidden,
  depth = 0,
): unknown {
  const { node, passed } = settle(schema);
  const secret = passed.some((at) =>
    hidden.has(visibility.get(at)?.visibility ?? ('browser' as Visibility)),
  );
  switch (node.kind) {
    case 'array':
      return depth > 8
        ? []
        : [
            sample(node.item, variant, hidden, depth + 1),
            sample(node.item, variant + 1, hidden, depth + 1),
          ];
    case 'union':
      return sample(
        node.options[variant % node.options.length] ?? schema,
        variant,
        hidden,
        depth + 1,
      );
    case 'object':
      if (depth > 8) return null;
      return Object.fromEntries(
        Object.entries(node.fields).map(([name, field]) => [
          name,
          sample(field, variant, hidden, depth + 1),
        ]),
      );
    default: {
      const last = passed.at(-1) as z.core.$ZodTypes;
      return scalar(last, secret);
    }
  }
}

const formats: Record<string, string> = {
  uuid: '7f6b2c1e-0d3a-4c5b-9e8f-1a2b3c4d5e6f',
  url: 'https://fake.example/x',
  email: 'fake@example.invalid',
  datetime: '2026-01-02T03:04:05Z',
  date: '2026-01-02',
  ipv4: '192.0.2.1',
};

function scalar(schema: z.core.$ZodTypes, secret: boolean): unknown {
  const { def } = schema._zod;
  switch (def.type) {
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'literal':
      return def.values[0];
    case 'enum':
      return Object.values(def.entries)[0];
    case 'null':
    case 'undefined':
      return null;
    case 'string': {
      const { format } = def as { format?: string };
      return (format && formats[format]) ?? (secret ? canary : '2026-01-02T03:04:05Z');
    }
    default:
      return secret ? canary : 'text';
  }
}
