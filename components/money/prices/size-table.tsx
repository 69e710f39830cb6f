'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { SizeTemplate } from '@/components/vps/instances/wizard/values';
import { sizeOfNumbers, type Prefill } from '@/components/vps/instances/wizard/prefill';
import { Cell, Table, TableBody, TableRow } from '@/components/ui/table';
import { gigabytes } from '@/lib/format';
import { CreateLink, type HrefOf } from './create-link';
import { RowName, TierFigure, TierHeads } from './figure';
import { offersOf, orderOfPrefill, type PricedTier } from './priced-tier';

/** The provider's own sizes (D01), each with its price in every tier. */
export function SizeTable({
  sizes,
  tiers,
  prefill,
  hrefOf,
}: {
  sizes: readonly SizeTemplate[];
  tiers: readonly PricedTier[];
  prefill: Prefill;
  hrefOf: HrefOf | null;
}) {
  const t = useTranslations('prices');
  const m = useTranslations('machines');
  return (
    <div className="overflow-x-auto">
      <Table caption={t('sizes.title')}>
        <TierHeads first={m('size')} tiers={tiers} />
        <TableBody>
          {sizes.map((size) => (
            <SizeRow key={size.id} {...{ size, tiers, prefill, hrefOf }} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function SizeRow({
  size,
  tiers,
  prefill,
  hrefOf,
}: {
  size: SizeTemplate;
  tiers: readonly PricedTier[];
  prefill: Prefill;
  hrefOf: HrefOf | null;
}) {
  const m = useTranslations('machines');
  const locale = useLocale();
  const { total_cpu: cpu, total_ram: memory, total_disk: storage } = size;
  const numbers = sizeOfNumbers({
    cpu: cpu ?? NaN,
    memory: memory ?? NaN,
    storage: storage ?? NaN,
  });
  const offers = offersOf(tiers, orderOfPrefill(numbers, prefill));
  const title = size.title ?? size.id;
  return (
    <TableRow>
      <Cell main className="align-top">
        <RowName
          about={[
            cpu === null ? '–' : m('cores', { count: cpu }),
            gigabytes(memory, locale),
            gigabytes(storage, locale),
          ].join(' · ')}
        >
          {title}
        </RowName>
      </Cell>
      {tiers.map((tier) => (
        <Cell key={tier.id} numeric label={tier.name} className="py-1.5 align-top">
          <TierFigure tier={tier} amount={offers.get(tier.id)} />
          {numbers && hrefOf ? (
            <CreateLink href={hrefOf({ tier: tier.id, size: numbers })} of={title} tier={tier} />
          ) : null}
        </Cell>
      ))}
    </TableRow>
  );
}
