/** Milliseconds after which a page is at rest: what it shows at first has come. */
const rest = 2_000;

/** Does something once the page is at rest. @returns how to call it off */
export function atRest(run: () => void): () => void {
  const timer = setTimeout(run, rest);
  return () => clearTimeout(timer);
}
