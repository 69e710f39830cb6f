/** A machine's schedules as the tab's tables and dialogs read them. */
import type { Row } from '@/lib/contract/types';
import type { Locale } from '@/lib/intl/locales';
import { readSchedule, type Schedule } from '@/lib/schedules/schedule';
import { scheduleTitle, scheduleWords } from '@/lib/schedules/words';

export interface ScheduleRow {
  id: string;
  /** Null for one that this console can't read. */
  schedule: Schedule | null;
  /** As the backend tells of it. */
  told: Row<'D31'>;
}

export const readRow = (told: Row<'D31'>): ScheduleRow => ({
  id: told.id,
  schedule: readSchedule(told),
  told,
});

const raw = ({ schedule_type: kind, schedule_on: on, schedule_at: at }: Row<'D31'>) =>
  [kind, on, at].filter((part) => part !== null).join(' ') || '–';

/** `every Sunday at 03:00 WIB, keep 4`; what can't be read as it was told. */
export const rowWords = ({ schedule, told }: ScheduleRow, locale: Locale): string =>
  schedule ? scheduleWords(schedule, locale) : raw(told);

/** The same as the beginning of a line. */
export const rowTitle = ({ schedule, told }: ScheduleRow, locale: Locale): string =>
  schedule ? scheduleTitle(schedule, locale) : raw(told);
