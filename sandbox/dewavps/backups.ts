/** Backups: history D28, deletion D29, price D30, restore DX2; and the jobs that make them. */
import { durations } from '../cloud';
import type { Store } from '../db';
import { handleJob } from '../job-handlers';
import { monthHours, monthStart, nextMonthStart } from '../ledger';
import { Refusal, invalid } from '../refusal';
import { implement } from '../registry';
import type { Backup, Schedule } from './backup-rows';
import { backupsOf, queueNextRun, keepBackup } from './backup-rows';
import { findTier } from './catalogue';
import { attachedDisks, copyRate, dropCopies, dropCopy, heldWire, restoreSystem } from './copies';
import type { Instance } from './instance';
import { echoWire, findInstance } from './instance';
import { paged } from './instances';
import {
  beginOperation,
  failOperation,
  endUnchanged,
  instanceReadyFor,
  endOperation,
} from './power';
import { dateTextPlain } from './text';

/** A backup waits for a busy machine this long, this many times. */
const retries = { minutes: 10, times: 6 } as const;

/** Finds a backup of a machine. @throws Refusal 404 */
function findBackup(store: Store, instance: Instance, uuid: string): Backup {
  const found = backupsOf(store, instance.uuid).find((row) => row.uuid === uuid);
  if (!found) throw new Refusal(404, 'Backup not found.');
  return found;
}

implement('D28', ({ params, query }, { cloud, store, tenant, now }) => {
  const instance = findInstance(store, tenant.id, params.instance_uuid);
  const { rows, page } = paged(backupsOf(store, instance.uuid), query);
  return {
    rows: rows.map(({ uuid, schedule, size_mb, disks, created_at }) => {
      const current_cost = cloud.ledger.spent({ resource: uuid }, monthStart(now));
      return {
        id: uuid,
        schedule,
        current_cost,
        est_this_month: current_cost + cloud.ledger.ahead(uuid, nextMonthStart(now)),
        size: `${(size_mb / 1024).toFixed(1)} GB`,
        created_at: dateTextPlain(created_at),
        attached_storage: heldWire(disks),
      };
    }),
    page,
  };
});

implement('D29', ({ params }, context) => {
  const { cloud, store, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'deleteBackup');
  const { uuid } = findBackup(store, instance, params.backup_uuid);
  store.transaction(() => dropCopy(cloud, 'backups', uuid, now));
  return { id: uuid };
});

implement('D30', ({ params, query }, { store, tenant }) => {
  const instance = findInstance(store, tenant.id, params.instance_uuid);
  const tier = findTier(Number(query.tier_id));
  if (!tier) throw invalid({ tier_id: ['The selected tier id is invalid.'] });
  const rate = copyRate(instance.storage, attachedDisks(store, instance.uuid), tier.id);
  return { price: rate * monthHours };
});

const findSchedule = (store: Store, work: string) =>
  store.get<Schedule>(
    'select * from backup_schedules where id = ?',
    Number(work.replace('schedule:', '')),
  );

/** At the hour of a schedule: plans the next run, and begins this one, or waits while the machine is busy. */
handleJob('backup.due', (cloud, { target, due_at, payload }) => {
  const { waited = 0 } = JSON.parse(payload) as { waited?: number };
  const schedule = findSchedule(cloud.store, target);
  if (!schedule) return;
  const { tenant_id, instance_uuid } = schedule;
  if (waited === 0) queueNextRun(cloud, schedule, due_at);
  const instance = cloud.store.get<Instance>(
    'select * from instances where uuid = ?',
    instance_uuid,
  );
  if (!instance || instance.status === 'Error' || instance.operation === 'delete') return;
  if (instance.operation_flag === 0) {
    const work = { schedule: schedule.id, at: due_at };
    cloud.later(tenant_id, 'backup.made', instance_uuid, durations.backup, due_at, work);
    beginOperation(cloud, instance, 'backup', 'Backing up', due_at, instance.status);
  } else if (waited < retries.times) {
    const again = { waited: waited + 1 };
    cloud.later(tenant_id, 'backup.due', target, retries.minutes * 60_000, due_at, again);
  }
});

/** Ends a backup. A failed one is not stored, and the machine stays as it was. */
handleJob('backup.made', (cloud, { target, due_at, payload, ...job }) => {
  const work = JSON.parse(payload) as { schedule: number; at: number };
  const schedule = findSchedule(cloud.store, String(work.schedule));
  const instance = cloud.store.get<Instance>('select * from instances where uuid = ?', target);
  if (schedule && instance && !cloud.fails(job, 'D32'))
    keepBackup(cloud, instance, schedule, work.at);
  endUnchanged(cloud, target, due_at);
});

implement('DX2', ({ params }, context) => {
  const { cloud, store, tenant, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'restoreBackup');
  const { uuid } = findBackup(store, instance, params.backup_uuid);
  cloud.later(tenant.id, 'backup.restored', instance.uuid, durations.restore, now, {
    backup: uuid,
  });
  return echoWire(beginOperation(cloud, instance, 'restore', 'Restoring', now, 'Stopped'));
});

/** Restores a backup. It replaces the disk, so the snapshots on the disk are deleted; the machine is stopped. */
handleJob('backup.restored', (cloud, { target, due_at, payload, ...job }) => {
  const { backup } = JSON.parse(payload) as { backup: string };
  const row = cloud.store.get<Backup>('select * from backups where uuid = ?', backup);
  dropCopies(cloud, 'snapshots', target, due_at);
  if (!row || cloud.fails(job, 'DX2')) return failOperation(cloud, target, due_at);
  restoreSystem(cloud, target, row.machine, due_at);
  endOperation(cloud, target, 'Stopped', due_at);
});
