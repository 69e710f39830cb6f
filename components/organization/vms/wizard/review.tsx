'use client';
import { useTranslations } from 'use-intl';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { Callout } from '@/components/ui/callout';
import { rupiah } from '@/lib/format';
import { balanceCover } from '@/lib/pricing';
import type { ImageChoice, PlanChoice } from '../catalogue';
import { hoursAMonth, sum } from '../price';
import { useSizeWords } from '../size-words';
import type { VmValues } from '../values';

export type Balance = number | 'hidden' | null;

interface ReviewProps {
  values: VmValues;
  image: ImageChoice | undefined;
  plan: PlanChoice | undefined;
  addressPrice: number | null;
  /** Rupiah; `hidden` where this person may not see it, null where it is billed afterwards. */
  balance: Balance;
}

/** What will be made and what it costs, an hour and a month, before it is ordered. */
export function Review({ values, image, plan, addressPrice, balance }: ReviewProps) {
  const t = useTranslations('vms.wizard');
  const size = useSizeWords();
  const nothing = <span className="text-faint">{t('nothing')}</span>;
  const external = values.external === 'new';
  const perHour = plan ? sum([plan.perHour, external ? addressPrice : null]) : null;
  const perMonth = plan
    ? sum([plan.perMonth, external && addressPrice !== null ? addressPrice * hoursAMonth : null])
    : null;
  const facts = [
    [t('chosenName'), values.title || values.hostname],
    [t('chosenImage'), image?.name],
    [t('chosenUser'), values.username],
  ] as const;
  return (
    <PriceSummary
      lines={[
        {
          label: plan ? (
            <>
              {t('linePlan', { name: plan.name })}
              <span className="text-faint block text-xs">{size(plan)}</span>
            </>
          ) : (
            t('linePlanNone')
          ),
          perHour: plan?.perHour ?? null,
        },
        ...(external ? [{ label: t('lineAddress'), perHour: addressPrice }] : []),
      ]}
      perHour={perHour}
      perMonth={perMonth}
      balance={balance === 'hidden' ? null : balance}
      estimate
    >
      <p className="text-faint text-sm">{t('estimateText')}</p>
      {external && addressPrice === null ? (
        <p className="text-warn text-sm">{t('addressUnknown')}</p>
      ) : null}
      {typeof balance === 'number' &&
      perHour !== null &&
      !balanceCover(balance, null, perHour).firstDay ? (
        <Callout tone="warn">{t('short', { day: rupiah(perHour * 24) })}</Callout>
      ) : null}
      {balance === 'hidden' ? <p className="text-faint text-sm">{t('balanceUnknown')}</p> : null}
      <dl className="border-line flex flex-col gap-1 border-t pt-3 text-sm">
        {facts.map(([term, value]) => (
          <div key={term} className="flex justify-between gap-4">
            <dt className="text-muted shrink-0">{term}</dt>
            <dd className="min-w-0 text-right break-words">{value || nothing}</dd>
          </div>
        ))}
      </dl>
    </PriceSummary>
  );
}
