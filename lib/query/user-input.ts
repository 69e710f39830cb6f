/** When somebody last did something on this page: keys, pointer, wheel, touch. Polls rest without it. */

/** Milliseconds without input until polls rest. */
export const idleAfter = 10 * 60_000;

let last = 0;
const listeners = new Set<(rested: boolean) => void>();

/** Notes input. Listeners hear whether the page had been at rest. */
export function noteInput(now = Date.now()): void {
  const rested = isIdle(now);
  last = now;
  for (const listener of listeners) listener(rested);
}

/** True when nobody has done anything for a while; a page just opened is not at rest. */
export function isIdle(now = Date.now()): boolean {
  if (last === 0) last = now;
  return now - last > idleAfter;
}

export function onInput(listener: (rested: boolean) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const events = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Listens to real input, in the capture phase since consoles keep their keys. Returns how to stop. */
export function watchInput(target: Window): () => void {
  const note = () => noteInput();
  for (const name of events) target.addEventListener(name, note, { capture: true, passive: true });
  return () => {
    for (const name of events) target.removeEventListener(name, note, { capture: true });
  };
}
