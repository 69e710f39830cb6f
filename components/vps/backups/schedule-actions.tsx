'use client';
import { Pencil, Replace, Trash2 } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useRefusal } from '@/components/parts/actions/use-permitted';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import { verbsOf } from '@/components/parts/actions/verb';
import { Callout } from '@/components/ui/callout';
import { lazyNamed } from '@/components/ui/lazy-named';
import { canonicalStatus } from '@/lib/contract/states';
import { useBackupsTab } from './backups-context';
import { rowTitle, rowWords, type ScheduleRow } from './schedule-row';
import { useRemoveSchedule } from './use-schedule-send';

const ScheduleDialog = lazyNamed(() => import('./schedule-dialog'), 'ScheduleDialog');

/** Says why schedules can't be changed: the key may not do it, or the machine is being deleted. Null: they can. */
export function useScheduleRefusal(): string | null {
  const { machine, why } = useBackupsTab();
  const refusal = useRefusal('write_instance');
  const status = canonicalStatus(machine.status);
  return refusal ?? (status === 'deleting' || status === 'deleted' ? why('delete', machine) : null);
}

/** The id and the name of a schedule for its menu. */
export function useScheduleIdentity(): RowIdentity<ScheduleRow> {
  const locale = useLocale();
  return useMemo(() => ({ id: ({ id }) => id, name: (row) => rowWords(row, locale) }), [locale]);
}

/** Returns the actions of a schedule. */
export function useScheduleActions(): readonly Action<ScheduleRow>[] {
  const t = useTranslations('backups');
  const locale = useLocale();
  const words = useScheduleIdentity();
  const remove = useRemoveSchedule();
  const locked = useScheduleRefusal();
  const opens = (verb: 'edit' | 'replace', icon: ReactNode): Action<ScheduleRow> => ({
    id: verb,
    label: t(`schedules.${verb}`),
    icon,
    reason: ({ schedule }) => locked ?? (schedule ? null : t('schedules.unread')),
    dialog: (row, close) => <ScheduleDialog mode={{ verb, row }} onClose={close} />,
  });
  const deletes = verbsOf<'backups', ScheduleRow>(t, words)('schedules.delete', {
    icon: <Trash2 aria-hidden />,
    group: 'end',
    danger: true,
    reason: () => locked,
    confirm: {
      text: ([row]) => (
        <>
          <p className="font-medium">{row ? rowTitle(row, locale) : null}</p>
          <p>{t('schedules.delete.text')}</p>
          <Callout tone="warn">{t('schedules.delete.stays')}</Callout>
        </>
      ),
    },
    run: remove,
  });
  return [
    opens('edit', <Pencil aria-hidden />),
    opens('replace', <Replace aria-hidden />),
    deletes,
  ];
}
