/** A function that runs what it is given, unless it did so within the last minute: for what a flood would repeat. */
export function oncePerMinute(now: () => number = Date.now): (run: () => void) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (run) => {
    if (now() - last < 60_000) return;
    last = now();
    run();
  };
}
