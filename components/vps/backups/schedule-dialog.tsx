'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { BalanceAfter } from '@/components/vps/balance/balance-after';
import { monthHours } from '@/lib/pricing';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import type { DialogProps } from '@/components/ui/dialog-props';
import { useBackupsTab } from './backups-context';
import { KindField, TimeFields } from './schedule-fields';
import { rowTitle, type ScheduleRow } from './schedule-row';
import {
  initialValues,
  editInput,
  backupsRemoved,
  newInput,
  type ScheduleMode,
  type ScheduleValues,
  scheduleOf,
} from './schedule-values';
import { useScheduleSend, type Unfinished, useRemoveSchedule } from './use-schedule-send';
import { pricePerMonth } from '@/lib/format';
import { scheduleTitle } from '@/lib/schedules/words';
import { useBackupPrice } from './copy-price';
import { NextRun } from './next-run';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ProblemNote } from '@/components/ui/error-state';
import { toast } from '@/components/ui/toast';

/** The dialog that creates, edits or replaces a schedule. */
export function ScheduleDialog({ mode: asked, onClose }: DialogProps<{ mode: ScheduleMode }>) {
  const [mode, setMode] = useState(asked);
  const [unfinished, setUnfinished] = useState<Unfinished | null>(null);
  if (unfinished) return <UnfinishedReplacement {...unfinished} onClose={onClose} />;
  return (
    <ScheduleForm
      key={mode.verb}
      {...{ mode, onClose }}
      onReplace={(row) => setMode({ verb: 'replace', row })}
      onUnfinished={setUnfinished}
    />
  );
}

type ScheduleFormProps = DialogProps<{
  mode: ScheduleMode;
  onReplace: (row: ScheduleRow) => void;
  onUnfinished: (unfinished: Unfinished) => void;
}>;

function ScheduleForm({ mode, onReplace, onUnfinished, onClose }: ScheduleFormProps) {
  const t = useTranslations('backups');
  const tab = useBackupsTab();
  const [sure, setSure] = useState(false);
  const form = useProblemForm<ScheduleValues>({
    defaults: initialValues(mode),
    fieldNames: {
      schedule_type: 'kind',
      schedule_on: 'day',
      schedule_at: 'hour',
      retention: 'keep',
    },
    submit: useScheduleSend(mode, onUnfinished, onClose),
    request:
      mode.verb === 'edit'
        ? { of: 'D33', input: (values) => editInput(tab, mode.row, values) }
        : { of: 'D32', input: (values) => newInput(tab, values) },
  });
  const values = form.form.watch();
  const gone = backupsRemoved(mode, values);
  const [title, submit] = {
    add: [t('form.add'), t('form.submitAdd')] as const,
    edit: [t('form.edit'), t('form.submitEdit')] as const,
    replace: [t('form.replace'), t('form.submitReplace')] as const,
  }[mode.verb];
  return (
    <FormDialog
      {...{ form, title, submit, onClose }}
      size="md"
      danger={gone > 0}
      reason={gone > 0 && !sure ? t('form.sureFirst') : null}
    >
      {mode.verb === 'add' ? (
        <KindField form={form} />
      ) : (
        <KindNote mode={mode} onReplace={onReplace} />
      )}
      <TimeFields form={form} />
      {gone > 0 ? (
        <Callout tone="danger" role="alert" title={t('form.fewer', { count: gone })}>
          <p>{t('form.fewerText', { keep: values.keep })}</p>
          <Checkbox
            label={t('form.sure')}
            checked={sure}
            onChange={(event) => setSure(event.target.checked)}
          />
        </Callout>
      ) : null}
      <ScheduleSummary values={values} />
    </FormDialog>
  );
}

interface KindNoteProps {
  mode: Exclude<ScheduleMode, { verb: 'add' }>;
  onReplace: (row: ScheduleRow) => void;
}

/** Says that an edit can't change the kind of a schedule and offers a replacement, or says what a replacement does. */
function KindNote({ mode, onReplace }: KindNoteProps) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const { verb, row } = mode;
  if (verb === 'replace')
    return (
      <Callout tone="warn" title={t('form.replaces', { schedule: rowTitle(row, locale) })}>
        {t('form.replaceText')}
      </Callout>
    );
  const weekly = row.schedule?.kind === 'weekly';
  return (
    <Callout
      title={weekly ? t('form.weeklyNow') : t('form.dailyNow')}
      actions={
        <Button size="sm" onClick={() => onReplace(row)}>
          {weekly ? t('form.toDaily') : t('form.toWeekly')}
        </Button>
      }
    >
      {t('form.fixed')}
    </Callout>
  );
}

/** Sums up the schedule in the form: its words, its next run and the cost of the backups that it keeps. */
function ScheduleSummary({ values }: { values: ScheduleValues }) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const perMonth = useBackupPrice(useBackupsTab().machine);
  const schedule = scheduleOf(values);
  if (!schedule) return null;
  const { keep } = schedule;
  return (
    <div role="status" className="bg-sunken rounded-md px-3 py-2">
      <p className="font-semibold">{scheduleTitle(schedule, locale)}</p>
      <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{t('schedules.next')}</dt>
        <dd>
          <NextRun schedule={schedule} />
        </dd>
        <dt className="text-muted">{t('form.cost')}</dt>
        <dd>
          {perMonth === null || keep === null
            ? t('form.costUnknown')
            : t('form.costText', {
                count: keep,
                all: pricePerMonth(perMonth * keep, locale),
                one: pricePerMonth(perMonth, locale),
              })}
        </dd>
      </dl>
      {perMonth === null || keep === null ? null : (
        <BalanceAfter added={(perMonth * keep) / monthHours} />
      )}
    </div>
  );
}

/** Says that the new schedule exists but the old one couldn't be deleted, and offers to delete the old one again. */
function UnfinishedReplacement({ row, problem, onClose }: DialogProps<Unfinished>) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const remove = useRemoveSchedule();
  const retry = async () => {
    await remove(row);
    toast({ tone: 'good', title: t('form.replaced') });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('form.unfinished')}
      confirmLabel={t('form.unfinishedRetry')}
      onConfirm={retry}
    >
      <Callout tone="warn" role="alert" title={rowTitle(row, locale)}>
        {t('form.unfinishedText')}
      </Callout>
      <ProblemNote problem={problem} />
    </ConfirmDialog>
  );
}
