import type { ReactNode } from 'react';
import { cx } from './cx';

export type Tone = 'neutral' | 'accent' | 'good' | 'info' | 'warn' | 'danger';

const tones: Record<Tone, string> = {
  neutral: 'bg-off-soft text-off',
  accent: 'bg-accent-soft text-accent-text',
  good: 'bg-run-soft text-run',
  info: 'bg-busy-soft text-busy',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
};

/** A short label that names the kind of a thing. For its state use `Status`. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex items-center rounded-sm px-1.5 text-xs leading-5 font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
