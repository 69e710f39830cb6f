'use client';
import type { ClipboardEvent, ReactNode } from 'react';
import { useKeptFocus } from '../kept-focus';
import { useLeaveKeys } from '../leave-keys';
import type { Serial } from './use-serial';

interface TerminalFrameProps {
  serial: Serial;
  /** Moves focus out of the terminal. */
  onLeave: () => void;
  children?: ReactNode;
}

/** The frame in which the terminal is drawn. The terminal takes every key, also Tab. */
export function TerminalFrame({ serial, onLeave, children }: TerminalFrameProps) {
  const { terminal, session, view, mount } = serial;
  const frame = useKeptFocus(view.phase === 'connected' ? terminal : null);
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation(); // xterm would paste it at once
    session.paste(event.clipboardData.getData('text/plain'));
  };
  return (
    <div
      ref={frame}
      tabIndex={-1}
      data-console-frame
      className="has-[textarea:focus]:outline-focus focus:outline-focus bg-surface relative min-h-16 min-w-0 grow overflow-hidden focus:outline-2 focus:-outline-offset-2 has-[textarea:focus]:outline-2 has-[textarea:focus]:-outline-offset-2"
      {...useLeaveKeys(onLeave)}
      onPasteCapture={onPaste}
    >
      <div ref={mount} data-serial-terminal className="absolute inset-1.5 font-mono" />
      {children}
    </div>
  );
}
