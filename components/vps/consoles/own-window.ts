/** The console in its own browser window. It is the same page, which then shows only the console. */
import { paths } from '@/lib/paths';

/** The query parameter that tells the page that it is in its own window. */
export const windowParameter = 'window';

/** Opens a machine's console in its own window. @returns false when the browser blocked the window */
export function openOwnWindow(account: string, instance: string): boolean {
  const url = `${paths.instanceConsole(account, instance)}?${windowParameter}=1`;
  const name = `nusa-console-${instance}`;
  return window.open(url, name, 'popup,width=1040,height=860') !== null;
}
