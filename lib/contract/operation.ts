/**
 * What an operation of a backend is, as plain data: the half of the contract that a browser may hold.
 * The other half, the schemas, stays on the server (`./shape.ts`, `./schemas`).
 */
import type { Permission } from './permissions';
import { encodePart } from './well-formed';

export type Backend = 'awanio' | 'dewavps';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How the input travels: `none` has no body, `query` puts the body's fields in the query string (D52). */
export type Encoding = 'none' | 'json' | 'form' | 'multipart' | 'query';

/**
 * - `read`: safe; may be prefetched, retried, cached and joined with an identical call.
 * - `write`: changes something; sent once.
 * - `acts`: a GET at the backend that does something (restore of a backup, a console ticket).
 *   The proxy exposes it as POST; it is never prefetched or retried.
 */
export type Kind = 'read' | 'write' | 'acts';

/** Where the scope that an operation works in stands: a path parameter, a body field, or nowhere. */
export type Scope =
  | { in: 'none' }
  | { in: 'path'; param: string; of: 'organization' | 'project' | 'group' | 'user' | 'instance' }
  | { in: 'body'; field: string; of: 'organization' | 'instance' };

/**
 * - `generic`: any signed-in browser reaches it through `lib/proxy`.
 * - `own`: a route handler of its own serves it (sign-in, consoles, downloads); the proxy refuses it.
 * - `never`: not for the console at all (A53, the gateway's callback; A52, a duplicate).
 */
export type Reach = 'generic' | 'own' | 'never';

/** How far the method and path are known; the words of `contract/api.md`. */
export type Origin = 'recovered' | 'inferred' | 'extension';

export interface Operation {
  /** A01–A70, D01–D90 as in the providers' pages; AX…/DX… are extras recovered elsewhere. */
  ref: string;
  backend: Backend;
  /** The section of the providers' page: `Virtual machines`, `Firewall`, … */
  area: string;
  method: Method;
  /** Relative to the backend's base URL; parameters in braces, all lower case: `/{group_type}/{uuid}/vms`. */
  path: string;
  encoding: Encoding;
  /** `none`: may be called signed out (A01–A03). */
  auth: 'none' | 'required';
  kind: Kind;
  scope: Scope;
  permission: Permission;
  /** References whose cached answers a success makes stale. */
  affects: readonly string[];
  reach: Reach;
  origin: Origin;
}

/** Whose operation a reference is, by its letter: what is known of it without the table. */
export function backendOf(ref: string): Backend {
  return ref.startsWith('A') ? 'awanio' : 'dewavps';
}

/** The header that DewaVPS wants along with a DELETE (contract/api.md 1.2); nothing for all else. */
export function methodHeader(backend: Backend, method: Method): Record<string, string> {
  return backend === 'dewavps' && method === 'DELETE' ? { _method: 'DELETE' } : {};
}

/** Names of the path parameters of `path`, in order: `['group_type', 'uuid']`. */
export function pathParams(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
}

/**
 * Fills a path template; every value is percent-encoded, so a parameter can never add a segment.
 * @throws TypeError when a parameter is missing, empty, `.` or `..`.
 */
export function fillPath(path: string, params: Record<string, string | number>): string {
  return path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = params[name];
    const text = value === undefined ? '' : String(value);
    if (text === '' || text === '.' || text === '..') {
      throw new TypeError(`path parameter ${name} of ${path} is missing or not allowed`);
    }
    return encodePart(text);
  });
}
