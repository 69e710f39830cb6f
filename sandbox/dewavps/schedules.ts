/** Backup schedules: D31–D34. */
import type { Store } from '../db';
import { Refusal, invalid, invalidOperation } from '../refusal';
import { implement } from '../registry';
import type { Schedule } from './backup-rows';
import {
  dropOldBackups,
  queueNextRun,
  keepSchedule,
  schedulesOf,
  jobTargetOf,
} from './backup-rows';
import { needMoney } from './checks';
import { attachedDisks, copyRate } from './copies';
import type { Instance } from './instance';
import { findInstance } from './instance';
import { existingInstance } from './power';

/** The most schedules of a machine. */
const mostSchedules = 5;

const wire = ({ id, type, day, hour, retention }: Schedule) => ({
  id,
  schedule_type: type,
  schedule_on: day,
  schedule_at: hour,
  retention,
});

/** Finds a schedule of a machine. @throws Refusal 404 */
function findSchedule(store: Store, instance: Instance, id: string): Schedule {
  const found = schedulesOf(store, instance.uuid).find((row) => String(row.id) === id);
  if (!found) throw new Refusal(404, 'Backup schedule not found.');
  return found;
}

/** Checks that no other schedule of the machine has the same day and hour. @throws Refusal 422 */
function checkHour(
  store: Store,
  wanted: Omit<Schedule, 'tenant_id' | 'retention' | 'created_at' | 'updated_at'>,
): void {
  const same = schedulesOf(store, wanted.instance_uuid).some(
    (row) =>
      row.id !== wanted.id &&
      row.type === wanted.type &&
      row.hour === wanted.hour &&
      (row.day ?? 0) % 7 === (wanted.day ?? 0) % 7,
  );
  if (same) throw invalid({ schedule_at: ['The schedule at has already been taken.'] });
}

implement('D31', ({ params }, { store, tenant }) => {
  const instance = findInstance(store, tenant.id, params.instance_uuid);
  return { rows: schedulesOf(store, instance.uuid).map(wire) };
});

implement('D32', ({ params, body }, context) => {
  const { cloud, store, account, now } = context;
  const instance = existingInstance(context, params.instance_uuid);
  const type = body.schedule_type;
  const day = type === 'weekly' ? (body.schedule_on ?? null) : null;
  const hour = body.schedule_at;
  checkHour(store, { id: 0, instance_uuid: instance.uuid, type, day, hour });
  if (schedulesOf(store, instance.uuid).length >= mostSchedules)
    throw invalidOperation(`An instance has at most ${mostSchedules} backup schedules`);
  const disks = attachedDisks(store, instance.uuid);
  needMoney(cloud, account, copyRate(instance.storage, disks, instance.tier_id), 'backup');
  const wanted = { type, day, hour, retention: body.retention };
  return wire(store.transaction(() => keepSchedule(cloud, instance, wanted, now)));
});

/** A smaller retention deletes the surplus backups at once. */
implement('D33', ({ params, body }, context) => {
  const { cloud, store, now } = context;
  const instance = existingInstance(context, params.instance_uuid);
  const known = findSchedule(store, instance, params.schedule_id);
  const { retention, schedule_at: hour } = body;
  const day = known.type === 'weekly' ? (body.schedule_on ?? null) : null;
  if (known.type === 'weekly' && day === null)
    throw invalid({ schedule_on: ['The schedule on field is required.'] });
  checkHour(store, { ...known, day, hour });
  const changed: Schedule = { ...known, day, hour, retention, updated_at: now };
  store.transaction(() => {
    store.update('backup_schedules', { id: known.id }, { day, hour, retention, updated_at: now });
    cloud.jobs.drop(jobTargetOf(known.id));
    queueNextRun(cloud, changed, now);
    dropOldBackups(cloud, changed, now);
  });
  return wire(changed);
});

/** Its backups stay and cost money until somebody deletes them. */
implement('D34', ({ params }, context) => {
  const { cloud, store } = context;
  const instance = existingInstance(context, params.instance_uuid);
  const known = findSchedule(store, instance, params.backup_id);
  store.transaction(() => {
    store.run('delete from backup_schedules where id = ?', known.id);
    cloud.jobs.drop(jobTargetOf(known.id));
  });
  return wire(known);
});
