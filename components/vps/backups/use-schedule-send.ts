'use client';
import { useLocale, useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { ProblemError, type Problem } from '@/lib/problem';
import type { ChangeSubject } from '@/lib/query/follow/tracked-changes';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { scheduleWords } from '@/lib/schedules/words';
import { useBackupsHere } from './backups-context';
import { rowWords, type ScheduleRow } from './schedule-row';
import {
  editInput,
  scheduleOf,
  newInput,
  type ScheduleMode,
  type ScheduleValues,
} from './schedule-values';

/** A replacement whose second half failed: the new schedule is there, and the old one too. */
export interface Unfinished {
  row: ScheduleRow;
  problem: Problem;
}

/** Deletes a schedule, D34. @throws ProblemError */
export function useRemoveSchedule() {
  const { instance, href } = useBackupsHere();
  const locale = useLocale();
  const change = useBackendChange();
  return (row: ScheduleRow) =>
    change(
      'D34',
      { params: { instance_uuid: instance, backup_id: row.id } },
      { kind: 'backup-schedule', id: row.id, name: rowWords(row, locale), href },
    );
}

/** Sends the form by its mode, and tells of it. */
export function useScheduleSend(
  mode: ScheduleMode,
  onHalf: (half: Unfinished) => void,
  onClose: () => void,
) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const here = useBackupsHere();
  const { href } = here;
  const change = useBackendChange();
  const removeOld = useRemoveSchedule();
  const about = (id: string, values: ScheduleValues): ChangeSubject => {
    const schedule = scheduleOf(values);
    const name = schedule ? scheduleWords(schedule, locale) : '';
    return { kind: 'backup-schedule', id, name, href };
  };
  return async (values: ScheduleValues) => {
    if (mode.verb === 'edit') {
      await change('D33', editInput(here, mode.row, values), about(mode.row.id, values));
      toast({ tone: 'good', title: t('form.saved') });
      return onClose();
    }
    await change('D32', newInput(here, values), (made) => about(made?.id ?? '', values));
    if (mode.verb === 'replace') {
      try {
        await removeOld(mode.row);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return onHalf({ row: mode.row, problem: error.problem });
      }
    }
    toast({ tone: 'good', title: mode.verb === 'add' ? t('form.added') : t('form.replaced') });
    onClose();
  };
}
