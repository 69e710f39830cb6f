/**
 * Makes a function that runs its argument at most once a minute, for log lines that a flood of requests would repeat.
 * @param now the clock, in milliseconds
 */
export function oncePerMinute(now: () => number = Date.now): (run: () => void) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (run) => {
    if (now() - last < 60_000) return;
    last = now();
    run();
  };
}
