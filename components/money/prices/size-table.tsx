'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { SizeTemplate } from '@/components/vps/instances/wizard/values';
import { sizeOfNumbers, type Prefill } from '@/components/vps/instances/wizard/prefill';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { gigabytes } from '@/lib/format';
import { RowName } from '../offers/figure';
import { tierColumn, TierFigure } from './tier-figure';
import { PriceLinks, type PriceHrefs } from './price-links';
import { offersOf, orderOfPrefill, type PricedTier } from './priced-tier';

interface SizeTableProps {
  sizes: readonly SizeTemplate[];
  tiers: readonly PricedTier[];
  prefill: Prefill;
  hrefs: PriceHrefs;
}

/** Makes a row of one of the provider's sizes: its numbers, null if they aren't numbers, and its price in each tier. */
function offered(of: SizeTemplate, { tiers, prefill }: SizeTableProps) {
  const [cpu, memory, storage] = [of.total_cpu, of.total_ram, of.total_disk];
  const size = sizeOfNumbers({ cpu: cpu ?? NaN, memory: memory ?? NaN, storage: storage ?? NaN });
  return {
    row: of,
    title: of.title ?? of.id,
    size,
    offers: offersOf(tiers, orderOfPrefill(size, prefill)),
  };
}

type Offered = ReturnType<typeof offered>;

/** Lists the provider's sizes (D01), each with its price in every tier. */
export function SizeTable(props: SizeTableProps) {
  const { sizes, tiers, hrefs } = props;
  const t = useTranslations('prices');
  const m = useTranslations('machines');
  const locale = useLocale();
  const name = ({ row, title }: Offered) => (
    <RowName
      about={[
        row.total_cpu === null ? '–' : m('cores', { count: row.total_cpu }),
        gigabytes(row.total_ram, locale),
        gigabytes(row.total_disk, locale),
      ].join(' · ')}
    >
      {title}
    </RowName>
  );
  return (
    <div className="overflow-x-auto">
      <PlainTable
        caption={t('sizes.title')}
        columns={[
          { id: 'size', header: m('size'), main: true, className: 'align-top', cell: name },
          ...tiers.map((tier) =>
            tierColumn(
              tier,
              (of: Offered) => <TierPrice {...{ tier, of, hrefs }} />,
              'py-1.5 align-top',
            ),
          ),
        ]}
        rows={sizes.map((size) => offered(size, props))}
        rowId={({ row }) => row.id}
      />
    </div>
  );
}

interface TierPriceProps {
  tier: PricedTier;
  of: Offered;
  hrefs: PriceHrefs;
}

function TierPrice({ tier, of: { title, size, offers }, hrefs }: TierPriceProps) {
  return (
    <>
      <TierFigure tier={tier} amount={offers.get(tier.id)} />
      {size ? <PriceLinks {...{ hrefs, tier, size }} of={title} /> : null}
    </>
  );
}
