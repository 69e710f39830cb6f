'use client';
import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { RowMenu } from '@/components/actions/row-menu';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { pricePerMonth } from '@/lib/format';
import { NextRun } from './next-run';
import type { Place } from './place';
import { useLocked, useScheduleActions, useScheduleWords } from './schedule-actions';
import { rowTitle, type ScheduleRow } from './schedule-row';
import { Block } from './section';

const ScheduleDialog = lazyNamed(() => import('./schedule-dialog'), 'ScheduleDialog');

/**
 * When backups are made: each schedule in words, with its next run and what its backups cost once it keeps all.
 * @param perMonth of one backup, rupiah
 * @param now of the server, milliseconds since 1970
 */
export function SchedulesBlock({
  place,
  rows,
  perMonth,
  now,
}: {
  place: Place;
  rows: readonly ScheduleRow[];
  perMonth: number | null;
  now: number;
}) {
  const t = useTranslations('backups');
  const [asked, setAsked] = useState(false);
  const locked = useLocked(place);
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
        <ScheduleTable {...{ place, rows, perMonth, now }} />
      ) : (
        <EmptyState title={t('schedules.none')} actions={add}>
          {t('schedules.noneText')}
        </EmptyState>
      )}
      {asked ? (
        <Suspense fallback={null}>
          <ScheduleDialog
            place={place}
            mode={{ verb: 'add' }}
            now={now}
            onClose={() => setAsked(false)}
          />
        </Suspense>
      ) : null}
    </Block>
  );
}

function ScheduleTable({
  place,
  rows,
  perMonth,
  now,
}: {
  place: Place;
  rows: readonly ScheduleRow[];
  perMonth: number | null;
  now: number;
}) {
  const t = useTranslations('backups');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const actions = useScheduleActions(place, now);
  const words = useScheduleWords();
  const full = (keep: number | null | undefined) =>
    perMonth === null || !keep ? '–' : pricePerMonth(perMonth * keep, locale);
  return (
    <div className="md:overflow-x-auto">
      <Table caption={t('schedules.title')}>
        <TableHead>
          <HeadCell>{t('schedules.schedule')}</HeadCell>
          <HeadCell>{t('schedules.next')}</HeadCell>
          <HeadCell numeric>{t('schedules.full')}</HeadCell>
          <HeadCell className="w-0">
            <span className="sr-only">{ui('actions')}</span>
          </HeadCell>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              <Cell main>{rowTitle(row, locale)}</Cell>
              <Cell label={t('schedules.next')}>
                {row.schedule ? (
                  <NextRun schedule={row.schedule} now={now} />
                ) : (
                  <span className="text-warn">{t('schedules.unread')}</span>
                )}
              </Cell>
              <Cell numeric label={t('schedules.full')}>
                {full(row.schedule?.keep)}
              </Cell>
              <Cell data-actions className="w-0 text-right">
                <RowMenu actions={actions} row={row} words={words} />
              </Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
