'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ObjectName } from '../object-name';
import { ownReasons } from './copy-run';
import type { Failure } from './run';

/** So many names are shown; the others are counted. */
const mostShown = 100;

const isOwn = (why: string): why is (typeof ownReasons)[number] =>
  (ownReasons as readonly string[]).includes(why);

/** What failed, and why. */
export function Failures<Item>({
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

/** What exists already, and what can be done with it. */
export function Conflicts<Item>({
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
