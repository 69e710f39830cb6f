/** Positions a tooltip or menu beside its trigger, inside the window. It sets styles through the CSSOM, as the CSP demands. */
const margin = 8;

export interface PopupPosition {
  side: 'above' | 'below';
  align: 'start' | 'center' | 'end';
  /** Pixels between trigger and bubble. */
  gap: number;
}

/** Puts a fixed element by its trigger, on the other side where there is no room. */
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
