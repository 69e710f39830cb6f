'use client';
import { useSyncExternalStore } from 'react';

/** In Chromium, a full-screen page can receive Escape, Alt+Tab and other keys of the system. */
interface LockableKeyboard {
  lock(): Promise<void>;
}

function subscribe(listener: () => void) {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

function lockable(): LockableKeyboard | null {
  return 'keyboard' in navigator ? (navigator.keyboard as LockableKeyboard) : null;
}

async function toggle() {
  try {
    if (document.fullscreenElement) return await document.exitFullscreen();
    // The whole document, so that menus, notices and sign-in stay visible.
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
    await lockable()?.lock();
  } catch {
    // The browser doesn't allow it, so the page stays as it is.
  }
}

/** Says whether the page fills the screen (`on`) and whether it can (`possible`); `toggle` changes it. */
export function useFullscreen() {
  const on = useSyncExternalStore(
    subscribe,
    () => document.fullscreenElement !== null,
    () => false,
  );
  const possible = useSyncExternalStore(
    subscribe,
    () => document.fullscreenEnabled,
    () => true,
  );
  return { on, possible, toggle: () => void toggle() };
}
