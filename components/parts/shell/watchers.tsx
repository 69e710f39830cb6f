'use client';
import { useEffect } from 'react';
import { usePerson } from '@/lib/query/person';
import { lookForTransfers } from '@/lib/query/transfers-asked';
import { FocusOnNavigation } from './focus-on-navigation';
import { SessionWatcher, type Watched } from './session-watcher';
import { ViewEnd } from './view-end';

/** What watches over the page and shows nothing itself. */
export function Watchers(watched: Watched) {
  const { identity } = usePerson();
  useEffect(() => lookForTransfers(identity), [identity]);
  return (
    <>
      <SessionWatcher {...watched} />
      <FocusOnNavigation />
      <ViewEnd />
    </>
  );
}
