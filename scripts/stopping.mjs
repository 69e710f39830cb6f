// How a process is asked to end: by Ctrl-C (SIGINT) or SIGTERM. Node built-ins only, since scripts, server.ts and
// sandbox/main.ts share it.

/** A signal that follows the first one sooner is the same wish: npm passes on a Ctrl-C that the terminal sends as well. */
const sameWishMilliseconds = 400;

/**
 * Calls `stop` at the first signal and `stopAtOnce` at the second.
 * @param {{ stop: (signal: NodeJS.Signals) => void, stopAtOnce: (signal: NodeJS.Signals) => void }} how
 */
export function onStop({ stop, stopAtOnce }) {
  let first = null;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      const now = performance.now();
      if (first === null) {
        first = now;
        stop(signal);
      } else if (now - first > sameWishMilliseconds) stopAtOnce(signal);
    });
  }
}

/**
 * Under npm, takes the death of npm for SIGTERM: one that is killed tells nobody. Elsewhere a parent may leave without
 * meaning it, such as a shell that started this in the background.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.env.NUSA_PARENT) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
