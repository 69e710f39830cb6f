/** Lists the differences of this deployment from the contract, and their source. For operators only. */
import { baseOf, overrides } from '@/lib/backend';
import { missingOperations, type MissingOperation } from '@/lib/backend/missing-operations';
import { operation, refs, type Ref } from '@/lib/contract';
import type { Backend } from '@/lib/contract/operation';
import { effective, type Override } from '@/lib/contract/overrides';
import { titles } from '@/lib/contract/titles';

/**
 * The kind of a difference:
 * - `absent`, `fixed`, `moved`: as the overrides file says
 * - `redirected`, `missing`, `refused`: as the backend answered; `perhaps` for a 404 that may be about one thing only
 */
export type FeatureReason =
  'absent' | 'fixed' | 'moved' | 'redirected' | 'missing' | 'perhaps' | 'refused';

export interface Feature {
  ref: Ref;
  title: string;
  backend: Backend;
  /** The method and path that this deployment is called by. */
  method: string;
  path: string;
  why: FeatureReason;
  /** The HTTP status of the last such answer; null for the overrides file. */
  status: number | null;
  /** The target host of a redirect. */
  host: string | null;
  /** ISO 8601. */
  seen: string | null;
  times: number | null;
}

export interface Features {
  /** ISO 8601: the time since which this process has observed answers. */
  since: string;
  /** Backends that this deployment doesn't have. */
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

/** All differences, sorted by reference. An operation that was moved and still doesn't answer is listed twice. */
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
