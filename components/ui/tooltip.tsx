'use client';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx';
import { positionPopup } from './popup-position';
import { useListener } from './use-listener';

/** How long the pointer may be on its way from the control to the explanation, in milliseconds. */
const grace = 200;

/**
 * A short explanation of a control, shown on hover and focus and read by screen readers. The pointer may move onto it;
 * Escape closes it. The child gets the id of the explanation: `{(id) => <button aria-describedby={id}>…</button>}`.
 */
export function Tooltip({
  content,
  className,
  children,
}: {
  content: ReactNode;
  className?: string;
  children: (describedBy: string) => ReactNode;
}) {
  const id = useId();
  const wrapper = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setShown] = useState(false);
  const show = () => {
    clearTimeout(leaving.current);
    if (!bubble.current || !wrapper.current || bubble.current.matches(':popover-open')) return;
    bubble.current.showPopover();
    positionPopup(bubble.current, wrapper.current.getBoundingClientRect(), {
      side: 'above',
      align: 'center',
      gap: 6,
    });
    setShown(true);
  };
  const hide = () => {
    clearTimeout(leaving.current);
    if (bubble.current?.matches(':popover-open')) bubble.current.hidePopover();
    setShown(false);
  };
  const hideSoon = () => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(hide, grace);
  };
  useEffect(() => () => clearTimeout(leaving.current), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !bubble.current?.matches(':popover-open')) return;
    event.stopPropagation();
    hide();
  };
  return (
    <span
      ref={wrapper}
      className={cx('inline-flex', className)}
      onPointerEnter={show}
      onPointerLeave={hideSoon}
      onFocus={show}
      onBlur={hide}
      onKeyDown={onKeyDown}
    >
      {children(id)}
      <span ref={bubble} id={id} role="tooltip" popover="manual" className="tooltip">
        {content}
      </span>
      {shown ? <EscapeAnywhere onEscape={hide} /> : null}
    </span>
  );
}

/** Hears Escape while the focus is elsewhere: the pointer alone may have opened the explanation. */
function EscapeAnywhere({ onEscape }: { onEscape: () => void }) {
  useListener('keydown', ({ key }) => {
    if (key === 'Escape') onEscape();
  });
  return null;
}
