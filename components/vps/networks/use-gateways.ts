'use client';
import { useCallback, useMemo } from 'react';
import { useRefused } from '@/components/parts/shell/use-refused';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/** Tells the name of the private network that a machine is the gateway of, by its uuid; null where it is of none. */
export function useGateways(): (uuid: string) => string | null {
  const enabled = !useRefused('read_network');
  const networks = useBackendQuery('D49', {}, { poll: 'slow', enabled }).data;
  const gateways = useMemo(
    () =>
      new Map(
        networks?.data.flatMap(({ gateway, name, uuid }): [string, string][] =>
          gateway?.uuid ? [[gateway.uuid, name ?? uuid]] : [],
        ),
      ),
    [networks],
  );
  return useCallback((uuid) => gateways.get(uuid) ?? null, [gateways]);
}
