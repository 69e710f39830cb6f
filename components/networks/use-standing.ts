'use client';
/** How the machines of an account stand, for what is done to their networks: states, and who is a gateway. */
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNowOf } from '@/components/instances/under-way';
import { reasonWhy, transient, type InstanceVerb } from '@/lib/contract/states';
import type { Result, Row } from '@/lib/contract/types';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/** Rows that D02 gives at most; of machines beyond them the backend alone knows. */
const most = 100;

const pace = (list: Result<'D02'> | undefined) =>
  list?.data.some(({ status, operation_flag }) => transient(status, operation_flag))
    ? 'fast'
    : 'slow';

export interface Standing {
  /** The newest machines; undefined while they are on their way, or where the key may not see them. */
  machines: readonly Row<'D02'>[] | undefined;
  /** There are more than `machines`. */
  more: boolean;
  /** In words, why a machine's state doesn't allow it; null where it does, or isn't known. */
  why: (verb: InstanceVerb, uuid: string) => string | null;
  /** The name of the private network that a machine is the gateway of. */
  gatewayOf: (uuid: string) => string | null;
}

/** Needs the messages `machines`. */
export function useStanding(account: string): Standing {
  const t = useTranslations('machines');
  const input = { query: { limit: most, page: 1 } };
  const { data } = useBackendQuery('D02', input, { account, poll: pace });
  const networks = useBackendQuery('D49', {}, { account, poll: 'slow' }).data;
  const nowOf = useNowOf();
  const machines = data?.data;
  const byId = useMemo(() => new Map(machines?.map((row) => [row.uuid, row])), [machines]);
  const gateways = useMemo(
    () =>
      new Map(
        networks?.data.flatMap(({ gateway, name, uuid }): [string, string][] =>
          gateway?.uuid ? [[gateway.uuid, name ?? uuid]] : [],
        ),
      ),
    [networks],
  );
  const why = useCallback(
    (verb: InstanceVerb, uuid: string) => {
      const machine = byId.get(uuid);
      const reason = machine ? reasonWhy(verb, nowOf(machine)) : null;
      return reason && t(`reasons.${reason}`);
    },
    [byId, nowOf, t],
  );
  const gatewayOf = useCallback((uuid: string) => gateways.get(uuid) ?? null, [gateways]);
  const total = data?.page?.total ?? machines?.length ?? 0;
  return { machines, more: total > (machines?.length ?? 0), why, gatewayOf };
}
