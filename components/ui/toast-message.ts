import type { ReactNode } from 'react';

export interface ToastMessage {
  tone?: 'info' | 'good' | 'danger';
  title: ReactNode;
  text?: ReactNode;
  /** What can still be done about it: “Undo”. Doing it takes the notice away. */
  action?: { label: string; onSelect: () => void };
  /** Milliseconds; 0 stays until dismissed. Trouble stays by default. */
  lasts?: number;
}

/** A notice that is on screen. */
export type Shown = ToastMessage & { id: number };
