import type { Backend } from '@/lib/contract/operation';
import { baseOf, overrides } from './plan';

export interface Readiness {
  ready: boolean;
  /** The backends that this deployment has; without names and values of settings. */
  backends: Record<Backend, boolean>;
}

/** Whether this process can serve people: settings and overrides are valid, and at least one backend is configured. */
export function readiness(): Readiness {
  try {
    overrides();
    const backends = { awanio: baseOf('awanio') !== null, dewavps: baseOf('dewavps') !== null };
    return { ready: backends.awanio || backends.dewavps, backends };
  } catch {
    return { ready: false, backends: { awanio: false, dewavps: false } };
  }
}
