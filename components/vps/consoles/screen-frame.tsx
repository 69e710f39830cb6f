'use client';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Screen } from './vnc';

const leaving = new Set(['Control', 'Alt', 'Shift']);

/** Whether Ctrl, Alt and Shift are down together; AltGr of Windows looks like Ctrl and Alt. */
function allThree(event: KeyboardEvent): boolean {
  const { ctrlKey, altKey, shiftKey } = event;
  return (
    ctrlKey && altKey && shiftKey && leaving.has(event.key) && !event.getModifierState('AltGraph')
  );
}

/** Focus goes to the screen unless the viewer is at something else. */
function atNothing(): boolean {
  const active = document.activeElement;
  return !active || active === document.body || active.id === 'content' || active.matches('h1');
}

interface ScreenFrameProps {
  screen: Screen | null;
  mount: (element: HTMLElement | null) => void;
  /** Moves focus out of the screen. */
  onLeave: () => void;
  children?: ReactNode;
}

/**
 * Where the machine's screen is drawn. The screen keeps every key, so Ctrl, Alt and Shift pressed together
 * and let go give focus back to the page; keys still down then are released for the machine.
 */
export function ScreenFrame({ screen, mount, onLeave, children }: ScreenFrameProps) {
  const down = useRef(new Set<string>());
  const armed = useRef(false);
  useEffect(() => {
    if (screen && atNothing()) screen.focus();
  }, [screen]);
  const onKeyDown = (event: KeyboardEvent) => {
    down.current.add(event.code);
    armed.current = allThree(event);
  };
  const onKeyUp = (event: KeyboardEvent) => {
    down.current.delete(event.code);
    if (!armed.current) return;
    armed.current = false;
    onLeave();
  };
  const onBlur = () => {
    armed.current = false;
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
      <div ref={mount} data-console-screen className="absolute inset-0.5" />
      {children}
    </div>
  );
}
