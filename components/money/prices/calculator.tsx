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
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { useListener } from '@/components/ui/use-listener';
import { gigabytes } from '@/lib/format';
import { cheapest } from '@/lib/pricing';
import { CreateLink, type HrefOf } from './create-link';
import { RowName, TierFigure } from './figure';
import { offersOf, orderOfPrefill, type PricedTier } from './priced-tier';
import type { PricesState } from './use-prices-state';

/** What a size of one's own starts from. */
const usual: Size = { cpu: 2, memory: 4, storage: 60 };

/** A size of one's own, and what it costs in every tier at once. The numbers stand in the URL while they are right. */
export function Calculator({
  tiers,
  prefill,
  change,
  hrefOf,
}: {
  tiers: readonly PricedTier[];
  prefill: Prefill;
  change: PricesState['change'];
  hrefOf: HrefOf | null;
}) {
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
      <Offers size={sizeOfNumbers(typed)} {...{ tiers, prefill, hrefOf }} />
    </form>
  );
}

function Offers({
  size,
  tiers,
  prefill,
  hrefOf,
}: {
  size: Size | null;
  tiers: readonly PricedTier[];
  prefill: Prefill;
  hrefOf: HrefOf | null;
}) {
  const t = useTranslations('prices');
  const m = useTranslations('machines');
  const locale = useLocale();
  const offers = offersOf(tiers, orderOfPrefill(size, prefill));
  const best = cheapest(offers);
  const words = size
    ? `${m('cores', { count: size.cpu })}, ${gigabytes(size.memory, locale)}, ${gigabytes(size.storage, locale)}`
    : null;
  return (
    <div aria-live="polite" className="border-line border-t lg:border-t-0 lg:border-l">
      <Table caption={t('calculator.title')}>
        <TableHead>
          <HeadCell>{m('tier')}</HeadCell>
          <HeadCell numeric>{m('price')}</HeadCell>
        </TableHead>
        <TableBody>
          {tiers.map((tier) => (
            <TableRow key={tier.id}>
              <Cell main className="align-top">
                <RowName about={tier.description}>
                  <span className="flex flex-wrap items-center gap-x-2">
                    {tier.name}
                    {best.has(tier.id) ? (
                      <Badge tone="good">{t('calculator.cheapest')}</Badge>
                    ) : null}
                  </span>
                </RowName>
              </Cell>
              <Cell numeric label={m('price')} className="py-1.5 align-top">
                <TierFigure tier={tier} amount={offers.get(tier.id)} />
                {size && words && hrefOf ? (
                  <CreateLink href={hrefOf({ tier: tier.id, size })} of={words} tier={tier} />
                ) : null}
              </Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
