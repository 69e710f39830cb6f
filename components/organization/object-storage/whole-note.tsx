'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ProgressBar } from '@/components/ui/progress-bar';
import { mostObjects } from './runs/find';
import { StoreProblem } from './store-problem';
import type { Folder } from './use-folder';
import type { WholeFolder } from './use-whole';

/** Says that the whole folder is read, how far it is, and what it leaves out. */
export function WholeNote({
  folder: { sort },
  whole: { rows, count, more, problem, again },
  gathers,
  onCancel,
  onPages,
}: {
  folder: Folder;
  whole: WholeFolder;
  /** Whether all lines were asked for without an order. */
  gathers: boolean;
  onCancel: () => void;
  /** Goes back to pages. */
  onPages: () => void;
}) {
  const t = useTranslations('storage-list.whole');
  if (!gathers && !sort) return null;
  const cancel = (
    <Button size="sm" onClick={onCancel}>
      {t('cancel')}
    </Button>
  );
  if (problem)
    return (
      <div className="mb-3">
        <StoreProblem {...{ problem }} what={t('failed')} onRetry={again} actions={cancel} />
      </div>
    );
  if (!rows)
    return (
      <div className="border-line bg-surface mb-3 flex flex-col gap-2 rounded-md border p-3">
        <div className="flex flex-wrap items-center gap-2">
          <p role="status">{t(sort ? `sorts.${sort.by}` : 'reads')}</p>
          <span className="text-muted tabular">{t('count', { count })}</span>
          <span className="ml-auto">{cancel}</span>
        </div>
        <ProgressBar label={t('label')} />
      </div>
    );
  if (more)
    return (
      <div className="mb-3">
        <Callout tone="warn" title={t('moreTitle', { most: mostObjects })} actions={cancel}>
          <p>{t('moreText')}</p>
        </Callout>
      </div>
    );
  return gathers && !sort ? (
    <p className="text-muted mb-3 flex flex-wrap items-center gap-2 text-sm">
      {t('one')}
      <Button size="sm" onClick={onPages}>
        {t('pages')}
      </Button>
    </p>
  ) : null;
}
