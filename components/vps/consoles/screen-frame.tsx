'use client';
import { useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { cx } from '@/components/ui/cx';
import { useKeptFocus } from './kept-focus';
import { useLeaveKeys } from './leave-keys';
import type { Screen } from './vnc';

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
 * The frame in which the machine's screen is drawn. The screen takes every key, also Tab. When the
 * viewer leaves it, all keys that are still down are released for the machine.
 */
export function ScreenFrame({ screen, mount, frame, fit, onLeave, children }: ScreenFrameProps) {
  const down = useRef(new Set<string>());
  const kept = useKeptFocus(screen);
  const leaving = useLeaveKeys(onLeave);
  const onKeyDown = (event: KeyboardEvent) => {
    down.current.add(event.code);
    leaving.onKeyDownCapture(event);
  };
  const onKeyUp = (event: KeyboardEvent) => {
    down.current.delete(event.code);
    leaving.onKeyUpCapture();
  };
  const onBlur = () => {
    leaving.onBlur();
    screen?.release([...down.current]);
    down.current.clear();
  };
  return (
    <div
      ref={kept}
      tabIndex={-1}
      data-console-frame
      className="has-[canvas:focus]:outline-focus focus:outline-focus relative min-h-0 min-w-0 grow bg-black focus:outline-2 focus:-outline-offset-2 has-[canvas:focus]:outline-2 has-[canvas:focus]:-outline-offset-2"
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
