'use client';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { DialogFoot } from '@/components/ui/dialog-foot';
import { ProgressBar } from '@/components/ui/progress-bar';
import { number } from '@/lib/format';
import { useStore } from '@/lib/store';
import { ObjectName } from '../object-name';
import { StoreProblem } from '../store-problem';
import { ownReasons } from './copy-run';
import type { Failure, Run, RunProgress } from './run';

/** So many failures are shown; the others are counted. */
const mostShown = 100;

/** Whether nothing is left to do or to tell. */
const isWell = <Item,>({ state, failed, conflicts, left }: RunProgress<Item>): boolean =>
  state === 'ended' && failed.length === 0 && conflicts.length === 0 && left === 0;

/**
 * Shows a run in its dialog: how far it is, what failed and why, what exists already, and what can be done then.
 * @param total the number of objects; null where there are more than were counted
 * @param onWell called once everything is done
 * @param resolve for runs that meet targets that exist
 */
export function RunView<Item>({
  run,
  total,
  label,
  verb,
  nameOf,
  onWell,
  onClose,
  onConflicts,
}: {
  run: Run<Item>;
  total: number | null;
  /** What is under way, as a sentence. */
  label: string;
  /** What was done to the objects that are counted. */
  verb: 'deleted' | 'copied' | 'moved';
  nameOf: (item: Item) => string;
  onWell: () => void;
  onClose: () => void;
  onConflicts?: (answer: 'replace' | 'keep' | 'skip') => void;
}) {
  const t = useTranslations('storage-list.run');
  const locale = useLocale();
  const progress = useStore(run.progress);
  const { state, done, failed, conflicts, left, problem, waits } = progress;
  const well = isWell(progress);
  const tellWell = useEffectEvent(onWell);
  useEffect(() => {
    if (well) tellWell();
  }, [well]);
  const ended = state === 'ended';
  const value = total ? Math.min(100, (100 * (done + failed.length)) / total) : null;
  const counted = { count: number(done, locale) };
  return (
    <div className="flex flex-col gap-3">
      {ended ? null : <ProgressBar {...{ label, value }} />}
      <p className="tabular" role="status">
        {ended || total === null
          ? t(`${verb}.so`, counted)
          : t(`${verb}.of`, { ...counted, all: number(total, locale) })}{' '}
        {waits ? t('waits') : ended ? null : t('open')}
      </p>
      {problem ? <StoreProblem {...{ problem }} what={t('ended')} /> : null}
      {failed.length > 0 ? <Failures {...{ failed, nameOf }} /> : null}
      {ended && conflicts.length > 0 && onConflicts ? (
        <Conflicts {...{ conflicts, nameOf }} onAnswer={onConflicts} />
      ) : null}
      {ended && left > 0 ? <p className="tabular">{t('left', { count: left })}</p> : null}
      <DialogFoot>
        {ended ? (
          <>
            <Button onClick={onClose}>{t('close')}</Button>
            {failed.length + left > 0 ? (
              <Button variant="primary" onClick={run.again}>
                {t(failed.length > 0 ? 'again' : 'goOn')}
              </Button>
            ) : null}
          </>
        ) : (
          <Button loading={state === 'stopping'} onClick={run.stop}>
            {t('stop')}
          </Button>
        )}
      </DialogFoot>
    </div>
  );
}

/** A dialog that can be closed once its run has ended. */
export function LockedDialog<Item>({
  run,
  title,
  onClose,
  children,
}: {
  run: Run<Item>;
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const progress = useStore(run.progress);
  const locked = progress.state !== 'ended' || isWell(progress);
  return (
    <Dialog open {...{ title, onClose, locked }} size="md">
      {children}
    </Dialog>
  );
}

const isOwn = (why: string): why is (typeof ownReasons)[number] =>
  (ownReasons as readonly string[]).includes(why);

function Failures<Item>({
  failed,
  nameOf,
}: {
  failed: readonly Failure<Item>[];
  nameOf: (item: Item) => string;
}) {
  const t = useTranslations('storage-list.run');
  return (
    <Callout tone="danger" role="alert" title={t('failed', { count: failed.length })}>
      <ul
        tabIndex={0}
        aria-label={t('failedList')}
        className="flex max-h-40 flex-col gap-1 overflow-y-auto text-sm"
      >
        {failed.slice(0, mostShown).map(({ item, why }, index) => (
          <li key={index}>
            <ObjectName text={nameOf(item)} />:{' '}
            {isOwn(why) ? t(`reasons.${why}`) : <span className="font-mono">{why}</span>}
          </li>
        ))}
      </ul>
      {failed.length > mostShown ? (
        <p>{t('moreFailed', { count: failed.length - mostShown })}</p>
      ) : null}
    </Callout>
  );
}

function Conflicts<Item>({
  conflicts,
  nameOf,
  onAnswer,
}: {
  conflicts: readonly Item[];
  nameOf: (item: Item) => string;
  onAnswer: (answer: 'replace' | 'keep' | 'skip') => void;
}) {
  const t = useTranslations('storage-list.run.exists');
  return (
    <Callout
      tone="warn"
      role="alert"
      title={t('title', { count: conflicts.length })}
      actions={(['skip', 'keep', 'replace'] as const).map((answer) => (
        <Button
          key={answer}
          size="sm"
          variant={answer === 'replace' ? 'danger' : 'secondary'}
          onClick={() => onAnswer(answer)}
        >
          {t(answer)}
        </Button>
      ))}
    >
      <p>{t('text')}</p>
      <ul tabIndex={0} aria-label={t('list')} className="max-h-32 overflow-y-auto text-sm">
        {conflicts.slice(0, mostShown).map((item, index) => (
          <li key={index}>
            <ObjectName text={nameOf(item)} />
          </li>
        ))}
      </ul>
      {conflicts.length > mostShown ? (
        <p>{t('more', { count: conflicts.length - mostShown })}</p>
      ) : null}
    </Callout>
  );
}
