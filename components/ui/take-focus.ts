/** As a `ref`: takes the focus when it is drawn. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
