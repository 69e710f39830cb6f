'use client';
import { X } from 'lucide-react';
import {
  useLayoutEffect,
  useId,
  useRef,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import { useTranslations } from 'use-intl';
import { cx } from './cx';
import { Foreign } from './foreign';
import { IconButton } from './icon-button';

export interface DialogProps {
  open: boolean;
  /** Asked to close: Escape, the cross, a click beside it. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  /** Work under way, or an answer needed: can't be closed by Escape or a click beside it. */
  locked?: boolean;
  size?: 'sm' | 'md' | 'lg';
  /** Is seen while the rest of the page is hidden (`lib/query/hide-page`). */
  overCover?: boolean;
}

const widths = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-3xl' } as const;

/**
 * A modal dialog: the platform's own `<dialog>`, which keeps focus inside, makes the rest inert and
 * gives focus back. Its content mounts when it opens.
 */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

/**
 * The platform would begin at the cross. Who opened a form wants its first field, also one that has still to load;
 * who is asked without one wants the way back.
 */
function beginInside(dialog: HTMLElement, body: HTMLElement): () => void {
  const field = () => body.querySelector<HTMLElement>(':is(input, textarea, select):enabled');
  const first = field();
  const back = dialog.querySelector<HTMLElement>(':scope > :not(header) button[type=button]');
  (first ?? back ?? dialog).focus();
  if (first) return () => {};
  const begun = document.activeElement;
  const watch = new MutationObserver(() => {
    const late = field();
    if (!late) return;
    watch.disconnect();
    if (document.activeElement === begun) late.focus();
  });
  watch.observe(body, { childList: true, subtree: true });
  return () => watch.disconnect();
}

function OpenDialog({
  onClose,
  title,
  children,
  footer,
  locked = false,
  size = 'sm',
  overCover = false,
}: DialogProps) {
  const t = useTranslations('ui');
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  // Before the element leaves the document: closing it then gives focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog || !body.current) return;
    dialog.showModal();
    const stop = beginInside(dialog, body.current);
    return () => {
      stop();
      dialog.close();
    };
  }, []);
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault(); // React decides: the parent clears `open`
    if (!locked) onClose();
  };
  const beside = (event: MouseEvent) => {
    if (event.target === element.current && !locked) onClose();
  };
  return (
    <dialog
      ref={element}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-over-cover={overCover || undefined}
      onCancel={cancel}
      onMouseDown={beside}
      className={cx(
        // What a dialog is opened from, a cell say, doesn't set its text.
        'text-left text-base font-normal whitespace-normal outline-none',
        'border-line bg-raised shadow-raised max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] flex-col overflow-hidden rounded-lg border open:flex',
        widths[size],
      )}
    >
      <header className="border-line flex shrink-0 items-center justify-between gap-4 border-b py-2 pr-2 pl-4">
        <h2 id={titleId} className="max-h-[30dvh] min-w-0 overflow-y-auto text-lg wrap-anywhere">
          {typeof title === 'string' ? <Foreign text={title} /> : title}
        </h2>
        {locked ? null : (
          <span className="shrink-0 self-start">
            <IconButton label={t('close')} icon={<X aria-hidden />} onClick={onClose} />
          </span>
        )}
      </header>
      <div
        ref={body}
        className="flex min-h-0 flex-col gap-3 overflow-y-auto overscroll-contain px-4 pt-4 not-has-data-foot:pb-4"
      >
        {children}
      </div>
      {footer ? (
        <footer className="border-line flex flex-wrap justify-end gap-2 border-t px-4 py-3">
          {footer}
        </footer>
      ) : null}
    </dialog>
  );
}
