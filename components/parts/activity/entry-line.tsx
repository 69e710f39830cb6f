'use client';
import { CircleCheck, CircleDashed, OctagonAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShell } from '@/components/parts/shell/context';
import { cx } from '@/components/ui/cx';
import { Instant } from '@/components/ui/instant';
import { PageLink } from '@/components/ui/page-link';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Spinner } from '@/components/ui/spinner';
import { serverTime } from '@/lib/clock';
import type { Entry } from '@/lib/query/follow/entries';
import { hrefOf, placeOf, useEntryWords } from './words';

const marks = {
  running: <Spinner className="text-busy" />,
  done: <CircleCheck aria-hidden className="text-run-mark size-4" />,
  failed: <OctagonAlert aria-hidden className="text-danger size-4" />,
  lost: <CircleDashed aria-hidden className="text-faint size-4" />,
};

/** One change: what, where, when, and its state. */
export function EntryLine({ entry }: { entry: Entry }) {
  const t = useTranslations('activity');
  const { scopes } = useShell();
  const { what, trouble } = useEntryWords();
  const { state, at } = entry;
  const words = what(entry);
  const href = hrefOf(entry);
  const place = placeOf(entry, scopes);
  const wrong = trouble(entry);
  return (
    <li className="flex gap-3 px-4 py-2">
      <span className="mt-0.5 shrink-0">{marks[state]}</span>
      <div className="min-w-0 grow">
        <p className="break-words">
          {href ? (
            <PageLink
              href={href}
              className="decoration-line hover:text-accent-text underline underline-offset-2"
            >
              {words}
            </PageLink>
          ) : (
            words
          )}
        </p>
        <p className="text-muted text-sm break-words">
          <span className={cx(state === 'failed' && 'text-danger')}>{t(`states.${state}`)}</span>
          {' · '}
          {place ? `${place} · ` : null}
          <Instant iso={new Date(serverTime(at)).toISOString()} />
        </p>
        {wrong ? <p className="text-muted mt-0.5 text-sm break-words">{wrong}</p> : null}
        {state === 'running' ? <ProgressBar label={words} className="mt-1.5" /> : null}
      </div>
    </li>
  );
}
