import type { ReactNode } from 'react';
import { isTurning, withMarksBetween } from '@/lib/intl/foreign';

/** The name that somebody gave: in its own direction, hidden characters as marks. */
export function Foreign({ text }: { text: string }) {
  return <bdi>{withMarksBetween(text)}</bdi>;
}

/** Text that may be of others, where it stands by itself: like `Foreign` where it needs it, else as it is. */
export const isolatedNode = (node: ReactNode): ReactNode =>
  typeof node === 'string' && isTurning(node) ? <Foreign text={node} /> : node;
