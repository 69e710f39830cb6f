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

/** A list of items in a box that scrolls; those over the most that are shown are counted below it. */
function ItemList<Item>({
  label,
  items,
  more,
  children,
}: {
  label: string;
  items: readonly Item[];
  /** Says how many aren't shown. */
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
        {items.slice(0, mostShown).map((item, index) => (
          <li key={index}>{children(item)}</li>
        ))}
      </ul>
      {items.length > mostShown ? <p>{more(items.length - mostShown)}</p> : null}
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
      <ItemList label={t('failedList')} items={failed} more={(count) => t('more', { count })}>
        {({ item, why }) => (
          <>
            <ObjectName text={nameOf(item)} />:{' '}
            {isOwn(why) ? t(`reasons.${why}`) : <span className="font-mono">{why}</span>}
          </>
        )}
      </ItemList>
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
  const t = useTranslations('storage-list.run');
  return (
    <Callout
      tone="warn"
      role="alert"
      title={t('exists.title', { count: conflicts.length })}
      actions={(['skip', 'keep', 'replace'] as const).map((answer) => (
        <Button
          key={answer}
          size="sm"
          variant={answer === 'replace' ? 'danger' : 'secondary'}
          onClick={() => onAnswer(answer)}
        >
          {t(`exists.${answer}`)}
        </Button>
      ))}
    >
      <p>{t('exists.text')}</p>
      <ItemList label={t('exists.list')} items={conflicts} more={(count) => t('more', { count })}>
        {(item) => <ObjectName text={nameOf(item)} />}
      </ItemList>
    </Callout>
  );
}
