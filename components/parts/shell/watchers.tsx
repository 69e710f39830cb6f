'use client';
import { FocusOnNavigation } from './focus-on-navigation';
import { SessionWatcher, type Watched } from './session-watcher';

/** What watches over the page and shows nothing itself. */
export function Watchers(watched: Watched) {
  return (
    <>
      <SessionWatcher {...watched} />
      <FocusOnNavigation />
    </>
  );
}
