'use client';
import { Search } from 'lucide-react';
import { Component, Suspense, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Kbd } from '@/components/ui/kbd';
import { toast } from '@/components/ui/toast';
import { useListener } from '@/components/ui/use-listener';
import { shortcutOf, useCommandKey } from './keys';

/** Shows a message if the code can't be loaded. The next opening tries again. */
class Loading extends Component<
  { onFailed: () => void; children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch() {
    this.props.onFailed();
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

/**
 * Opens the palette by its button or by Ctrl or ⌘ and K, and the list of keys by `?`.
 * @param prepare loads the code, which no first paint needs
 * @param children draws the palette
 */
export function PaletteButton({
  prepare,
  children,
}: {
  prepare: () => void;
  children: (first: 'palette' | 'keys') => ReactNode;
}) {
  const t = useTranslations('shell');
  const command = useCommandKey();
  const [asked, setAsked] = useState<{ what: 'palette' | 'keys'; time: number } | null>(null);
  const ask = (what: 'palette' | 'keys') =>
    setAsked((last) => ({ what, time: (last?.time ?? 0) + 1 }));
  useListener('keydown', (event) => {
    const wanted = shortcutOf(event);
    if (!wanted) return;
    event.preventDefault();
    ask(wanted);
  });
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        aria-label={t('search')}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => ask('palette')}
        className="text-muted hover:text-ink hover:bg-hover lg:border-edge lg:bg-surface flex h-8 items-center gap-2 rounded px-2 lg:w-64 lg:border"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="text-faint grow truncate text-left text-sm max-lg:hidden">
          {t('searchHint')}
        </span>
        <span className="flex gap-0.5 max-lg:hidden">
          <Kbd>{command ? '⌘' : 'Ctrl'}</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {asked ? (
        <Loading
          key={asked.time}
          onFailed={() => toast({ tone: 'danger', title: t('searchFailed') })}
        >
          <Suspense fallback={null}>{children(asked.what)}</Suspense>
        </Loading>
      ) : null}
    </>
  );
}
