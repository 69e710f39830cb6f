/**
 * Schedules of backups: computes the next backup. Hours are in Jakarta's time, which has no summer time. Pure,
 * browser-safe.
 */
import { jakartaOffset } from '@/lib/format';

export type ScheduleKind = 'daily' | 'weekly';

export interface Schedule {
  kind: ScheduleKind;
  /** Day of the week, 0 is Sunday; null for a daily one. */
  day: number | null;
  /** The hour in Jakarta, 0–23. */
  hour: number;
  /** The number of backups that are kept; null if the backend doesn't say. */
  keep: number | null;
}

/** A schedule as the backend sends it; `schedule_on` is 0–7, and 0 and 7 are both Sunday. */
export interface BackendSchedule {
  schedule_type: string | null;
  schedule_on: number | null;
  schedule_at: number | null;
  retention: number | null;
}

const within = (value: number | null, from: number, to: number): value is number =>
  value !== null && Number.isInteger(value) && value >= from && value <= to;

/** Reads a backend's schedule; null if the kind, day or hour is unknown. */
export function readSchedule(told: BackendSchedule): Schedule | null {
  const kind = told.schedule_type?.trim().toLowerCase();
  const { schedule_at: hour, schedule_on: on, retention: keep } = told;
  if (!within(hour, 0, 23)) return null;
  if (kind === 'daily') return { kind, day: null, hour, keep };
  return kind === 'weekly' && within(on, 0, 7) ? { kind, day: on % 7, hour, keep } : null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const jakarta = jakartaOffset * 60_000;

/**
 * The first instant after `after` at which a schedule makes a backup.
 * @param after milliseconds since 1970
 * @returns milliseconds since 1970
 */
export function nextRun({ day, hour }: Pick<Schedule, 'day' | 'hour'>, after: number): number {
  const local = after + jakarta; // its UTC fields are Jakarta's
  const today = Math.floor(local / dayMs) * dayMs;
  const ahead = day === null ? 0 : (day - new Date(today).getUTCDay() + 7) % 7;
  const run = today + ahead * dayMs + hour * hourMs;
  return (run > local ? run : run + (day === null ? 1 : 7) * dayMs) - jakarta;
}

/** The day of the week in Jakarta of an instant in milliseconds, 0 is Sunday. */
export const dayInJakarta = (instant: number): number => new Date(instant + jakarta).getUTCDay();
