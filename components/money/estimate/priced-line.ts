import type { ReactNode } from 'react';
import { estimateTotal, type Amount, type EstimateItem } from '@/lib/pricing';
import type { EstimateLine } from './lines';

/** A line with its price now, as a backend's page gives it to the view. */
export interface PricedLine {
  line: EstimateLine;
  service: EstimateItem['service'];
  name: string;
  /** More about it, such as its size. */
  about?: string;
  /** Said beside it, such as that it is sold out. */
  note?: string | null;
  /** The price of one; null while it loads, and if the line is left out. */
  price: Amount | null;
  /** Why it isn't in the sum, in words; null if it is, or while its price loads. */
  leftOut: string | null;
  /** Creates one of it: a link, or a button that opens a dialog. */
  create?: ReactNode;
}

/** The lines that are in the sum. */
export const counted = (lines: readonly PricedLine[]): EstimateItem[] =>
  lines.flatMap(({ line, service, price, leftOut }) =>
    leftOut === null && price !== null ? [{ service, count: line.count, ...price }] : [],
  );

/** What the lines cost together; null while a price is loading. */
export function totalOf(lines: readonly PricedLine[]): ReturnType<typeof estimateTotal> | null {
  const loading = lines.some(({ price, leftOut }) => price === null && leftOut === null);
  return loading ? null : estimateTotal(counted(lines));
}
