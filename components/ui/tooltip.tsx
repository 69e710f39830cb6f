'use client';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx';
import { positionPopup } from './popup-position';

/**
 * A short explanation of a control, shown on hover and focus and read by screen readers. The child gets the id of the
 * explanation: `{(id) => <button aria-describedby={id}>…</button>}`.
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
  const show = () => {
    if (!bubble.current || !wrapper.current || bubble.current.matches(':popover-open')) return;
    bubble.current.showPopover();
    positionPopup(bubble.current, wrapper.current.getBoundingClientRect(), {
      side: 'above',
      align: 'center',
      gap: 6,
    });
  };
  const hide = () => {
    if (bubble.current?.matches(':popover-open')) bubble.current.hidePopover();
  };
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
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={onKeyDown}
    >
      {children(id)}
      <span ref={bubble} id={id} role="tooltip" popover="manual" className="tooltip">
        {content}
      </span>
    </span>
  );
}
