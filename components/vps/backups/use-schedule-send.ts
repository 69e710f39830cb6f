'use client';
import { useLocale, useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { ProblemError, type Problem } from '@/lib/problem';
import type { ChangeSubject } from '@/lib/query/follow/tracked-changes';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { scheduleWords } from '@/lib/schedules/words';
import { useBackupsTab } from './backups-context';
import { rowWords, type ScheduleRow } from './schedule-row';
import {
  editInput,
  scheduleOf,
  newInput,
  type ScheduleMode,
  type ScheduleValues,
} from './schedule-values';

/** A replacement that stopped half-way: the new schedule was created, but the old one could not be deleted. */
export interface Unfinished {
  /** The old schedule. */
  row: ScheduleRow;
  problem: Problem;
}

/** Returns a function that deletes a schedule (D34). It throws a ProblemError. */
export function useRemoveSchedule() {
  const { instance, href } = useBackupsTab();
  const locale = useLocale();
  const change = useBackendChange();
  return (row: ScheduleRow) =>
    change(
      'D34',
      { params: { instance_uuid: instance, backup_id: row.id } },
      { kind: 'backup-schedule', id: row.id, name: rowWords(row, locale), href },
    );
}

/** Returns a function that sends the form (D32, D33 or a replacement) and shows a notice when it has succeeded. */
export function useScheduleSend(
  mode: ScheduleMode,
  onUnfinished: (unfinished: Unfinished) => void,
  onClose: () => void,
) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const tab = useBackupsTab();
  const { href } = tab;
  const change = useBackendChange();
  const removeOld = useRemoveSchedule();
  const about = (id: string, values: ScheduleValues): ChangeSubject => {
    const schedule = scheduleOf(values);
    const name = schedule ? scheduleWords(schedule, locale) : '';
    return { kind: 'backup-schedule', id, name, href };
  };
  return async (values: ScheduleValues) => {
    if (mode.verb === 'edit') {
      await change('D33', editInput(tab, mode.row, values), about(mode.row.id, values));
      toast({ tone: 'good', title: t('form.saved') });
      return onClose();
    }
    await change('D32', newInput(tab, values), (made) => about(made?.id ?? '', values));
    if (mode.verb === 'replace') {
      try {
        await removeOld(mode.row);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return onUnfinished({ row: mode.row, problem: error.problem });
      }
    }
    toast({ tone: 'good', title: mode.verb === 'add' ? t('form.added') : t('form.replaced') });
    onClose();
  };
}
