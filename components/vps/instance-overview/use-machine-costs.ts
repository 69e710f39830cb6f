'use client';
import { backupInputs, priceInput } from '@/components/vps/backups/inputs';
import type { Detail } from '@/components/vps/instances/use-instance';
import { machineVolumesInput } from '@/components/vps/volumes/volume';
import type { Result } from '@/lib/contract/types';
import { addUp, type Charged, type Costs, type Omission } from '@/lib/pricing';
import { useBackendQuery } from '@/lib/query/use-backend-query';

const unknownTotal = { perHour: null, perMonth: null };

/** The reads from which a machine's costs are added up; undefined when a read has failed or not answered yet. */
export interface MachineParts {
  volumes?: Result<'D64'>;
  snapshots?: Result<'D23'>;
  backups?: Result<'D28'>;
  /** Rupiah a month of a backup made today. The backend tells no price for each backup, so each counts as much. */
  perBackup?: number | null;
}

/** Adds up what a machine costs: the machine with its disk and address, its volumes, snapshots and backups. */
export function machineCosts(
  machine: Pick<Detail, 'uuid' | 'price_per_hour' | 'estimated_monthly_cost'>,
  { volumes, snapshots, backups, perBackup = null }: MachineParts,
): Costs {
  const own: Charged = {
    service: 'running',
    perHour: machine.price_per_hour,
    perMonth: machine.estimated_monthly_cost,
  };
  const disks = (volumes?.data ?? [])
    .filter(({ attached_to: to }) => to?.uuid === machine.uuid)
    .map(({ price_per_hour: perHour, estimated_monthly_cost: perMonth }): Charged => ({
      service: 'disks',
      perHour,
      perMonth,
    }));
  const snapshotCosts = (snapshots?.data ?? []).map((each): Charged => ({
    service: 'snapshots',
    perHour: each.current_hourly_price,
    perMonth: each.estimated_monthly,
  }));
  const backupCosts = Array.from(
    { length: backups?.page?.total ?? backups?.data.length ?? 0 },
    () => ({
      service: 'backups' as const,
      perHour: null,
      perMonth: perBackup,
    }),
  );
  const unread: Omission[] = [
    ...(volumes ? [] : (['disks'] as const)),
    ...(snapshots && backups ? [] : (['copies'] as const)),
  ];
  return addUp([own, ...disks, ...snapshotCosts, ...backupCosts], unknownTotal, unread);
}

/**
 * Reads what a machine costs in all.
 * @param enabled whether somebody looks at it
 * @returns null until each read has answered
 */
export function useMachineCosts(machine: Detail, enabled: boolean): Costs | null {
  const { snapshots: input, history } = backupInputs(machine.uuid, 1);
  const tier = machine.tier_id ?? '';
  const volumes = useBackendQuery('D64', machineVolumesInput(machine.uuid), { enabled });
  const snapshots = useBackendQuery('D23', input, { enabled });
  const backups = useBackendQuery('D28', history, { enabled });
  // Where there is no backup its price says nothing; a last one tells that there are some, before they are counted.
  const some = machine.last_backup_at !== null || (backups.data?.data.length ?? 0) > 0;
  const asks = { enabled: enabled && some && tier !== '' };
  const price = useBackendQuery('D30', priceInput(machine.uuid, tier), asks);
  const asking = [volumes, snapshots, backups, price].some(({ isLoading }) => isLoading);
  if (asking || !enabled) return null;
  return machineCosts(machine, {
    volumes: volumes.data,
    snapshots: snapshots.data,
    backups: backups.data,
    perBackup: price.data?.estimated_price,
  });
}
