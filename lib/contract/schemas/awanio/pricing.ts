/** Images and prices: catalogues A33, prices A34. */
import {
  bool,
  cores,
  gigabytes,
  id,
  instant,
  int,
  listOf,
  megabytes,
  number,
  price,
  text,
  version,
  wireObject,
} from '../../decode';
import { shapes } from '../../shape';
import { input, word } from '../shared';

/** An image to install. */
export const catalogue = wireObject({
  uuid: id(),
  slug: text(),
  name: text(),
  type: text(),
  group: text(),
  version: version(),
  service: text(),
  visibility: text(),
  public_access: bool(),
  min_storage_gb: gigabytes(),
  logo: text(),
  info: text(),
  created_at: instant(),
  updated_at: instant(),
});

/** A disk that comes with a bare-metal plan. */
const planDisk = wireObject({
  disk: int(),
  disk_type: text(),
  plans_type: text(),
  storage_gb: gigabytes(),
});

/**
 * A plan and its prices in rupiah. Use `price_per_unit` and `pricing_unit` first: some plans have a wrong or zero
 * price per hour or month (QA30). `ram_mb` of plans for `pods` is in GB (QA9).
 */
export const pricing = wireObject(
  {
    uuid: id(),
    instance_type: text(),
    suitable_for: text(),
    availability: text(),
    plans_type: text(),
    vcpu_core: cores(),
    ram_mb: megabytes(),
    storage_gb: gigabytes(),
    transfer_tb: number(),
    pricing_unit: text(),
    price_per_unit: price(),
    price_per_hour: price(),
    price_per_month: price(),
    price_per_three_month: price(),
    price_per_six_month: price(),
    price_per_year: price(),
    discount_per_three_month: number(),
    discount_per_six_month: number(),
    discount_per_year: number(),
    maximum_free_usage: number(),
    meta_storage: listOf(planDisk),
    created_at: instant(),
    updated_at: instant(),
  },
  {
    PricingUnit: 'pricing_unit',
    PricePerUnit: 'price_per_unit',
    MaximumFreeUsage: 'maximum_free_usage',
  },
);

export const pricingShapes = shapes({
  A33: { answer: 'list', wire: catalogue },
  A34: {
    /** `vm`, `baremetal`, `volume`, `pods`, `ip`. */
    query: input({ suitable_for: word(32, /^[a-z_]+$/).optional() }),
    answer: 'list',
    wire: pricing,
  },
});
