import type { ReactNode } from 'react';
import type { Problem } from '@/lib/problem';

/** What a notice says. */
export interface ToastMessage {
  tone?: 'info' | 'good' | 'danger';
  title: ReactNode;
  text?: ReactNode;
  /** An action on the notice, such as “Undo”. It removes the notice. */
  action?: { label: string; onSelect: () => void };
  /** What the text tells of; a link to what solves it stands below. */
  problem?: Problem;
  /** Milliseconds that it is shown; 0 shows it until it is dismissed, which is the default for `danger`. */
  lasts?: number;
}

/** A notice that is on screen. */
export type Shown = ToastMessage & { id: number };
