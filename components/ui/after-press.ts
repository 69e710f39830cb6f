/**
 * Waits while a pointer is pressed. What appears in the page between pressing and releasing moves a button away from
 * under the pointer, and the click is lost.
 */

let pressed = false;

if (typeof window !== 'undefined') {
  const set = (value: boolean) => () => void (pressed = value);
  window.addEventListener('pointerdown', set(true), { capture: true });
  for (const end of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(end, set(false), { capture: true });
}

/** Resolves at once, or after the click that a pressed pointer makes. */
export function afterPress(): Promise<void> {
  if (!pressed) return Promise.resolve();
  return new Promise((resolve) => {
    const ended = () => {
      for (const end of ['pointerup', 'pointercancel'] as const)
        window.removeEventListener(end, ended, { capture: true });
      setTimeout(resolve); // the click comes first
    };
    for (const end of ['pointerup', 'pointercancel'] as const)
      window.addEventListener(end, ended, { capture: true });
  });
}
