import type { ReactNode } from 'react';

/** What a notice says. */
export interface ToastMessage {
  tone?: 'info' | 'good' | 'danger';
  title: ReactNode;
  text?: ReactNode;
  /** An action on the notice, such as “Undo”. It removes the notice. */
  action?: { label: string; onSelect: () => void };
  /** Milliseconds that it is shown; 0 shows it until it is dismissed, which is the default for `danger`. */
  lasts?: number;
}

/** A notice that is on screen. */
export type Shown = ToastMessage & { id: number };
