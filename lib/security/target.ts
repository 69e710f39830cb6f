/** Normalizes the target of a request line for routing. */

/**
 * Reads a request's target.
 * - Only paths are accepted: the absolute form (`GET http://elsewhere/…`) is for proxies, and would pass checks of a
 * path's beginning.
 * - For a path with invalid escapes (`/vps/%FF`), Next would answer an empty 500. Such escapes are treated as plain
 * characters, so the console shows its page for unknown paths.
 * @returns the target, or null if it is no path
 */
export function readTarget(target: string): string | null {
  if (!target.startsWith('/')) return null;
  const cut = target.search(/[?#]/);
  const path = cut < 0 ? target : target.slice(0, cut);
  try {
    if (path.includes('%')) decodeURIComponent(path);
    return target;
  } catch {
    return path.replaceAll('%', '%25') + (cut < 0 ? '' : target.slice(cut));
  }
}
