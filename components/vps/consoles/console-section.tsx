'use client';
import type { ReactNode } from 'react';
import { Status, type StatusGroup } from '@/components/ui/status';
import { useTranslations } from 'use-intl';
import { useKeyboardInset } from './use-keyboard-inset';

interface ConsoleSectionProps {
  /** Names the section. */
  label: string;
  /** Whether the page shows only the console: in full screen and in its own window. */
  bare: boolean;
  toolbar: ReactNode;
  /** What a screen reader announces of the console's state. */
  announcement: string;
  /** How the keyboard leaves the console; `id` is that of its element. */
  hint: { id: string; text: ReactNode };
  children: ReactNode;
}

/** The frame of a console of any kind: toolbar, what is announced, the console itself, and how the keyboard leaves it. */
export function ConsoleSection(props: ConsoleSectionProps) {
  const { label, bare, toolbar, announcement, hint, children } = props;
  return (
    <section
      ref={useKeyboardInset()}
      aria-label={label}
      data-console-bare={bare ? '' : undefined}
      className="border-line flex min-h-0 grow flex-col overflow-hidden rounded-md border data-console-bare:fixed data-console-bare:inset-0 data-console-bare:z-20 data-console-bare:rounded-none data-console-bare:border-0"
    >
      {toolbar}
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {children}
      <p
        id={hint.id}
        className="border-line bg-surface text-muted border-t px-3 py-1 text-xs pointer-coarse:hidden"
      >
        {hint.text}
      </p>
    </section>
  );
}

interface ToolbarFrameProps {
  /** The machine's name when no page heading shows it; otherwise null. */
  title: string | null;
  state: { group: StatusGroup; words: string };
  children: ReactNode;
}

/** The bar of a console's tools, which begins with its state. */
export function ToolbarFrame({ title, state, children }: ToolbarFrameProps) {
  const t = useTranslations('consoles');
  return (
    <div
      role="group"
      aria-label={t('toolbar')}
      className="border-line bg-surface flex min-h-10 flex-wrap items-center gap-0.5 border-b px-2 py-1"
    >
      {title ? (
        <span className="mr-2 max-w-60 truncate font-semibold max-sm:max-w-24">{title}</span>
      ) : null}
      <span className="mr-1 px-1 md:mr-3">
        <Status group={state.group}>{state.words}</Status>
      </span>
      {children}
    </div>
  );
}
