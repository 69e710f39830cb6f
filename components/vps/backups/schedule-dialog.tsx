'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { UnfinishedReplacement } from './unfinished-replacement';
import type { BackupsContext } from './backups-context';
import { KindField, TimeFields } from './schedule-fields';
import { Meaning } from './schedule-meaning';
import { rowTitle, type ScheduleRow } from './schedule-row';
import {
  beginWith,
  editInput,
  backupsRemoved,
  newInput,
  type ScheduleMode,
  type ScheduleValues,
} from './schedule-values';
import { useScheduleSend, type Unfinished } from './use-schedule-send';

interface ScheduleDialogProps {
  context: BackupsContext;
  mode: ScheduleMode;
  /** Of the server, milliseconds since 1970. */
  now: number;
  onClose: () => void;
}

/** Creates, edits or replaces a schedule. */
export function ScheduleDialog({ mode: asked, ...rest }: ScheduleDialogProps) {
  const [mode, setMode] = useState(asked);
  const [half, setHalf] = useState<Unfinished | null>(null);
  if (half)
    return <UnfinishedReplacement context={rest.context} {...half} onClose={rest.onClose} />;
  return (
    <ScheduleForm
      key={mode.verb}
      {...rest}
      mode={mode}
      onReplace={(row) => setMode({ verb: 'replace', row })}
      onHalf={setHalf}
    />
  );
}

function ScheduleForm({
  context,
  mode,
  now,
  onReplace,
  onHalf,
  onClose,
}: ScheduleDialogProps & {
  onReplace: (row: ScheduleRow) => void;
  onHalf: (half: Unfinished) => void;
}) {
  const t = useTranslations('backups');
  const [sure, setSure] = useState(false);
  const form = useProblemForm<ScheduleValues>({
    defaults: beginWith(mode),
    fieldNames: {
      schedule_type: 'kind',
      schedule_on: 'day',
      schedule_at: 'hour',
      retention: 'keep',
    },
    submit: useScheduleSend(context, mode, onHalf, onClose),
    request:
      mode.verb === 'edit'
        ? { of: 'D33', input: (values) => editInput(context, mode.row, values) }
        : { of: 'D32', input: (values) => newInput(context, values) },
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
        <Fixed mode={mode} onReplace={onReplace} />
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
      <Meaning context={context} values={values} now={now} />
    </FormDialog>
  );
}

/** What of a schedule can't be edited, and the way round it; or what a replacement does. */
function Fixed({
  mode,
  onReplace,
}: {
  mode: Exclude<ScheduleMode, { verb: 'add' }>;
  onReplace: (row: ScheduleRow) => void;
}) {
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
      title={weekly ? t('form.isWeekly') : t('form.isDaily')}
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
