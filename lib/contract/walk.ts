/**
 * Reads the output side of a zod 4 schema as a small tree, so that visibility, error texts, the canary test and the
 * doctor don't depend on zod's own types. Of a pipe only the output side is read, since that is what a result
 * contains.
 */
import type { z } from 'zod';

/** One node of the tree. */
export type OutNode =
  | { kind: 'object'; fields: Readonly<Record<string, z.core.$ZodType>> }
  | { kind: 'array'; item: z.core.$ZodType }
  | { kind: 'union'; options: readonly z.core.$ZodType[] }
  /** A wrapper that adds null, a default or nothing; `from` is the input side of a pipe. */
  | { kind: 'through'; inner: z.core.$ZodType; from?: z.core.$ZodType }
  /** The output of a transform: its type isn't known, so only scalars may be copied from it. */
  | { kind: 'opaque' }
  | { kind: 'scalar'; type: string }
  /** Types that would copy unnamed fields: records, unknown, any, loose objects. */
  | { kind: 'open'; type: string };

const scalars = new Set([
  'string',
  'number',

  'boolean',
  'null',
  'literal',
  'enum',
  'undefined',
  'void',
  'never',
  'template_literal',
]);

/** The node of a schema's output side, one level deep. */
function outNode(schema: z.core.$ZodType): OutNode {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'object': {
      const rest = def.catchall?._zod.def.type;
      if (rest !== undefined && rest !== 'never') return { kind: 'open', type: 'loose object' };
      return { kind: 'object', fields: def.shape };
    }
    case 'array':
      return { kind: 'array', item: def.element };
    case 'union':
      return { kind: 'union', options: def.options };
    case 'nullable':
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'catch':
    case 'readonly':
      return { kind: 'through', inner: def.innerType };
    case 'lazy':
      return { kind: 'through', inner: def.getter() };
    case 'pipe':
      return { kind: 'through', inner: def.out, from: def.in };
    case 'transform':
      return { kind: 'opaque' };
    default:
      return scalars.has(def.type)
        ? { kind: 'scalar', type: def.type }
        : { kind: 'open', type: def.type };
  }
}

/**
 * The first node that is not a wrapper, with every schema on the way to it (any of them may have a visibility mark).
 */
export function settle(schema: z.core.$ZodType): {
  node: Exclude<OutNode, { kind: 'through' }>;
  passed: z.core.$ZodType[];
} {
  const passed = [schema];
  let node = outNode(schema);
  while (node.kind === 'through') {
    if (node.from) passed.push(...settle(node.from).passed);
    passed.push(node.inner);
    node = outNode(node.inner);
  }
  return { node, passed };
}

/** All field names that a schema's output can contain, at any depth. */
export function fieldNames(schema: z.core.$ZodType): Set<string> {
  const names = new Set<string>();
  const seen = new Set<z.core.$ZodType>();
  const visit = (at: z.core.$ZodType) => {
    if (seen.has(at)) return;
    seen.add(at);
    const { node } = settle(at);
    if (node.kind === 'array') visit(node.item);
    if (node.kind === 'union') node.options.forEach(visit);
    if (node.kind !== 'object') return;
    for (const [name, field] of Object.entries(node.fields)) {
      names.add(name);
      visit(field);
    }
  };
  visit(schema);
  return names;
}
