'use client';
import { useRef, type KeyboardEvent } from 'react';

const leaveKeys = new Set(['Control', 'Alt', 'Shift']);

/** Whether Ctrl, Alt and Shift are down together. AltGr does not count, although Windows reports it as Ctrl and Alt. */
function allThree(event: KeyboardEvent): boolean {
  const { ctrlKey, altKey, shiftKey } = event;
  return (
    ctrlKey && altKey && shiftKey && leaveKeys.has(event.key) && !event.getModifierState('AltGraph')
  );
}

/**
 * Handlers of a console that takes every key, also Tab. To leave it, the viewer presses Ctrl, Alt and Shift together and
 * releases one.
 * @param onLeave moves focus out of the console
 */
export function useLeaveKeys(onLeave: () => void) {
  const allThreeDown = useRef(false);
  return {
    onKeyDownCapture(event: KeyboardEvent) {
      allThreeDown.current = allThree(event);
    },
    onKeyUpCapture() {
      if (!allThreeDown.current) return;
      allThreeDown.current = false;
      onLeave();
    },
    onBlur() {
      allThreeDown.current = false;
    },
  };
}
