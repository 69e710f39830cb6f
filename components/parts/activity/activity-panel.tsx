'use client';
import { History, X } from 'lucide-react';
import { useEffect, useId, useRef, type MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { useOnNavigation } from '@/components/ui/use-on-navigation';
import { clearEnded, useEntries, type Entry } from '@/lib/query/follow/entries';
import { usePerson } from '@/lib/query/person';
import { EntryLine } from './entry-line';

const sections = ['running', 'today', 'earlier'] as const;
type Section = (typeof sections)[number];

const day = (at: number) => new Date(at).toDateString();

function sectionOf({ state, at }: Entry): Section {
  if (state === 'running') return 'running';
  return day(at) === day(Date.now()) ? 'today' : 'earlier';
}

/** The recent changes that this person made in this browser, as a sheet from the right. */
export function ActivityPanel({
  said,
  onClose,
}: {
  /** Announces what has just ended, for screen readers. */
  said: string;
  onClose: () => void;
}) {
  const t = useTranslations('activity');
  const { identity } = usePerson();
  const entries = useEntries(identity);
  const sheet = useRef<HTMLDialogElement>(null);
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    sheet.current?.showModal();
    heading.current?.focus(); // not the clear button, which comes first
  }, []);
  useOnNavigation(onClose); // a link in it opened another page
  const close = () => sheet.current?.close();
  const beside = (event: MouseEvent) => {
    if (event.target === sheet.current) close();
  };
  const ended = entries.some(({ state }) => state !== 'running');
  return (
    <dialog
      ref={sheet}
      aria-labelledby={title}
      onMouseDown={beside}
      onClose={onClose}
      className="border-line bg-surface text-ink mt-0 mr-0 mb-0 ml-auto h-dvh max-h-none w-full max-w-full sm:w-[26rem] sm:border-l"
    >
      <div className="flex h-full flex-col">
        <div className="border-line flex h-12 shrink-0 items-center gap-2 border-b pr-2 pl-4">
          <h2 ref={heading} id={title} tabIndex={-1} className="grow text-lg outline-none">
            {t('title')}
          </h2>
          {ended ? (
            <Button variant="quiet" size="sm" onClick={() => clearEnded(identity)}>
              {t('clear')}
            </Button>
          ) : null}
          <IconButton label={t('close')} icon={<X aria-hidden />} onClick={close} />
        </div>
        <div className="min-h-0 grow overflow-y-auto">
          {entries.length === 0 ? (
            <EmptyState icon={<History aria-hidden />} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            sections.map((section) => (
              <Lines
                key={section}
                section={section}
                entries={entries.filter((entry) => sectionOf(entry) === section)}
              />
            ))
          )}
        </div>
        <p role="status" className="sr-only">
          {said}
        </p>
        <p className="border-line text-faint shrink-0 border-t px-4 py-2 text-xs">{t('note')}</p>
      </div>
    </dialog>
  );
}

function Lines({ section, entries }: { section: Section; entries: readonly Entry[] }) {
  const t = useTranslations('activity');
  const heading = useId();
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="pt-3 pb-1">
      <h3 id={heading} className="text-faint px-4 pb-1 text-xs font-medium">
        {t(`sections.${section}`)}
      </h3>
      <ul>
        {entries.map((entry) => (
          <EntryLine key={entry.line} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
