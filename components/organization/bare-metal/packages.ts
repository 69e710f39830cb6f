/** What can be ordered as bare metal: packages (A32) with the prices of their periods, and images (A33). Browser-safe. */
import type { Row } from '@/lib/contract/types';
import { isSoldOut, type ImageChoice } from '../vms/catalogue';

/** The documented values of `billing_period`, with their months. */
const periodMonths = {
  price_per_month: 1,
  price_per_three_month: 3,
  price_per_six_month: 6,
  price_per_year: 12,
} as const;

/** A billing period, as A27 takes it. */
export type Period = keyof typeof periodMonths;

/** All periods, the shortest first. */
export const periods = Object.keys(periodMonths) as Period[];

/** A package that can be ordered. */
export interface Package {
  /** `machine_name` of A27: `<name>.<pricing uuid>`. */
  machineName: string;
  name: string;
  plan: NonNullable<Row<'A32'>['pricing']>;
  soldOut: boolean;
  /** Rupiah of each whole period; null where the provider names none. */
  prices: Readonly<Record<Period, number | null>>;
}

/** A price of 0 counts as missing (QA30). */
const usable = (price: number | null) => (price !== null && price > 0 ? price : null);

/** The packages, the cheapest first. Rows without a name or a price can't be ordered, and are left out. */
export function packagesOf(rows: readonly Row<'A32'>[]): Package[] {
  const all = rows.flatMap(({ name, pricing: plan }): Package[] => {
    if (!name || !plan) return [];
    const prices = Object.fromEntries(
      periods.map((period) => [period, usable(plan[period])]),
    ) as Package['prices'];
    return [{ machineName: `${name}.${plan.uuid}`, name, plan, soldOut: isSoldOut(plan), prices }];
  });
  return all.toSorted(
    (a, b) => (a.prices.price_per_month ?? Infinity) - (b.prices.price_per_month ?? Infinity),
  );
}

/**
 * What a period saves against as many single months: rupiah, and whole percent. Null if it saves nothing, or a price
 * isn't known.
 */
export function savingOf(
  { prices }: Pick<Package, 'prices'>,
  period: Period,
): { rupiah: number; percent: number } | null {
  const [price, month] = [prices[period], prices.price_per_month];
  if (price === null || month === null) return null;
  const single = month * periodMonths[period];
  const rupiah = single - price;
  return rupiah > 0 ? { rupiah, percent: Math.round((rupiah / single) * 100) } : null;
}

/** The images for bare metal. One that names no service is offered too, since the backend decides. */
export const metalImages = (images: readonly Row<'A33'>[]): ImageChoice[] =>
  images
    .filter(({ service }) => service === null || service === 'baremetal')
    .map(({ uuid, name, slug, min_storage_gb: disk }) => ({
      uuid,
      name: name ?? slug ?? uuid,
      minDisk: disk ?? 0,
    }));

/**
 * Rupiah that are paid at once; null if a price isn't known.
 * @param address rupiah a month of an external address; 0 without one, null if its price isn't known
 */
export function dueAtOnce(
  chosen: Pick<Package, 'prices'> | undefined,
  period: Period,
  count: number,
  address: number | null,
): number | null {
  const price = chosen?.prices[period] ?? null;
  if (price === null || address === null || !(count > 0)) return null;
  return (price + address * periodMonths[period]) * count;
}
