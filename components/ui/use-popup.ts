'use client';
import {
  useEffectEvent,
  useLayoutEffect,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { positionPopup } from './popup-position';
import { useListener } from './use-listener';

interface PopupHandlers {
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: (event: FocusEvent) => void;
}

/**
 * Shows a popover beside its button while it is open, focuses it, and closes it on a click outside. Returns the popover's
 * handlers, which close it by Escape, and when the focus leaves it and its button.
 */
export function usePopup(
  panel: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  { open, onClose }: { open: boolean; onClose: () => void },
): PopupHandlers {
  const move = useEffectEvent(() => {
    if (!panel.current || !anchor.current) return;
    const at = anchor.current.getBoundingClientRect();
    positionPopup(panel.current, at, { side: 'below', align: 'end', gap: 4 });
  });
  useLayoutEffect(() => {
    const element = panel.current;
    if (!open || !element) return;
    element.showPopover();
    move();
    element.querySelector<HTMLElement>('input, button, a')?.focus({ preventScroll: true });
    const moved = () => move();
    window.addEventListener('resize', moved);
    window.addEventListener('scroll', moved, { passive: true });
    return () => {
      window.removeEventListener('resize', moved);
      window.removeEventListener('scroll', moved);
      if (element.isConnected) element.hidePopover();
    };
  }, [open, panel]);
  const press = ({ target }: PointerEvent) => {
    if (!open || !(target instanceof Node)) return;
    if (!panel.current?.contains(target) && !anchor.current?.contains(target)) onClose();
  };
  useListener('pointerdown', press, true);
  return {
    onKeyDown: (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      anchor.current?.focus();
      onClose();
    },
    onBlur: (event) => {
      const to = event.relatedTarget;
      if (to && !event.currentTarget.contains(to) && to !== anchor.current) onClose();
    },
  };
}
