/** Finds the operation of a method and path, by the contract's descriptors and the sandbox's own overrides. */
import type { Ref } from '@/lib/contract/index';
import { operation, refs } from '@/lib/contract/index';
import type { Backend, Encoding } from '@/lib/contract/operation';
import type { Overrides } from '@/lib/contract/overrides';
import { effective } from '@/lib/contract/overrides';

/** The path under which each backend is served. */
export const basePaths: Record<Backend, string> = { awanio: '/awanio/v2', dewavps: '/dewavps/v1' };

interface Route {
  ref: Ref;
  method: string;
  encoding: Encoding;
  segments: string[];
}

/** The result of a search: the operation, the allowed methods of the path, or nothing. */
export type Found =
  | { kind: 'found'; ref: Ref; encoding: Encoding; params: Record<string, string> }
  | { kind: 'wrong method'; allow: string[] }
  | { kind: 'unknown' };

/** Finds the operation of a method and a path below the base path. */
export type Router = (backend: Backend, method: string, path: string) => Found;

/** Sorts routes so that a literal segment comes before a parameter in the same position. */
function literalsFirst(a: Route, b: Route): number {
  for (const [index, segment] of a.segments.entries()) {
    const [mine, other] = [segment.startsWith('{'), b.segments[index]?.startsWith('{') ?? false];
    if (mine !== other) return mine ? 1 : -1;
  }
  return 0;
}

function matchPath(route: Route, parts: string[]): Record<string, string> | null {
  if (route.segments.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of route.segments.entries()) {
    const part = parts[index] ?? '';
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined) {
      if (segment !== part) return null;
    } else {
      if (part === '') return null;
      params[name] = part;
    }
  }
  return params;
}

/** Whether `{group_type}` has one of its two values; a path with another value is another route. */
const fits = (params: Record<string, string>) =>
  params.group_type === undefined ||
  params.group_type === 'organizations' ||
  params.group_type === 'projects';

/** Makes the router; `overrides` move or remove operations. */
export function makeRouter(overrides: Overrides = {}): Router {
  const routes: Record<Backend, Route[]> = { awanio: [], dewavps: [] };
  for (const ref of refs) {
    const { method, path, encoding, absent } = effective(ref, overrides);
    if (!absent)
      routes[operation(ref).backend].push({
        ref,
        method,
        encoding,
        segments: path.split('/').slice(1),
      });
  }
  for (const list of Object.values(routes)) list.sort(literalsFirst);

  return (backend, method, path) => {
    let parts: string[];
    try {
      parts = path.split('/').slice(1).map(decodeURIComponent);
    } catch {
      return { kind: 'unknown' };
    }
    const allow = new Set<string>();
    for (const route of routes[backend]) {
      const params = matchPath(route, parts);
      if (!params || !fits(params)) continue;
      if (route.method === method)
        return { kind: 'found', ref: route.ref, encoding: route.encoding, params };
      allow.add(route.method);
    }
    return allow.size > 0 ? { kind: 'wrong method', allow: [...allow] } : { kind: 'unknown' };
  };
}
