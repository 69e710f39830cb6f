/** Whether the browser has a network. It may have one and still not reach the console. Browser-safe. */
import { useSyncExternalStore } from 'react';

/** False where nobody can tell. */
export const isOffline = (): boolean =>
  typeof navigator !== 'undefined' && navigator.onLine === false;

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** The same, followed. False in the server's HTML. */
export const useOffline = (): boolean => useSyncExternalStore(subscribe, isOffline, () => false);
