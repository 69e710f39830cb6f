/** Adds snapshots, backups and a firewall to a new machine of a test. */
import type { Cloud } from '../cloud';
import { hour } from '../ledger';
import { keepBackup, keepSchedule, nextRun } from './backup-rows';
import { keepEntry, keepRule, keepSet } from './firewall-rows';
import type { Instance } from './instance';
import { keepSnapshot, settleSnapshot } from './snapshots';

export interface MachineExtras {
  snapshots: number;
  backups: number;
  rules: number;
}

export function addMachineExtras(
  cloud: Cloud,
  instance: Instance,
  options: MachineExtras,
  now: number,
): void {
  const { store } = cloud;
  for (let index = 1; index <= options.snapshots; index += 1) {
    const named = { name: `snapshot-${index}`, description: `Snapshot ${index}` };
    const { uuid } = keepSnapshot(store, instance, named, now);
    settleSnapshot(cloud, uuid, 'Active', now);
  }
  if (options.backups > 0) {
    const daily = { type: 'daily', day: null, hour: 2, retention: 30 } as const;
    const schedule = keepSchedule(cloud, instance, daily, now);
    let run = nextRun(daily, now - (options.backups + 1) * 24 * hour);
    for (let index = 0; index < options.backups; index += 1) {
      keepBackup(cloud, instance, schedule, run);
      run = nextRun(daily, run);
    }
  }
  if (options.rules === 0) return;
  const office = keepSet(store, instance, { name: 'office', description: 'Office' }, now);
  keepEntry(store, office.id, { cidr: '203.0.113.64/28', description: 'Floor 2' });
  for (let index = 0; index < options.rules; index += 1) {
    const first = index === 0;
    keepRule(
      store,
      instance,
      {
        action: 'A',
        protocol: 'tcp',
        port: first ? '22' : String(8000 + index),
        source_ip: null,
        ipset_id: first ? office.id : null,
        description: first ? 'SSH' : `Service ${index}`,
        enabled: 1,
      },
      now,
    );
  }
}
