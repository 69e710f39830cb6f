'use client';
import { Search } from 'lucide-react';
import {
  Fragment,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { useTranslations } from 'use-intl';
import { Kbd } from '@/components/ui/kbd';
import { useListener } from '@/components/ui/use-listener';
import { atRest } from '@/lib/at-rest';
import { EarlyField } from './early-field';
import { shortcutOf, useCommandKey } from './keys';

export interface Asked {
  first: 'palette' | 'keys';
  /** What was typed before the palette was there. */
  typedRef: RefObject<string>;
  /** Stands in its place until it is there. */
  meanwhile: ReactNode;
  /** Closes what stands in its place. */
  onClose: () => void;
}

/**
 * Opens the palette by its button or by Ctrl or ⌘ and K, and the list of keys by `?`.
 * @param prepare loads the code, which no first paint needs: it comes when the page is at rest, or somebody is near
 * @param children draws the palette; what is typed until it is there is kept for it
 */
export function PaletteButton({
  prepare,
  children,
}: {
  prepare: () => void;
  children: (asked: Asked) => ReactNode;
}) {
  const t = useTranslations('shell');
  const command = useCommandKey();
  const [asked, setAsked] = useState<{ what: 'palette' | 'keys'; time: number } | null>(null);
  const typedRef = useRef('');
  const ask = (what: 'palette' | 'keys') => {
    typedRef.current = '';
    setAsked((last) => ({ what, time: (last?.time ?? 0) + 1 }));
  };
  const onClose = () => setAsked(null);
  const early = useEffectEvent(prepare);
  useEffect(() => atRest(() => early()), []);
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
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => ask('palette')}
        className="text-muted hover:text-ink hover:bg-hover lg:border-edge lg:bg-surface flex h-8 items-center gap-2 rounded px-2 lg:w-64 lg:border"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="text-faint grow truncate text-left text-sm max-lg:sr-only">
          {t('searchHint')}
        </span>
        <span aria-hidden className="flex gap-0.5 max-lg:hidden">
          <Kbd>{command ? '⌘' : 'Ctrl'}</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {asked ? (
        <Fragment key={asked.time}>
          {children({
            first: asked.what,
            typedRef,
            meanwhile:
              asked.what === 'palette' ? <EarlyField {...{ typedRef, onClose }} /> : undefined,
            onClose,
          })}
        </Fragment>
      ) : null}
    </>
  );
}
