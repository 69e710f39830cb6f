/** A row of D31 together with its schedule, as the tab's tables and dialogs use it. */
import type { Row } from '@/lib/contract/types';
import type { Locale } from '@/lib/intl/locales';
import { readSchedule, type Schedule } from '@/lib/schedules/schedule';
import { scheduleTitle, scheduleWords } from '@/lib/schedules/words';

/** One schedule of a machine. */
export interface ScheduleRow {
  id: string;
  /** Null when this console can't read the backend's values. */
  schedule: Schedule | null;
  /** The backend's own values. */
  raw: Row<'D31'>;
}

/** Reads a row of D31. */
export const readRow = (raw: Row<'D31'>): ScheduleRow => ({
  id: raw.id,
  schedule: readSchedule(raw),
  raw,
});

const rawWords = ({ schedule_type: kind, schedule_on: on, schedule_at: at }: Row<'D31'>) =>
  [kind, on, at].filter((part) => part !== null).join(' ') || '–';

/** `every Sunday at 03:00 WIB, keep 4`; the backend's own values when they can't be read. */
export const rowWords = ({ schedule, raw }: ScheduleRow, locale: Locale): string =>
  schedule ? scheduleWords(schedule, locale) : rawWords(raw);

/** The same words with a capital letter, for the beginning of a line. */
export const rowTitle = ({ schedule, raw }: ScheduleRow, locale: Locale): string =>
  schedule ? scheduleTitle(schedule, locale) : rawWords(raw);
