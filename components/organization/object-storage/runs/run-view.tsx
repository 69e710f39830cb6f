'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { number } from '@/lib/format';
import { useStore } from '@/lib/store';
import { StoreProblem } from '../store-problem';
import { dropRun, type PageRun } from './page-runs';
import { Conflicts, Failures } from './run-trouble';

/** Shows how far a run is, what failed and why, and what exists already. */
export function RunView({ of: { run, title, total, verb, nameOf, onConflicts } }: { of: PageRun }) {
  const t = useTranslations('storage-list.run');
  const locale = useLocale();
  const { state, done, failed, conflicts, left, problem, waits } = useStore(run.progress);
  const ended = state === 'ended';
  const value = total ? Math.min(100, (100 * (done + failed.length)) / total) : null;
  const counted = { count: number(done, locale) };
  return (
    <>
      {ended ? null : <ProgressBar label={title} value={value} />}
      <p className="tabular" role="status">
        {ended || total === null
          ? t(`${verb}.so`, counted)
          : t(`${verb}.of`, { ...counted, all: number(total, locale) })}{' '}
        {waits ? t('waits') : null}
      </p>
      {problem ? <StoreProblem {...{ problem }} what={t('ended')} /> : null}
      {failed.length > 0 ? <Failures {...{ failed, nameOf }} /> : null}
      {ended && conflicts.length > 0 && onConflicts ? (
        <Conflicts {...{ conflicts, nameOf }} onAnswer={onConflicts} />
      ) : null}
      {ended && left > 0 ? <p className="tabular">{t('left', { count: left })}</p> : null}
    </>
  );
}

/** What can be done with a run: it is stopped while it works, and goes on or is closed once it has ended. */
export function RunButtons({ of: { id, run }, size = 'md' }: { of: PageRun; size?: 'sm' | 'md' }) {
  const t = useTranslations('storage-list.run');
  const { state, failed, left } = useStore(run.progress);
  if (state !== 'ended')
    return (
      <Button size={size} loading={state === 'stopping'} onClick={run.stop}>
        {t('stop')}
      </Button>
    );
  return (
    <>
      <Button size={size} onClick={() => dropRun(id)}>
        {t('close')}
      </Button>
      {failed.length + left > 0 ? (
        <Button size={size} variant="primary" onClick={run.again}>
          {t(failed.length > 0 ? 'again' : 'goOn')}
        </Button>
      ) : null}
    </>
  );
}
