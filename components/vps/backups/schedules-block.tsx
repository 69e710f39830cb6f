'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Overlay } from '@/components/parts/actions/overlay';
import type { Column } from '@/components/parts/tables/columns';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { pricePerMonth } from '@/lib/format';
import { NextRun } from './next-run';
import type { BackupsContext } from './backups-context';
import { useLocked, useScheduleActions, useScheduleIdentity } from './schedule-actions';
import { rowTitle, type ScheduleRow } from './schedule-row';
import { Block } from './section';

const ScheduleDialog = lazyNamed(() => import('./schedule-dialog'), 'ScheduleDialog');

/**
 * When backups are made: each schedule in words, with its next run and what its backups cost once it keeps all.
 * @param perMonth of one backup, rupiah
 * @param now of the server, milliseconds since 1970
 */
export function SchedulesBlock({
  context,
  rows,
  perMonth,
  now,
}: {
  context: BackupsContext;
  rows: readonly ScheduleRow[];
  perMonth: number | null;
  now: number;
}) {
  const t = useTranslations('backups');
  const [asked, setAsked] = useState(false);
  const locked = useLocked(context);
  const add = (
    <Button
      size="sm"
      variant="primary"
      icon={<Plus aria-hidden />}
      disabledReason={locked}
      onClick={() => setAsked(true)}
    >
      {t('schedules.add')}
    </Button>
  );
  return (
    <Block flush title={t('schedules.title')} actions={rows.length > 0 ? add : null}>
      {rows.length > 0 ? (
        <ScheduleTable {...{ context, rows, perMonth, now }} />
      ) : (
        <EmptyState title={t('schedules.none')} actions={add}>
          {t('schedules.noneText')}
        </EmptyState>
      )}
      {asked ? (
        <Overlay>
          <ScheduleDialog
            context={context}
            mode={{ verb: 'add' }}
            now={now}
            onClose={() => setAsked(false)}
          />
        </Overlay>
      ) : null}
    </Block>
  );
}

function ScheduleTable({
  context,
  rows,
  perMonth,
  now,
}: {
  context: BackupsContext;
  rows: readonly ScheduleRow[];
  perMonth: number | null;
  now: number;
}) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const actions = useScheduleActions(context, now);
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
          <NextRun schedule={schedule} now={now} />
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
  ];
  return (
    <PlainTable
      caption={t('schedules.title')}
      columns={columns}
      rows={rows}
      actions={actions}
      identity={useScheduleIdentity()}
    />
  );
}
