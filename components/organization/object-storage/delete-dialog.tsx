'use client';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { DialogFoot } from '@/components/ui/dialog-foot';
import type { DialogProps } from '@/components/ui/dialog-props';
import { Foreign } from '@/components/ui/foreign';
import { ProgressBar } from '@/components/ui/progress-bar';
import { ProblemNote } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { TypeNameField } from '@/components/ui/type-name-field';
import { useAttempt } from '@/components/ui/use-attempt';
import { number } from '@/lib/format';
import { sameAsSeen } from '@/lib/format/compare-text';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { holdsAnything, type Contents } from './contents';
import type { EmptyProgress } from './empty-run';
import { LinkKeyButton } from './key-panel';
import { usePolicies } from './policies';
import { aboutBucket, bucketParams } from './storage';
import { StoreProblem } from './store-problem';
import { useContents } from './use-contents';
import { useEmptying } from './use-emptying';

type Props = DialogProps<{ bucket: string; onDeleted?: (() => void) | undefined }>;

/** Deletes a bucket (A59) whose name is typed. One that isn't empty says what is in it, and is emptied first. */
export function DeleteDialog(props: Props) {
  return <EmptyOrDelete {...props} deletes />;
}

/** Deletes everything in a bucket whose name is typed. The bucket stays. */
export function EmptyDialog(props: Props) {
  return <EmptyOrDelete {...props} deletes={false} />;
}

function useWork({ bucket, deletes, onDeleted, onClose }: Props & { deletes: boolean }) {
  const scope = useGroup();
  const t = useTranslations('object-storage');
  const change = useBackendChange();
  const { note } = usePolicies();
  const found = useContents(bucket);
  const emptying = useEmptying(bucket, found.linked);
  const { busy, problem, attempt } = useAttempt();
  const empty = async () => {
    const { state } = await emptying.start();
    if (state !== 'done') await found.refetch();
    return state === 'done';
  };
  const remove = async () => {
    await change('A59', { params: bucketParams(scope, bucket) }, aboutBucket(scope, bucket));
    note(bucket, null);
  };
  const run = () =>
    void attempt(async () => {
      const holds = !found.contents || holdsAnything(found.contents);
      if ((holds || !deletes) && found.contents && !(await empty())) return;
      if (deletes) await remove();
      toast({ tone: 'good', title: t(deletes ? 'delete.done' : 'empty.done', { name: bucket }) });
      onClose();
      if (deletes) onDeleted?.();
    });
  return { found, emptying, busy, problem, run };
}

function EmptyOrDelete(props: Props & { deletes: boolean }) {
  const { bucket, deletes, onClose } = props;
  const t = useTranslations('object-storage');
  const ui = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const { found, emptying, busy, problem, run } = useWork(props);
  const { contents } = found;
  const holds = contents !== undefined && holdsAnything(contents);
  const working = emptying.progress?.state === 'working';
  const words = deletes ? 'delete' : 'empty';
  const counting = contents === undefined && found.problem === null;
  const reason = counting
    ? t('contents.counting')
    : !deletes && !holds
      ? t(found.problem ? 'contents.failed' : 'contents.nothing')
      : sameAsSeen(typed, bucket)
        ? null
        : ui('typeNameFirst');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // React would pass it to a form around the dialog
    if (!busy && reason === null) run();
  };
  return (
    <Dialog open onClose={onClose} title={t(`${words}.title`, { name: bucket })} locked={busy}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        {working ? null : (
          <>
            <p>{t(`${words}.text`)}</p>
            <Found {...{ deletes, contents, linked: found.linked }} problem={found.problem} />
            <TypeNameField name={bucket} typed={typed} onType={setTyped} />
          </>
        )}
        {emptying.progress ? <Progress of={emptying.progress} total={totalOf(contents)} /> : null}
        {working ? (
          <DialogFoot>
            <Button onClick={emptying.cancel}>{t('emptying.cancel')}</Button>
          </DialogFoot>
        ) : (
          <DialogButtons
            {...{ onClose, reason }}
            pending={busy}
            danger
            confirm={t(deletes && holds ? 'delete.emptyFirst' : `${words}.confirm`)}
          >
            {problem?.code === 'conflict' ? (
              <NotDeleted linked={found.linked} />
            ) : problem ? (
              <ProblemNote problem={problem} />
            ) : null}
          </DialogButtons>
        )}
      </form>
    </Dialog>
  );
}

/** The number of things to delete; null where there are more than were counted. */
const totalOf = (contents: Contents | undefined): number | null =>
  !contents || contents.more
    ? null
    : contents.objects + (contents.versions ?? 0) + (contents.uploads ?? 0);

/** What is in the bucket, and why it can't be deleted as it is. */
function Found({
  contents,
  problem,
  deletes,
  linked,
}: {
  contents: Contents | undefined;
  problem: Parameters<typeof StoreProblem>[0]['problem'] | null;
  deletes: boolean;
  linked: boolean;
}) {
  const t = useTranslations('object-storage.contents');
  const locale = useLocale();
  if (problem) return <StoreProblem problem={problem} what={t('failed')} />;
  if (!contents) return <Skeleton className="h-4 w-56" />;
  const shown = (value: number | null) =>
    value === null
      ? t('unknown')
      : `${number(value, locale)}${contents.more && value >= 1000 ? '+' : ''}`;
  if (!holdsAnything(contents))
    return <p className="text-muted">{linked ? t('nothing') : t('nothingListed')}</p>;
  return (
    <Callout tone="warn" title={deletes ? t('notEmpty') : t('holds')}>
      <ul className="list-disc pl-5">
        <li>{t('objects', { count: shown(contents.objects) })}</li>
        <li>{t('versions', { count: shown(contents.versions) })}</li>
        <li>{t('uploads', { count: shown(contents.uploads) })}</li>
      </ul>
      {linked ? null : <p>{t('oneByOne')}</p>}
    </Callout>
  );
}

/** The provider refuses the deletion of a bucket in which nothing is listed. */
function NotDeleted({ linked }: { linked: boolean }): ReactNode {
  const t = useTranslations('object-storage.delete');
  return (
    <Callout
      tone="danger"
      role="alert"
      title={t('refused')}
      actions={linked ? undefined : <LinkKeyButton size="sm" />}
    >
      <p>{linked ? t('refusedAgain') : t('refusedHidden')}</p>
    </Callout>
  );
}

/** How far the emptying is, and what couldn't be deleted. */
function Progress({ of, total }: { of: EmptyProgress; total: number | null }) {
  const t = useTranslations('object-storage.emptying');
  const locale = useLocale();
  const { state, deleted, failed, problem } = of;
  const value = total ? Math.min(100, (100 * deleted) / total) : null;
  const count = number(deleted, locale);
  return (
    <div className="flex flex-col gap-2">
      {state === 'working' ? <ProgressBar label={t('label')} value={value} /> : null}
      <p role="status" className="tabular">
        {t(`states.${state}`, { count })}
      </p>
      {problem ? <StoreProblem problem={problem} what={t('failed')} /> : null}
      {failed.length > 0 && state !== 'done' ? (
        <ul tabIndex={0} aria-label={t('notDeleted')} className="max-h-32 overflow-y-auto text-sm">
          {failed.map(({ key, why }) => (
            <li key={key} className="break-words">
              <span className="font-medium break-all whitespace-pre-wrap">
                <Foreign text={key} />
              </span>
              : <Foreign text={why} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
