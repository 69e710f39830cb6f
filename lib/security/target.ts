/** What a request line asks for, made safe to route: one form, and escapes that can be read. */

/**
 * - Only paths: the absolute form (`GET http://elsewhere/…`) is for proxies, and would pass by what looks
 *   at the start of a path.
 * - A path whose escapes are no text (`/vps/%FF`) would make Next answer a bare 500; taken by its letters
 *   it is a page that isn't there, with the console's own words.
 * @returns the target, or null where it is none of ours
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
