'use client';
import type { ReactNode } from 'react';
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

/** The first of many names, one in each line, and how many more there are. */
function Names<Item>({
  label,
  all,
  more,
  children,
}: {
  label: string;
  all: readonly Item[];
  more: (count: number) => string;
  children: (item: Item) => ReactNode;
}) {
  return (
    <>
      <ul
        tabIndex={0}
        aria-label={label}
        className="flex max-h-40 flex-col gap-1 overflow-y-auto text-sm"
      >
        {all.slice(0, mostShown).map((item, index) => (
          <li key={index}>{children(item)}</li>
        ))}
      </ul>
      {all.length > mostShown ? <p>{more(all.length - mostShown)}</p> : null}
    </>
  );
}

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
      <Names label={t('failedList')} all={failed} more={(count) => t('moreFailed', { count })}>
        {({ item, why }) => (
          <>
            <ObjectName text={nameOf(item)} />:{' '}
            {isOwn(why) ? t(`reasons.${why}`) : <span className="font-mono">{why}</span>}
          </>
        )}
      </Names>
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
      <Names label={t('list')} all={conflicts} more={(count) => t('more', { count })}>
        {(item) => <ObjectName text={nameOf(item)} />}
      </Names>
    </Callout>
  );
}
