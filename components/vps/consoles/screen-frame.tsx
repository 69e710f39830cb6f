'use client';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { cx } from '@/components/ui/cx';
import type { Screen } from './vnc';

const leaveKeys = new Set(['Control', 'Alt', 'Shift']);

/** Whether Ctrl, Alt and Shift are down together. AltGr does not count, although Windows reports it as Ctrl and Alt. */
export function allThree(event: KeyboardEvent): boolean {
  const { ctrlKey, altKey, shiftKey } = event;
  return (
    ctrlKey && altKey && shiftKey && leaveKeys.has(event.key) && !event.getModifierState('AltGraph')
  );
}

/** Whether nothing that the viewer uses has focus, so that the screen may take it. */
export function focusIsFree(): boolean {
  const active = document.activeElement;
  return !active || active === document.body || active.id === 'content' || active.matches('h1');
}

interface ScreenFrameProps {
  screen: Screen | null;
  mount: (element: HTMLElement | null) => void;
  /** The element that scrolls a picture larger than itself. */
  frame: Ref<HTMLDivElement>;
  /** Whether the picture is fitted into it. */
  fit: boolean;
  /** Moves focus out of the screen. */
  onLeave: () => void;
  children?: ReactNode;
}

/**
 * The frame in which the machine's screen is drawn. The screen takes every key, also Tab. To leave it, the viewer
 * presses Ctrl, Alt and Shift together and releases one; all keys that are still down are then released for the machine.
 */
export function ScreenFrame({ screen, mount, frame, fit, onLeave, children }: ScreenFrameProps) {
  const down = useRef(new Set<string>());
  const allThreeDown = useRef(false);
  useEffect(() => {
    if (screen && focusIsFree()) screen.focus();
  }, [screen]);
  const onKeyDown = (event: KeyboardEvent) => {
    down.current.add(event.code);
    allThreeDown.current = allThree(event);
  };
  const onKeyUp = (event: KeyboardEvent) => {
    down.current.delete(event.code);
    if (!allThreeDown.current) return;
    allThreeDown.current = false;
    onLeave();
  };
  const onBlur = () => {
    allThreeDown.current = false;
    screen?.release([...down.current]);
    down.current.clear();
  };
  return (
    <div
      className="has-[canvas:focus]:outline-focus relative min-h-0 min-w-0 grow bg-black has-[canvas:focus]:outline-2 has-[canvas:focus]:-outline-offset-2"
      onKeyDownCapture={onKeyDown}
      onKeyUpCapture={onKeyUp}
      onBlur={onBlur}
    >
      <div
        ref={frame}
        className={cx(
          'absolute inset-0.5 flex overscroll-contain',
          fit ? 'overflow-hidden' : 'touch-pan-x touch-pan-y overflow-auto',
        )}
      >
        <div ref={mount} data-console-screen className="m-auto shrink-0 max-md:mt-0" />
      </div>
      {children}
    </div>
  );
}
