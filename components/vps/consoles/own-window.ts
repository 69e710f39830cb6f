/** The console in its own browser window. It is the same page, which then shows only the console. */
import { paths } from '@/lib/paths';

/** The screen by VNC, or the serial line. */
export type ConsoleKind = 'vnc' | 'serial';

/** The query parameter that tells the page that it is in its own window. */
export const windowParameter = 'window';

/** The page of a console. @param ownWindow whether it is shown in its own window */
export function consolePath(
  account: string,
  instance: string,
  kind: ConsoleKind,
  ownWindow: boolean,
): string {
  const path =
    kind === 'vnc'
      ? paths.instanceConsole(account, instance)
      : paths.instanceSerial(account, instance);
  return ownWindow ? `${path}?${windowParameter}=1` : path;
}

/** Opens a machine's console in its own window. @returns false when the browser blocked the window */
export function openOwnWindow(account: string, instance: string, kind: ConsoleKind): boolean {
  const url = consolePath(account, instance, kind, true);
  const name = `nusa-console-${kind}-${instance}`;
  return window.open(url, name, 'popup,width=1040,height=860') !== null;
}
