import type { ReactNode } from 'react';
import { isTurning, withMarksBetween } from '@/lib/intl/foreign';

/** Shows a name that somebody gave: in its own writing direction, with hidden characters as marks. */
export function Foreign({ text }: { text: string }) {
  return <bdi>{withMarksBetween(text)}</bdi>;
}

/** Shows a text that somebody else may have written, like `Foreign` if it needs that, otherwise unchanged. */
export const isolatedNode = (node: ReactNode): ReactNode =>
  typeof node === 'string' && isTurning(node) ? <Foreign text={node} /> : node;
