'use client';
import { useSyncExternalStore } from 'react';
import { turnedOff } from '@/lib/single-keys';

const nothing = () => () => {};

/** Whether the keyboard has ⌘: the server doesn't know and says Ctrl. */
export function useCommandKey(): boolean {
  return useSyncExternalStore(
    nothing,
    () => /mac|iphone|ipad/i.test(navigator.platform),
    () => false,
  );
}

/** Whether the target takes typed text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The shortcut that a key press means. Null for other keys, and while a dialog is open. */
export function shortcutOf(event: KeyboardEvent): 'palette' | 'keys' | null {
  if (event.defaultPrevented || event.isComposing || event.repeat) return null;
  if (document.querySelector('dialog:modal')) return null;
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k') return 'palette';
  if (key !== '?' || ctrlKey || metaKey || altKey || turnedOff(key)) return null;
  return isTyping(event.target) ? null : 'keys';
}
