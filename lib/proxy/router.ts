/** Finds the operation of a browser's path and method. The index is built once from the contract's table. */
import { z } from 'zod';
import { operations, refs, type Ref } from '@/lib/contract';
import { pathParams, type Backend, type Method, type Operation } from '@/lib/contract/operation';
import { shape } from '@/lib/contract/schemas';
import { perProcess } from '@/lib/log/per-process';

interface Node {
  literals: Map<string, Node>;
  /** One entry for each set of allowed values; null allows any text. */
  params: { allowed: ReadonlySet<string> | null; node: Node }[];
  methods: Map<Method, { ref: Ref; params: string[] }>;
}

export type Match =
  | { found: 'operation'; ref: Ref; params: Record<string, string> }
  | { found: 'methods'; allow: Method[] }
  | { found: 'nothing' };

const fresh = (): Node => ({ literals: new Map(), params: [], methods: new Map() });

/** The method that the browser uses: a GET that changes something is a POST here. */
export function browserMethod({ method, kind }: Operation): Method {
  return kind === 'acts' ? 'POST' : method;
}

/** The allowed values of a parameter (`group_type`), so that `/nonsense/{uuid}/vms` is unknown; null for any. */
function allowedValues(ref: Ref, name: string): ReadonlySet<string> | null {
  const field: unknown = shape(ref).params?.shape[name];
  if (!(field instanceof z.ZodEnum)) return null;
  return new Set(field.options.map(String));
}

function step(at: Node, ref: Ref, segment: string): Node {
  const name = /^\{(\w+)\}$/.exec(segment)?.[1];
  if (name === undefined) {
    const next = at.literals.get(segment) ?? fresh();
    at.literals.set(segment, next);
    return next;
  }
  const allowed = allowedValues(ref, name);
  const same = at.params.find((param) =>
    param.allowed === null || allowed === null
      ? param.allowed === allowed
      : [...param.allowed].sort().join() === [...allowed].sort().join(),
  );
  if (same) return same.node;
  const node = fresh();
  at.params.push({ allowed, node });
  at.params.sort((a, b) => Number(a.allowed === null) - Number(b.allowed === null));
  return node;
}

/** @throws Error if two operations have the same path and method */
function buildIndex(backend: Backend): Node {
  const root = fresh();
  for (const ref of refs) {
    const described: Operation = operations[ref];
    if (described.backend !== backend || described.reach !== 'generic') continue;
    let at = root;
    for (const segment of described.path.split('/').slice(1)) at = step(at, ref, segment);
    const method = browserMethod(described);
    const held = at.methods.get(method);
    if (held) throw new Error(`${held.ref} and ${ref} both answer ${method} ${described.path}`);
    at.methods.set(method, { ref, params: pathParams(described.path) });
  }
  return root;
}

/** Literal segments are tried first, then parameters. */
function descend(
  at: Node,
  segments: readonly string[],
  index: number,
  values: string[],
): { node: Node; values: string[] } | null {
  const segment = segments[index];
  if (segment === undefined) return at.methods.size > 0 ? { node: at, values } : null;
  const literal = at.literals.get(segment);
  const found = literal ? descend(literal, segments, index + 1, values) : null;
  if (found) return found;
  for (const { allowed, node } of at.params) {
    if (allowed !== null && !allowed.has(segment)) continue;
    const below = descend(node, segments, index + 1, [...values, segment]);
    if (below) return below;
  }
  return null;
}

/**
 * Splits a raw path into decoded segments.
 * @returns null for a path that no operation can have: an empty segment, `.` or `..` in any spelling, a broken escape
 */
export function segmentsOf(rawPath: string): string[] | null {
  const segments: string[] = [];
  for (const raw of rawPath.split('/')) {
    let text: string;
    try {
      text = raw.includes('%') ? decodeURIComponent(raw) : raw;
    } catch {
      return null;
    }
    if (text === '' || text === '.' || text === '..') return null;
    segments.push(text);
  }
  return segments;
}

/** @param segments decoded, without mount and account */
export function match(backend: Backend, method: string, segments: readonly string[]): Match {
  const index = perProcess(`router.${backend}`, () => buildIndex(backend));
  const found = descend(index, segments, 0, []);
  if (!found) return { found: 'nothing' };
  const entry = found.node.methods.get(method as Method);
  if (!entry) return { found: 'methods', allow: [...found.node.methods.keys()] };
  return {
    found: 'operation',
    ref: entry.ref,
    params: Object.fromEntries(entry.params.map((name, at) => [name, found.values[at] ?? ''])),
  };
}
