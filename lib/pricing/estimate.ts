/** Adds up what several things would cost together. Pure and browser-safe. */
import { addUp, type Charged, type Costs } from './costs';

/** Equal things of an estimate. Amounts are rupiah of one of them; null if the price isn't known. */
export interface EstimateItem {
  service: Charged['service'];
  count: number;
  perHour: number | null;
  perMonth: number | null;
}

const times = (amount: number | null, count: number) => (amount === null ? null : amount * count);

/** What equal things cost together. */
export const itemPrice = ({ count, perHour, perMonth }: EstimateItem) => ({
  perHour: times(perHour, count),
  perMonth: times(perMonth, count),
});

/** What all things cost together. `whole` is false if the price of one isn't known, which the sums leave out. */
export function estimateTotal(
  items: readonly EstimateItem[],
): Pick<Costs, 'perHour' | 'perMonth' | 'whole'> {
  const things = items.map((item) => ({ service: item.service, ...itemPrice(item) }));
  const { perHour, perMonth, whole } = addUp(things, { perHour: null, perMonth: null }, []);
  return { perHour, perMonth, whole };
}
