'use client';
import { useSyncExternalStore } from 'react';

/** Chromium lets a full-screen page have Escape, Alt-Tab and their like. */
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
    // The browser forbids it: the page stays as it is.
  }
}

/** Whether the page fills the screen, whether it can, and how to change it. */
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
