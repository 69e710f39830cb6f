/** Limits how many requests are under way at once; the others wait in their order. */

export interface Slots {
  /** Runs work once there is room. @throws DOMException `AbortError` if the signal is aborted before; whatever the work throws */
  run: <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;
}

export function makeSlots(most: number): Slots {
  let taken = 0;
  const waiting = new Set<() => void>();
  const leave = () => {
    taken -= 1;
    for (const next of waiting) {
      waiting.delete(next);
      return next();
    }
  };
  const enter = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const go = () => {
        taken += 1;
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = () => {
        waiting.delete(go);
        reject(signal.reason as Error);
      };
      if (signal.aborted) return reject(signal.reason as Error);
      if (taken < most) return go();
      waiting.add(go);
      signal.addEventListener('abort', stop, { once: true });
    });
  return {
    async run(signal, work) {
      await enter(signal);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
