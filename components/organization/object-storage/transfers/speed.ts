/** How fast bytes leave, smoothed over some seconds. */

/** Milliseconds that count. */
const span = 5_000;

export interface Speed {
  /** Notes how many bytes have left in all by an instant, in milliseconds. */
  note: (at: number, bytes: number) => void;
  /** Bytes a second; null until it can be told. */
  current: () => number | null;
}

export function makeSpeed(): Speed {
  let samples: { at: number; bytes: number }[] = [];
  return {
    note(at, bytes) {
      samples.push({ at, bytes });
      // The newest one before the span stays, so that the span is covered.
      const within = samples.findIndex((sample) => sample.at >= at - span);
      if (within > 1) samples = samples.slice(within - 1);
    },
    current() {
      const [first] = samples;
      const last = samples.at(-1);
      if (!first || !last || last.at - first.at < 500) return null;
      // A part that was broken off takes its bytes back.
      return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.at - first.at));
    },
  };
}

/** Seconds until so many bytes have left; null where it can't be told. */
export const secondsLeft = (bytes: number, speed: number | null): number | null =>
  speed === null || speed < 1 ? null : Math.ceil(bytes / speed);
