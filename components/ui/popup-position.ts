/**
 * Positions a tooltip or menu beside its trigger, inside the window. It sets styles in the CSSOM, which the
 * CSP allows.
 */
const margin = 8;

/** Where a popup goes. */
export interface PopupPosition {
  side: 'above' | 'below';
  align: 'start' | 'center' | 'end';
  /** Pixels between the trigger and the popup. */
  gap: number;
}

/** Puts a fixed element beside its trigger, on the other side if there is no room. */
export function positionPopup(
  element: HTMLElement,
  trigger: DOMRect,
  { side, align, gap }: PopupPosition,
): void {
  const { width, height } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const above = trigger.top - height - gap;
  const below = trigger.bottom + gap;
  const fitsBelow = below + height <= clientHeight - margin;
  const top =
    side === 'above' ? (above >= 4 ? above : below) : fitsBelow || above < margin ? below : above;
  const starts = {
    start: trigger.left,
    center: trigger.left + (trigger.width - width) / 2,
    end: trigger.right - width,
  };
  const left = Math.max(margin, Math.min(starts[align], clientWidth - width - margin));
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}
