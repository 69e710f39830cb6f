'use client';
import { useTranslations } from 'use-intl';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { wholeSum } from '@/lib/pricing';
import { OrganizationBalance } from '../balance/organization-balance';
import { addressPrice } from '../vms/catalogue';
import { nodesOf } from './cluster';
import { orderPrice, type ClusterOrder, type PlanRow } from './order';
import { usePriceLines } from './price-lines';

/** Shows the estimated price of an order, and when the balance ends with it; nothing before a plan is chosen. */
export function OrderPrice({ order, prices }: { order: ClusterOrder; prices: readonly PlanRow[] }) {
  const t = useTranslations('clusters.create');
  const lines = usePriceLines();
  const find = (wanted: string) => prices.find(({ uuid }) => uuid === wanted) ?? null;
  const plan = find(order.pricing_uuid);
  if (!plan) return null;
  const volume = find(order.pv_pricing_uuid);
  const address = addressPrice(prices);
  const price = orderPrice(plan, volume, order, address);
  const made = lines({ pricing: plan, pv_pricing: volume }, nodesOf(order.available));
  const { external } = order;
  const added = external === 'new' || external === 'kept';
  const all = added ? [...made, { label: t('address'), perHour: address }] : made;
  // The first day costs a reserved address, too, although it adds nothing to what is spent.
  const ordered = external === 'existing' ? wholeSum([price.perHour, address]) : price.perHour;
  return (
    <PriceSummary lines={all} {...price} estimate>
      <p className="text-faint text-sm">{t('charged')}</p>
      {external === 'existing' ? <p className="text-faint text-sm">{t('existingPrice')}</p> : null}
      <OrganizationBalance added={price.perHour} ordered={ordered} />
    </PriceSummary>
  );
}
