'use client';
import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';

/** Moves focus to the heading, unless something in the panel has focus already. */
function takeFocus(heading: HTMLElement | null) {
  if (!heading?.closest('section')?.contains(document.activeElement)) heading?.focus();
}

interface ConsolePanelProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A panel beside the screen; above it on narrow windows. It takes focus when it opens, and Escape closes it. */
export function ConsolePanel({ title, onClose, children }: ConsolePanelProps) {
  const t = useTranslations('consoles');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section
      aria-label={title}
      onKeyDown={onKeyDown}
      className="border-line bg-surface flex max-h-[55%] shrink-0 flex-col border-b md:order-last md:max-h-none md:w-80 md:border-b-0 md:border-l"
    >
      <header className="border-line flex items-center justify-between border-b py-1 pr-1 pl-3">
        <h2 ref={takeFocus} tabIndex={-1} className="text-base outline-none">
          {title}
        </h2>
        <IconButton
          size="sm"
          label={t('tools.closePanel', { panel: title })}
          icon={<X aria-hidden />}
          onClick={onClose}
        />
      </header>
      <div className="flex flex-col gap-3 overflow-y-auto p-3">{children}</div>
    </section>
  );
}
