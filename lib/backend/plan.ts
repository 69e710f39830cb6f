/** Prepares what a call of an operation needs, once for each reference. */
import { readFileSync } from 'node:fs';
import { operation, type Ref } from '@/lib/contract';
import { pathParams, type Operation } from '@/lib/contract/operation';
import {
  effective,
  parseOverrides,
  type Effective,
  type Overrides,
} from '@/lib/contract/overrides';
import { shape as shapeOf } from '@/lib/contract/schemas';
import type { Shape } from '@/lib/contract/shape';
import { perProcess } from '@/lib/log/per-process';
import { settings } from '@/lib/settings';

export interface Plan extends Effective {
  ref: Ref;
  operation: Operation;
  shape: Shape;
  /** Names of the path's parameters. */
  params: string[];
  /** It is a read: it may be shared, cached and repeated. */
  reads: boolean;
  /** Laravel's `_method`: the contract's method, if an override sends a form by POST instead. */
  spoofed: string | null;
}

/**
 * The operator's corrections, read once.
 * @throws Error if the file is unreadable or wrong
 */
export function overrides(): Overrides {
  return perProcess('overrides', () => {
    const file = settings().NUSA_OVERRIDES;
    if (file === undefined) return {};
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      throw new Error('NUSA_OVERRIDES: the file can not be read');
    }
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw new Error('NUSA_OVERRIDES: the file is not JSON');
    }
    return parseOverrides(json);
  });
}

/** The plan of a reference. */
export function planOf(ref: Ref): Plan {
  const plans = perProcess('plans', () => new Map<Ref, Plan>());
  let plan = plans.get(ref);
  if (!plan) {
    const described = operation(ref);
    const calls = effective(ref, overrides());
    const form = calls.encoding === 'form' || calls.encoding === 'multipart';
    const spoofs =
      calls.method === 'POST' && form && described.method !== 'POST' && described.method !== 'GET';
    plan = {
      ...calls,
      ref,
      operation: described,
      shape: shapeOf(ref),
      params: pathParams(described.path),
      reads: described.kind === 'read',
      spoofed: spoofs ? described.method : null,
    };
    plans.set(ref, plan);
  }
  return plan;
}

export interface Base {
  origin: string;
  /** Path of the base URL without its last slash: `/v2`, or nothing. */
  path: string;
  /** What no message may contain: the URL and its host. */
  secrets: string[];
}

/** The address of a backend; null if this deployment has none. */
export function baseOf(backend: Operation['backend']): Base | null {
  const bases = perProcess('bases', () => new Map<string, Base>());
  const url = backend === 'awanio' ? settings().NUSA_AWANIO_URL : settings().NUSA_DEWAVPS_URL;
  if (url === undefined) return null;
  let base = bases.get(url);
  if (!base) {
    const parsed = new URL(url);
    base = {
      origin: parsed.origin,
      path: parsed.pathname.replace(/\/+$/, ''),
      secrets: [url, parsed.origin, parsed.host, parsed.hostname],
    };
    bases.set(url, base);
  }
  return base;
}
