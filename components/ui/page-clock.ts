import { serverNow } from '@/lib/clock';

/** A clock for `useSyncExternalStore`, one for all who show it. Times are milliseconds since 1970 by the server's clock. */
export interface PageClock {
  subscribe: (listener: () => void) => () => void;
  /** The time of the last tick; to the second while nobody shows it. */
  current: () => number;
}

const toSecond = (time: number) => Math.floor(time / 1000) * 1000;

/** Makes a clock that ticks while somebody shows it. @param every milliseconds between its ticks */
export function makePageClock(every: number): PageClock {
  const listeners = new Set<() => void>();
  let now = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      if (timer === undefined) {
        now = toSecond(serverNow()); // a page that hydrates subscribes before it reads
        timer = setInterval(() => {
          now = serverNow();
          for (const each of listeners) each();
        }, every);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    current: () => (timer === undefined ? (now = toSecond(serverNow())) : now),
  };
}
