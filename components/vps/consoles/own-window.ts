/** The console in a browser window of its own: the same page, which then shows nothing but the console. */
import { paths } from '@/lib/paths';

/** The query parameter that says so. */
export const windowParameter = 'window';

/** @returns false when the browser refused */
export function openOwnWindow(account: string, instance: string): boolean {
  const url = `${paths.instanceConsole(account, instance)}?${windowParameter}=1`;
  const name = `nusa-console-${instance}`;
  return window.open(url, name, 'popup,width=1040,height=860') !== null;
}
