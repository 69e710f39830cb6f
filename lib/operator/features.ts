/** What this deployment lacks or does otherwise than the contract, and how that is known. For operators alone. */
import { baseOf, overrides } from '@/lib/backend';
import { missingOperations, type MissingOperation } from '@/lib/backend/missing-operations';
import { operation, refs, type Ref } from '@/lib/contract';
import type { Backend } from '@/lib/contract/operation';
import { effective, type Override } from '@/lib/contract/overrides';
import { titles } from '@/lib/contract/titles';

/**
 * - `absent`, `fixed`, `moved`: by the overrides file
 * - `redirected`, `missing`, `refused`: as the backend answered; `perhaps` where a 404 may be about one thing alone
 */
export type FeatureReason =
  'absent' | 'fixed' | 'moved' | 'redirected' | 'missing' | 'perhaps' | 'refused';

export interface Feature {
  ref: Ref;
  title: string;
  backend: Backend;
  /** As this deployment is asked. */
  method: string;
  path: string;
  why: FeatureReason;
  /** HTTP status of the last such answer; null for what the overrides file says. */
  status: number | null;
  /** Where it redirected to. */
  host: string | null;
  /** ISO 8601. */
  seen: string | null;
  times: number | null;
}

export interface Features {
  /** ISO 8601: when this process began to learn. */
  since: string;
  /** Backends that this deployment has not got at all. */
  without: Backend[];
  features: Feature[];
}

function saidOf(override: Override): FeatureReason | null {
  if (override.absent) return 'absent';
  if (override.answer !== undefined || override.answers !== undefined) return 'fixed';
  const { method, path, encoding } = override;
  return method === undefined && path === undefined && encoding === undefined ? null : 'moved';
}

function learnt({ status, host, unsure }: MissingOperation): FeatureReason {
  if (host !== null) return 'redirected';
  if (status !== 404) return 'refused';
  return unsure ? 'perhaps' : 'missing';
}

/** Both kinds, by reference: an operation that was moved and doesn't answer there either stands twice. */
export function features(): Features {
  const given = overrides();
  const { since, lacks } = missingOperations();
  const about = (ref: Ref) => {
    const { method, path } = effective(ref, given);
    return { ref, title: titles[ref], backend: operation(ref).backend, method, path };
  };
  const found = refs.flatMap((ref): Feature[] => {
    const override = given[ref];
    const said = override ? saidOf(override) : null;
    const lack = lacks.find((one) => one.ref === ref);
    return [
      ...(said
        ? [{ ...about(ref), why: said, status: null, host: null, seen: null, times: null }]
        : []),
      ...(lack
        ? [
            {
              ...about(ref),
              why: learnt(lack),
              status: lack.status,
              host: lack.host,
              seen: new Date(lack.seen).toISOString(),
              times: lack.times,
            },
          ]
        : []),
    ];
  });
  return {
    since: new Date(since).toISOString(),
    without: (['awanio', 'dewavps'] as const).filter((backend) => baseOf(backend) === null),
    features: found,
  };
}
