/** Images, locations, tiers and unit prices, D74–D77. */
import { z } from 'zod';
import { gigabytes, id, price, text } from '../../decode';
import { shapes } from '../../shape';
import { isObject, row } from './decoders';
import { id as idOf, input, numericId } from './inputs';

/** The hours of a month in estimates. (QD14: 235440 = 327 × 720) */
const monthHours = 720;

const unitPrice = row(
  {
    id: id(),
    /**
     * The component: `cpu_shared`, `cpu_dedicated`, `memory`, `storage`, `public_ip`, `backup`; any text, so that an
     * unknown component is shown, too.
     */
    component: text(),
    /** The unit: `core`, `GB`, `address`. */
    unit: text(),
    /** IDR for one unit. */
    price_per_hour: price(),
    price_per_month: price(),
  },
  {
    name: 'component',
    type: 'component',
    hourly_price: 'price_per_hour',
    monthly_price: 'price_per_month',
  },
);

function readNumber(value: unknown): number | null {
  return price().parse(value);
}

/** Computes the missing one of the two prices from the other. */
function bothPrices(value: unknown): unknown {
  if (!isObject(value)) return value;
  const hour = readNumber(value.price_per_hour ?? value.hourly_price);
  const month = readNumber(value.price_per_month ?? value.monthly_price);
  return {
    ...value,
    price_per_hour: hour ?? (month === null ? null : month / monthHours),
    price_per_month: month ?? (hour === null ? null : hour * monthHours),
  };
}

export const pricing = shapes({
  /** The filter is named `location` here and `location_id` elsewhere. (QD12) */
  D74: {
    query: input({ location: numericId().optional() }),
    answer: 'list',
    wire: row(
      {
        template_id: id(),
        version: text(),
        os_id: text(),
        name: text(),
        image: text(),
        /** The image's minimum in GB; null if the backend doesn't give it. */
        min_storage: gigabytes(),
      },
      {
        id: 'template_id',
        min_disk: 'min_storage',
        min_storage_gb: 'min_storage',
        minimum_storage: 'min_storage',
      },
    ),
  },
  D75: {
    answer: 'list',
    wire: row(
      { id: id(), name: text(), country: text(), flag: text() },
      { location_id: 'id', location: 'name', location_flag: 'flag' },
    ),
  },
  /** The sample is `{}`; a working client reads these two fields of each row, from `data[]` or `data.data[]`. */
  D76: {
    query: input({ location_id: numericId().optional() }),
    answer: 'list',
    wire: row(
      { id: id(), name: text(), description: text(), icon: text() },
      { tier_id: 'id', tier: 'name', tier_icon: 'icon', image: 'icon' },
    ),
  },
  /**
   * Documented as `[]`. We assume unit prices, one row per component, from which the price of any size follows (cores
   * × cpu + GB × memory + GB × storage …), per hour as the platform charges and for 720 hours.
   */
  D77: {
    params: input({ tier_id: idOf() }),
    answer: 'list',
    wire: z.preprocess(bothPrices, unitPrice) as unknown as typeof unitPrice,
  },
});
