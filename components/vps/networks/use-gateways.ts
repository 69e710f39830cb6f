'use client';
import { useCallback, useMemo } from 'react';
import { useRefused } from '@/components/parts/shell/use-refused';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/** Returns a function from a machine's uuid to the name of the network whose gateway it is; null when it is none. */
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
