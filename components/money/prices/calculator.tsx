'use client';
import { useWatch } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import { SizeFields } from '@/components/vps/instances/size-fields';
import {
  readPrefill,
  sizeOfNumbers,
  type Size,
  type Prefill,
} from '@/components/vps/instances/wizard/prefill';
import { Badge } from '@/components/ui/badge';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { useListener } from '@/components/ui/use-listener';
import { gigabytes } from '@/lib/format';
import { cheapest } from '@/lib/pricing';
import { RowName } from '../offers/figure';
import { TierFigure } from './tier-figure';
import { PriceLinks, type PriceHrefs } from './price-links';
import { offersOf, orderOfPrefill, type PricedTier } from './priced-tier';
import type { PricesState } from './use-prices-state';

/** The size that the calculator starts with: cores, GB of memory, GB of disk. */
const usual: Size = { cpu: 2, memory: 4, storage: 60 };

interface CalculatorProps {
  tiers: readonly PricedTier[];
  prefill: Prefill;
  hrefs: PriceHrefs;
}

/** Takes a size and shows what it costs in every tier. Valid numbers are kept in the URL. */
export function Calculator({ change, ...of }: CalculatorProps & Pick<PricesState, 'change'>) {
  const { prefill } = of;
  const t = useTranslations('prices');
  const form = useProblemForm<Size>({ defaults: prefill.size ?? usual, submit: async () => {} });
  const { reset, getValues, control } = form.form;
  const typed = useWatch({ control }) as Size;
  useListener('popstate', () =>
    reset(readPrefill(new URLSearchParams(window.location.search)).size ?? usual),
  );
  const keep = () => {
    const size = sizeOfNumbers(getValues());
    if (size) change({ size });
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit}
      onChange={keep}
      className="grid items-start lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]"
    >
      <div className="grid gap-3 p-4 sm:grid-cols-3 lg:grid-cols-1">
        <SizeFields field={form.field} cores={t('calculator.cores')} />
      </div>
      <Offers size={sizeOfNumbers(typed)} {...of} />
    </form>
  );
}

function Offers({ size, tiers, prefill, hrefs }: CalculatorProps & { size: Size | null }) {
  const t = useTranslations('prices');
  const m = useTranslations('machines');
  const locale = useLocale();
  const offers = offersOf(tiers, orderOfPrefill(size, prefill));
  const best = cheapest(offers);
  const words = size
    ? `${m('cores', { count: size.cpu })}, ${gigabytes(size.memory, locale)}, ${gigabytes(size.storage, locale)}`
    : null;
  const name = ({ id, name: title, description }: PricedTier) => (
    <RowName about={description}>
      <span className="flex flex-wrap items-center gap-x-2">
        {title}
        {best.has(id) ? <Badge tone="good">{t('calculator.cheapest')}</Badge> : null}
      </span>
    </RowName>
  );
  const price = (tier: PricedTier) => (
    <>
      <TierFigure tier={tier} amount={offers.get(tier.id)} />
      {size && words ? <PriceLinks {...{ hrefs, tier, size }} of={words} /> : null}
    </>
  );
  return (
    <div aria-live="polite" className="border-line border-t lg:border-t-0 lg:border-l">
      <PlainTable
        caption={t('calculator.title')}
        columns={[
          { id: 'tier', header: m('tier'), main: true, className: 'align-top', cell: name },
          {
            id: 'price',
            header: m('price'),
            numeric: true,
            className: 'py-1.5 align-top',
            cell: price,
          },
        ]}
        rows={tiers}
        rowId={({ id }) => id}
      />
    </div>
  );
}
