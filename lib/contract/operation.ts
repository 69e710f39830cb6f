/**
 * Describes an operation of a backend as plain data: the part of the contract that a browser may have. The other
 * part, the schemas, stays on the server (`./shape.ts`, `./schemas`).
 */
import type { Permission } from './permissions';
import { encodePart } from './well-formed';

export type Backend = 'awanio' | 'dewavps';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The encoding of the input: `none` has no body, `query` puts the body's fields in the query string (D52). */
export type Encoding = 'none' | 'json' | 'form' | 'multipart' | 'query';

/**
 * - `read`: safe; may be prefetched, retried, cached and shared with an identical call.
 * - `write`: changes something; sent once.
 * - `acts`: a GET at the backend that does something (restores a backup, makes a console ticket).
 * The proxy offers it as POST; it is never prefetched or retried.
 */
export type Kind = 'read' | 'write' | 'acts';

/** Where the input names the operation's scope: a path parameter, a body field, or nowhere. */
export type Scope =
  | { in: 'none' }
  | { in: 'path'; param: string; of: 'organization' | 'project' | 'group' | 'user' | 'instance' }
  | { in: 'body'; field: string; of: 'organization' | 'instance' };

/**
 * - `generic`: any signed-in browser can call it through `lib/proxy`.
 * - `own`: it has its own route handler (sign-in, consoles, downloads, payments); the proxy refuses it.
 * - `never`: the console never calls it (A53, the gateway's callback; A52, a duplicate).
 */
export type Reach = 'generic' | 'own' | 'never';

/** The source of the method and path, in the words of `contract/api.md`. */
export type Origin = 'recovered' | 'inferred' | 'extension';

/** The descriptor of an operation. */
export interface Operation {
  /** A01–A70 and D01–D90 as on the providers' pages; AX… and DX… are extras from other sources. */
  ref: string;
  backend: Backend;
  /** The section of the providers' page: `Virtual machines`, `Firewall`, … */
  area: string;
  method: Method;
  /** Relative to the backend's base URL; parameters in braces, all lower case: `/{group_type}/{uuid}/vms`. */
  path: string;
  encoding: Encoding;
  /** `none`: may be called without signing in (A01–A03, and A53, which its sender signs). */
  auth: 'none' | 'required';
  kind: Kind;
  scope: Scope;
  permission: Permission;
  /** Operations whose cached answers are outdated after a success. */
  affects: readonly string[];
  reach: Reach;
  origin: Origin;
}

/** The backend of a reference, by its first letter, without the table. */
export function backendOf(ref: string): Backend {
  return ref.startsWith('A') ? 'awanio' : 'dewavps';
}

/** The header that DewaVPS requires with a DELETE (contract/api.md 1.2); none for other methods. */
export function methodHeader(backend: Backend, method: Method): Record<string, string> {
  return backend === 'dewavps' && method === 'DELETE' ? { _method: 'DELETE' } : {};
}

/** The names of the path parameters of `path`, in order: `['group_type', 'uuid']`. */
export function pathParams(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
}

/**
 * Fills a path template; every value is percent-encoded, so it can't add a segment.
 * @throws TypeError if a parameter is missing, empty, `.` or `..`
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
