/** When the person last used this page: keys, pointer, wheel, touch. Without input, polls pause. */

/** Milliseconds without input until polls pause. */
export const idleAfter = 10 * 60_000;

let last = 0;
const listeners = new Set<(rested: boolean) => void>();

/** Records input. Listeners are told whether the page was idle before. */
export function noteInput(now = Date.now()): void {
  const rested = isIdle(now);
  last = now;
  for (const listener of listeners) listener(rested);
}

/** Whether there was no input for a while. A page that was just opened isn't idle. */
export function isIdle(now = Date.now()): boolean {
  if (last === 0) last = now;
  return now - last > idleAfter;
}

export function onInput(listener: (rested: boolean) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const events = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Listens to real input, in the capture phase since consoles stop key events. @returns stops it */
export function watchInput(target: Window): () => void {
  const note = () => noteInput();
  for (const name of events) target.addEventListener(name, note, { capture: true, passive: true });
  return () => {
    for (const name of events) target.removeEventListener(name, note, { capture: true });
  };
}
