'use client';
import { FocusOnNavigation } from './focus-on-navigation';
import { SessionWatcher, type Watched } from './session-watcher';
import { ViewEnd } from './view-end';

/** What watches over the page and shows nothing itself. */
export function Watchers(watched: Watched) {
  return (
    <>
      <SessionWatcher {...watched} />
      <FocusOnNavigation />
      <ViewEnd />
    </>
  );
}
