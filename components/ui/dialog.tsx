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
  /** Called when the person closes the dialog: by Escape, the close button, or a click outside. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** The buttons at the bottom, the main one last. */
  footer?: ReactNode;
  /** Escape and a click outside don't close it, since work is under way or an answer is needed. */
  locked?: boolean;
  size?: 'sm' | 'md' | 'lg';
  /** It stays visible while the rest of the page is hidden (`lib/query/hide-page`). */
  overCover?: boolean;
}

const widths = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-3xl' } as const;

/**
 * A modal dialog. It is the browser's `<dialog>`, which keeps the focus inside, makes the rest inert and returns the
 * focus when it closes. Its content mounts when it opens.
 */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

/**
 * Sets the first focus, since the browser would focus the close button. In a form it is the first field, even if that
 * loads later; in a question without fields it is the button that cancels. Returns a function that stops waiting.
 */
function focusFirst(dialog: HTMLElement, body: HTMLElement): () => void {
  const field = () => body.querySelector<HTMLElement>(':is(input, textarea, select):enabled');
  const first = field();
  // The body's own buttons come before it in the document, such as one that copies.
  const cancel =
    dialog.querySelector<HTMLElement>(':scope > footer button[type=button]') ??
    dialog.querySelector<HTMLElement>(':scope > :not(header) button[type=button]');
  (first ?? cancel ?? dialog).focus();
  if (first) return () => {};
  const initial = document.activeElement;
  const watch = new MutationObserver(() => {
    const loaded = field();
    if (!loaded) return;
    watch.disconnect();
    if (document.activeElement === initial) loaded.focus();
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
  // A layout effect runs before the element leaves the document, so closing it still returns the focus.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog || !body.current) return;
    dialog.showModal();
    const stop = focusFirst(dialog, body.current);
    return () => {
      stop();
      dialog.close();
    };
  }, []);
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault(); // the parent decides and unmounts the dialog
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
        // The dialog must not inherit the text style of where it is rendered, such as a table cell.
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
