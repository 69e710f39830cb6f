'use client';
import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { allThree, focusIsFree } from '../screen-frame';
import type { Serial } from './use-serial';

interface TerminalFrameProps {
  serial: Serial;
  /** Moves focus out of the terminal. */
  onLeave: () => void;
}

/**
 * The frame in which the terminal is drawn. The terminal takes every key, also Tab. To leave it, the viewer presses
 * Ctrl, Alt and Shift together and releases one, as on the machine's screen.
 */
export function TerminalFrame({ serial, onLeave }: TerminalFrameProps) {
  const allThreeDown = useRef(false);
  const { terminal, session, view, mount } = serial;
  const connected = view.phase === 'connected';
  useEffect(() => {
    if (connected && terminal && focusIsFree()) terminal.focus();
  }, [connected, terminal]);
  const onKeyDown = (event: KeyboardEvent) => {
    allThreeDown.current = allThree(event);
  };
  const onKeyUp = () => {
    if (!allThreeDown.current) return;
    allThreeDown.current = false;
    onLeave();
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation(); // xterm would paste it at once
    session.paste(event.clipboardData.getData('text/plain'));
  };
  return (
    <div
      className="has-[textarea:focus]:outline-focus bg-surface relative min-h-32 min-w-0 grow overflow-hidden font-mono has-[textarea:focus]:outline-2 has-[textarea:focus]:-outline-offset-2"
      onKeyDownCapture={onKeyDown}
      onKeyUpCapture={onKeyUp}
      onBlur={() => (allThreeDown.current = false)}
      onPasteCapture={onPaste}
    >
      <div ref={mount} data-serial-terminal className="absolute inset-1.5" />
    </div>
  );
}
