/** Sizes, images, locations, tiers and prices: D01, D74–D77. */
import { monthHours } from '../ledger';
import { Refusal } from '../refusal';
import { implement } from '../registry';
import { addressPrice, findTier, locations, sizes, templates, tiers } from './catalogue';
import { osWire } from './instance';
import { microText } from './text';

/** The creation time of the catalogue, before all other data. */
const listed = microText(Date.UTC(2025, 0, 6, 2));

implement('D01', () => ({
  rows: sizes.map(({ id, title, cpu, memory, storage }) => ({
    id,
    title,
    total_cpu: cpu,
    total_ram: memory,
    total_disk: storage,
    created_at: listed,
    updated_at: listed,
  })),
}));

implement('D74', () => ({
  rows: templates.map((template) => ({
    ...osWire(template.id),
    template_id: template.id,
    min_storage: template.minStorage,
  })),
}));

implement('D75', () => ({
  rows: locations.map(({ id, name }) => ({ id, name, country: 'Indonesia', flag: 'id' })),
}));

implement('D76', ({ query }) => ({
  rows: tiers
    .filter(
      (tier) =>
        query.location_id === undefined || tier.locations.includes(Number(query.location_id)),
    )
    .map(({ id, name }) => ({ id, name })),
}));

implement('D77', ({ params }) => {
  const tier = findTier(Number(params.tier_id));
  if (!tier) throw new Refusal(404, 'Tier not found.');
  const prices = [
    ['cpu_shared', 'core', tier.cpu],
    ['cpu_dedicated', 'core', tier.dedicated],
    ['memory', 'GB', tier.memory],
    ['storage', 'GB', tier.storage],
    ['backup', 'GB', tier.backup],
    ['public_ip', 'address', addressPrice],
  ] as const;
  return {
    rows: prices.map(([component, unit, price_per_hour], index) => ({
      id: tier.id * 100 + index,
      component,
      unit,
      price_per_hour,
      price_per_month: price_per_hour * monthHours,
    })),
  };
});
