/** The values of the schedule form, and the inputs of the operations that send them. */
import type { Input } from '@/lib/contract/types';
import type { Schedule, ScheduleKind } from '@/lib/schedules/schedule';
import type { BackupsTab } from './backups-context';
import type { ScheduleRow } from './schedule-row';

type InstanceRef = Pick<BackupsTab, 'instance'>;

/** What the dialog does. A replacement changes daily to weekly or back, because an edit can't change the kind. */
export type ScheduleMode = { verb: 'add' } | { verb: 'edit' | 'replace'; row: ScheduleRow };

/** The values of the form. */
export interface ScheduleValues {
  kind: ScheduleKind;
  /** 0–6, Sunday is 0; a string because a select has strings. */
  day: string;
  /** 0–23 in Jakarta's time; a string because a select has strings. */
  hour: string;
  /** NaN while the field is empty. */
  keep: number;
}

/** How many backups a schedule may keep, by the contract. */
export const maxKept = 365;

const otherKind = { daily: 'weekly', weekly: 'daily' } as const;

/** The values with which the form begins. */
export function initialValues(mode: ScheduleMode): ScheduleValues {
  const old = mode.verb === 'add' ? null : mode.row.schedule;
  if (!old) return { kind: 'daily', day: '0', hour: '2', keep: 7 };
  const kind = mode.verb === 'replace' ? otherKind[old.kind] : old.kind;
  return { kind, day: String(old.day ?? 0), hour: String(old.hour), keep: old.keep ?? 1 };
}

/** The schedule that the values describe; null while the number of kept backups isn't valid. */
export function scheduleOf({ kind, day, hour, keep }: ScheduleValues): Schedule | null {
  if (!Number.isInteger(keep) || keep < 1 || keep > maxKept) return null;
  return { kind, day: kind === 'weekly' ? Number(day) : null, hour: Number(hour), keep };
}

/** How many backups an edit deletes at most: the number kept before minus the number kept after. */
export function backupsRemoved(mode: ScheduleMode, { keep }: ScheduleValues): number {
  const before = mode.verb === 'edit' ? mode.row.schedule?.keep : null;
  return before && Number.isInteger(keep) ? Math.max(0, before - keep) : 0;
}

/** D32's input. */
export const newInput = (
  { instance }: InstanceRef,
  { kind, day, hour, keep }: ScheduleValues,
): Input<'D32'> => ({
  params: { instance_uuid: instance },
  body: {
    schedule_type: kind,
    schedule_at: Number(hour),
    schedule_on: kind === 'weekly' ? Number(day) : undefined,
    retention: keep,
  },
});

/** D33's input. */
export const editInput = (
  { instance }: InstanceRef,
  { id }: ScheduleRow,
  { kind, day, hour, keep }: ScheduleValues,
): Input<'D33'> => ({
  params: { instance_uuid: instance, schedule_id: id },
  body: {
    retention: keep,
    schedule_on: kind === 'weekly' ? Number(day) : null,
    schedule_at: Number(hour),
  },
});
