'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';

interface SectionProps {
  title: string;
  description: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One of the two sections of the tab: a heading, a description, the main action, and the content below. */
export function Section({ title, description, actions, children }: SectionProps) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-3">
      <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="max-w-3xl min-w-0 grow basis-80">
          <h2 className="text-lg">{title}</h2>
          <p className="text-muted text-sm">{description}</p>
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}

interface BlockProps {
  title: string;
  /** A short text in faint colour beside the heading. */
  note?: ReactNode;
  actions?: ReactNode;
  /** Lets a table reach the border. */
  flush?: boolean;
  children: ReactNode;
}

/** A bordered part of a section, with a heading of level 3. */
export function Block({ title, note, actions, flush = false, children }: BlockProps) {
  return (
    <div className="border-line bg-surface min-w-0 rounded-md border">
      <header className="border-line flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <h3 className="text-base">{title}</h3>
          {note ? <p className="text-faint text-sm">{note}</p> : null}
        </div>
        {actions}
      </header>
      <div className={flush ? 'md:[&_tr>:first-child]:pl-4 md:[&_tr>:last-child]:pr-4' : 'p-4'}>
        {children}
      </div>
    </div>
  );
}

/** Lists the extra disks in a snapshot or backup, each with its size. */
export function Disks({ disks }: { disks: readonly { key: string; words: string }[] }) {
  if (disks.length === 0) return <>–</>;
  return (
    <ul>
      {disks.map(({ key, words }) => (
        <li key={key} className="break-words">
          {words}
        </li>
      ))}
    </ul>
  );
}

/** Lists what a rollback or a restore deletes, one line each. */
export function LossList({ lines }: { lines: readonly string[] }) {
  const t = useTranslations('backups');
  return (
    <Callout tone="danger" title={t('lost')}>
      <ul className="list-disc pl-4">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Callout>
  );
}
