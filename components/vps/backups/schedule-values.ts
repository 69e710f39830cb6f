/** The form of a schedule: its values, and what is sent of them. */
import type { Input } from '@/lib/contract/types';
import type { Schedule, ScheduleKind } from '@/lib/schedules/schedule';
import type { BackupsHere } from './backups-context';
import type { ScheduleRow } from './schedule-row';

type Where = Pick<BackupsHere, 'instance'>;

/** What the dialog is for. A replacement is of the other kind: that is what an edit can't change. */
export type ScheduleMode = { verb: 'add' } | { verb: 'edit' | 'replace'; row: ScheduleRow };

export interface ScheduleValues {
  kind: ScheduleKind;
  /** 0–6, Sunday is 0, as a select has it. */
  day: string;
  /** 0–23 in Jakarta, as a select has it. */
  hour: string;
  /** NaN while the field is empty. */
  keep: number;
}

/** Backups that may be kept: the contract's. */
export const mostKept = 365;

const other = { daily: 'weekly', weekly: 'daily' } as const;

/** What the form begins with. */
export function beginWith(mode: ScheduleMode): ScheduleValues {
  const old = mode.verb === 'add' ? null : mode.row.schedule;
  if (!old) return { kind: 'daily', day: '0', hour: '2', keep: 7 };
  const kind = mode.verb === 'replace' ? other[old.kind] : old.kind;
  return { kind, day: String(old.day ?? 0), hour: String(old.hour), keep: old.keep ?? 1 };
}

/** The schedule that the form means; null while its number isn't one. */
export function scheduleOf({ kind, day, hour, keep }: ScheduleValues): Schedule | null {
  if (!Number.isInteger(keep) || keep < 1 || keep > mostKept) return null;
  return { kind, day: kind === 'weekly' ? Number(day) : null, hour: Number(hour), keep };
}

/** How many backups an edit lets go of at most, by the numbers kept before and after. */
export function backupsRemoved(mode: ScheduleMode, { keep }: ScheduleValues): number {
  const before = mode.verb === 'edit' ? mode.row.schedule?.keep : null;
  return before && Number.isInteger(keep) ? Math.max(0, before - keep) : 0;
}

/** D32's input. */
export const newInput = (
  { instance }: Where,
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
  { instance }: Where,
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
