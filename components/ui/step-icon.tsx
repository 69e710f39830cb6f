import { Check, Circle, CircleHelp, CircleSlash, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Spinner } from './spinner';

export type StepIconState = 'waiting' | 'working' | 'done' | 'failed' | 'left' | 'asked';

const icons: Record<StepIconState, ReactNode> = {
  waiting: <Circle aria-hidden className="text-off-mark size-4 shrink-0" />,
  working: <Spinner className="text-busy" />,
  done: <Check aria-hidden className="text-run size-4 shrink-0" />,
  failed: <TriangleAlert aria-hidden className="text-danger size-4 shrink-0" />,
  asked: <CircleHelp aria-hidden className="text-warn size-4 shrink-0" />,
  left: <CircleSlash aria-hidden className="text-faint size-4 shrink-0" />,
};

/**
 * The icon of one of several steps; a text beside it says the same. `left`: the step is left out. `asked`: the person
 * has to decide.
 */
export function StepIcon({ state }: { state: StepIconState }) {
  return icons[state];
}
