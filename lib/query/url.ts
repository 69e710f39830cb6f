/**
 * Builds the browser's request of an operation (docs/architecture.md section 3) from the contract's own path. It holds
 * the whole table, so the browser loads it only by `./operations`.
 */
import { operation, type Ref } from '@/lib/contract';
import { fillPath } from '@/lib/contract/operation';

/** An input of any operation. */
export interface AnyInput {
  params?: object | undefined;
  query?: object | undefined;
  body?: object | undefined;
}

export interface BrowserRequest {
  method: string;
  url: string;
  /** Sent as JSON. */
  json: object | undefined;
}

function queryString(query: object | undefined): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const key = Array.isArray(value) ? `${name}[]` : name;
    for (const each of values) {
      if (each !== undefined && each !== null) pairs.append(key, String(each));
    }
  }
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}

/** References whose cached answers are stale after a success of `ref`. */
export function affectsOf(ref: Ref): readonly string[] {
  return operation(ref).affects;
}

/**
 * The request of an operation to our own proxy. Operations that act are sent by POST, whatever the backend's method.
 * @throws TypeError if a path parameter, or the account of a DewaVPS operation, is missing.
 */
export function browserRequest(ref: Ref, input: AnyInput, account?: string): BrowserRequest {
  const { backend, path, method, kind } = operation(ref);
  const mount =
    backend === 'dewavps'
      ? fillPath('/api/dewavps/{account}', { account: account ?? '' })
      : '/api/awanio';
  const filled = fillPath(path, { ...input.params } as Record<string, string | number>);
  return {
    method: kind === 'acts' ? 'POST' : method,
    url: `${mount}${filled}${queryString(input.query)}`,
    json: input.body,
  };
}
