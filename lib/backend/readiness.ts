import type { Backend } from '@/lib/contract/operation';
import { baseOf, overrides } from './plan';

export interface Readiness {
  ready: boolean;
  /** Which backends this deployment has; names and values of settings are not told here. */
  backends: Record<Backend, boolean>;
}

/** Whether this process can serve people: settings and overrides are right, at least one backend is configured. */
export function readiness(): Readiness {
  try {
    overrides();
    const backends = { awanio: baseOf('awanio') !== null, dewavps: baseOf('dewavps') !== null };
    return { ready: backends.awanio || backends.dewavps, backends };
  } catch {
    return { ready: false, backends: { awanio: false, dewavps: false } };
  }
}
