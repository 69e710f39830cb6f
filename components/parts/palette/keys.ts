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

/** Where typing a character writes it. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Which of ours a key press asks for; null for none, and while a dialog has the page. */
export function shortcutOf(event: KeyboardEvent): 'palette' | 'keys' | null {
  if (event.defaultPrevented || event.isComposing || event.repeat) return null;
  if (document.querySelector('dialog:modal')) return null;
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k') return 'palette';
  if (key !== '?' || ctrlKey || metaKey || altKey || turnedOff(key)) return null;
  return isTyping(event.target) ? null : 'keys';
}
