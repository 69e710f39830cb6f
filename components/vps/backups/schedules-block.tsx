'use client';
import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useOpened } from '@/components/parts/actions/use-opened';
import type { Column } from '@/components/parts/tables/columns';
import { MenuTable, useMenuColumn } from '@/components/parts/tables/menu-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { pricePerMonth } from '@/lib/format';
import { NextRun } from './next-run';
import { useScheduleRefusal, useScheduleActions, useScheduleIdentity } from './schedule-actions';
import { rowTitle, type ScheduleRow } from './schedule-row';
import { Block } from './section';

const ScheduleDialog = lazyNamed(() => import('./schedule-dialog'), 'ScheduleDialog');

interface Schedules {
  rows: readonly ScheduleRow[];
  /** What one backup costs, in rupiah a month; null when it isn't known. */
  perMonth: number | null;
}

/** Lists the schedules in words, each with its next run and with the cost of all backups that it will keep. */
export function SchedulesBlock(schedules: Schedules) {
  const t = useTranslations('backups');
  const locked = useScheduleRefusal();
  const { open, opened } = useOpened((verb: 'add', onClose) => (
    <ScheduleDialog mode={{ verb }} onClose={onClose} />
  ));
  const hasRows = schedules.rows.length > 0;
  const add = (
    <Button
      size="sm"
      variant="primary"
      icon={<Plus aria-hidden />}
      disabledReason={locked}
      onClick={() => open('add')}
    >
      {t('schedules.add')}
    </Button>
  );
  return (
    <Block flush title={t('schedules.title')} actions={hasRows ? add : null}>
      {hasRows ? (
        <ScheduleTable {...schedules} />
      ) : (
        <EmptyState title={t('schedules.none')} actions={add}>
          {t('schedules.noneText')}
        </EmptyState>
      )}
      {opened}
    </Block>
  );
}

function ScheduleTable({ rows, perMonth }: Schedules) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const menu = useMenuColumn(useScheduleActions(), useScheduleIdentity());
  const full = (keep: number | null | undefined) =>
    perMonth === null || !keep ? '–' : pricePerMonth(perMonth * keep, locale);
  const columns: readonly Column<ScheduleRow>[] = [
    {
      id: 'schedule',
      header: t('schedules.schedule'),
      main: true,
      cell: (row) => rowTitle(row, locale),
    },
    {
      id: 'next',
      header: t('schedules.next'),
      cell: ({ schedule }) =>
        schedule ? (
          <NextRun schedule={schedule} />
        ) : (
          <span className="text-warn">{t('schedules.unread')}</span>
        ),
    },
    {
      id: 'full',
      header: t('schedules.full'),
      numeric: true,
      cell: ({ schedule }) => full(schedule?.keep),
    },
    menu,
  ];
  return (
    <MenuTable
      caption={t('schedules.title')}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
    />
  );
}
