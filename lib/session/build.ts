/**
 * Whether the server runs another version of the console than this page is of. The page learns its own from the HTML, and
 * every answer of ours names the server's. Browser-safe.
 */
import { BUILD_HEADER } from '@/lib/header-names';
import { makeStore } from '@/lib/store';

let page = '';

/** True once an answer came from another version. A reload then gets that one. */
export const newVersion = makeStore(false);

/** Sets the version that this page is of: the first that is told, since what comes later is not of its code. */
export function setPageBuild(build: string): void {
  if (typeof window !== 'undefined') page ||= build;
}

/** Notes the version of the server that answered. An answer without one, of a gateway say, tells nothing. */
export function hearBuild(answer: Response): void {
  const build = answer.headers.get(BUILD_HEADER);
  if (build && page) newVersion.set(build !== page);
}

/** For tests: as in a page that was just opened. */
export function forgetBuild(): void {
  page = '';
  newVersion.set(false);
}
