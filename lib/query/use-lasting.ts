'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { lastingEvent, readLasting, type LastingName } from './storage';

function subscribe(changed: () => void): () => void {
  window.addEventListener('storage', changed);
  window.addEventListener(lastingEvent, changed);
  return () => {
    window.removeEventListener('storage', changed);
    window.removeEventListener(lastingEvent, changed);
  };
}

/**
 * A value that outlasts a sign-out, as it changes in this tab and in others; null in the server's HTML. The caller checks
 * its shape.
 */
export function useLasting(identity: string, name: LastingName): unknown {
  const text = useSyncExternalStore(
    subscribe,
    () => JSON.stringify(readLasting(identity, name)),
    () => 'null',
  );
  return useMemo(() => JSON.parse(text) as unknown, [text]);
}
