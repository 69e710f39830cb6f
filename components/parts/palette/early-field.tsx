'use client';
import { Search } from 'lucide-react';
import type { RefObject, SyntheticEvent } from 'react';
import { useTranslations } from 'use-intl';

/** The looks of the palette, which its early field has, too: nothing moves when the palette takes its place. */
export const paletteLooks = {
  frame:
    'border-line bg-raised shadow-raised mx-auto mt-[min(10vh,6rem)] max-h-[min(34rem,calc(100dvh-2rem))] w-[min(40rem,calc(100vw-1rem))] flex-col overflow-hidden rounded-lg border open:flex',
  line: 'border-line flex items-center gap-2 border-b px-3',
  icon: 'text-faint size-4 shrink-0',
  field: 'placeholder:text-faint h-11 min-w-0 grow bg-transparent text-lg outline-none',
};

/** Opens the dialog when it is mounted. On closing, focus returns to where it was. */
export function shownModal(element: HTMLDialogElement): () => void {
  element.showModal();
  element.querySelector('input')?.focus();
  return () => element.close();
}

/** Takes what is typed while the palette is loading. @param typedRef gets it, for the palette */
export function EarlyField({
  typedRef,
  onClose,
}: {
  typedRef: RefObject<string>;
  onClose: () => void;
}) {
  const t = useTranslations('shell');
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={shownModal}
      aria-label={t('search')}
      aria-busy
      onCancel={cancel}
      className={paletteLooks.frame}
    >
      <div className={paletteLooks.line}>
        <Search aria-hidden className={paletteLooks.icon} />
        <input
          aria-label={t('searchHint')}
          placeholder={t('searchHint')}
          onChange={({ target }) => (typedRef.current = target.value)}
          spellCheck={false}
          className={paletteLooks.field}
        />
      </div>
      <p className="text-faint px-4 py-3 text-sm">{t('loading')}</p>
    </dialog>
  );
}
