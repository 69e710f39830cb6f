/** Rows of backups and their schedules: the time of the next backup, its content and its cost. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { hour } from '../ledger';
import { attachedDisks, chargeCopy, copyRate, dropCopy, systemOf } from './copies';
import type { Instance } from './instance';
import { dayText } from './text';

export interface Schedule {
  id: number;
  tenant_id: string;
  instance_uuid: string;
  type: 'daily' | 'weekly';
  /** The day of the week, 0–7, where 0 and 7 are Sunday; null for a daily schedule. */
  day: number | null;
  /** The hour of the day in Jakarta, 0–23. */
  hour: number;
  /** The number of its backups that are kept. */
  retention: number;
  created_at: number;
  updated_at: number;
}

export interface Backup {
  uuid: string;
  tenant_id: string;
  instance_uuid: string;
  schedule_id: number;
  schedule: string;
  size_mb: number;
  /** Rupiah per hour. */
  rate: number;
  /** HeldDisk[] as JSON. */
  disks: string;
  machine: string;
  created_at: number;
}

const day = 24 * hour;

/** The first instant after `after` at which a schedule makes a backup. */
export function nextRun(schedule: Pick<Schedule, 'type' | 'day' | 'hour'>, after: number): number {
  const local = after + 7 * hour;
  const midnight = Math.floor(local / day) * day;
  let run = midnight + schedule.hour * hour;
  const wrong = () =>
    run <= local ||
    (schedule.type === 'weekly' && new Date(run).getUTCDay() !== (schedule.day ?? 0) % 7);
  while (wrong()) run += day;
  return run - 7 * hour;
}

export const schedulesOf = (store: Store, instanceUuid: string) =>
  store.all<Schedule>(
    'select * from backup_schedules where instance_uuid = ? order by id',
    instanceUuid,
  );

/** The backups of a machine, newest first. */
export const backupsOf = (store: Store, instanceUuid: string) =>
  store.all<Backup>(
    'select * from backups where instance_uuid = ? order by created_at desc, rowid desc',
    instanceUuid,
  );

/** The job target of a schedule. */
export const jobTargetOf = (scheduleId: number) => `schedule:${scheduleId}`;

/** Plans the job for the next run of a schedule after an instant. */
export function queueNextRun(cloud: Cloud, schedule: Schedule, after: number): void {
  const { tenant_id, id } = schedule;
  cloud.jobs.add(tenant_id, 'backup.due', jobTargetOf(id), nextRun(schedule, after));
}

export function keepSchedule(
  cloud: Cloud,
  instance: Pick<Instance, 'uuid' | 'tenant_id'>,
  wanted: Pick<Schedule, 'type' | 'day' | 'hour' | 'retention'>,
  at: number,
): Schedule {
  const { uuid: instance_uuid, tenant_id } = instance;
  const row = { tenant_id, instance_uuid, ...wanted, created_at: at, updated_at: at };
  const schedule = { id: cloud.store.insert('backup_schedules', row), ...row };
  queueNextRun(cloud, schedule, at);
  return schedule;
}

/** The used share of a disk, 0–1: different for each machine, and a little more each day. */
function fullness({ uuid, created_at }: Instance, at: number): number {
  const own = Number.parseInt(uuid.slice(0, 4), 16) / 0xffff;
  return Math.min(0.92, 0.18 + 0.3 * own + (0.002 * (at - created_at)) / day);
}

/** Stores a backup of a machine and deletes the schedule's oldest ones beyond its retention. */
export function keepBackup(
  cloud: Cloud,
  instance: Instance,
  schedule: Schedule,
  at: number,
): Backup {
  const disks = attachedDisks(cloud.store, instance.uuid);
  const gigabytes = disks.reduce((total, disk) => total + disk.size, instance.storage);
  const backup: Backup = {
    uuid: randomUUID(),
    tenant_id: instance.tenant_id,
    instance_uuid: instance.uuid,
    schedule_id: schedule.id,
    schedule: schedule.type,
    size_mb: Math.round(gigabytes * 1024 * fullness(instance, at)),
    rate: copyRate(instance.storage, disks, instance.tier_id),
    disks: JSON.stringify(disks),
    machine: systemOf(instance),
    created_at: at,
  };
  const { uuid, rate } = backup;
  cloud.store.insert('backups', { ...backup });
  cloud.store.update('instances', { uuid: instance.uuid }, { backup_at: at });
  chargeCopy(cloud, instance, { uuid, service: 'Backup', name: dayText(at), rate }, at);
  dropOldBackups(cloud, schedule, at);
  return backup;
}

export function dropOldBackups(cloud: Cloud, schedule: Schedule, at: number): void {
  const own = backupsOf(cloud.store, schedule.instance_uuid).filter(
    ({ schedule_id }) => schedule_id === schedule.id,
  );
  for (const { uuid } of own.slice(schedule.retention)) dropCopy(cloud, 'backups', uuid, at);
}
