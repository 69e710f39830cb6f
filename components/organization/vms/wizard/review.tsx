'use client';
import { Suspense, use } from 'react';
import { useTranslations } from 'use-intl';
import { BalanceEnd, ChangeADay } from '@/components/parts/forms/balance-end';
import { OrderSummary } from '@/components/parts/machines/order/order-summary';
import { Skeleton } from '@/components/ui/skeleton';
import { monthHours, type Costs } from '@/lib/pricing';
import type { Balance } from '../balance';
import type { ImageChoice, PlanChoice } from '../catalogue';
import { sum } from '../price';
import { useSizeWords } from '../size-words';
import type { VmValues } from '../values';

/** What the organization spends already; null if this person may not see it. It arrives after the page. */
export type OrganizationRate = Promise<Pick<Costs, 'perHour' | 'whole'> | null>;

interface ReviewProps {
  values: VmValues;
  image: ImageChoice | undefined;
  plan: PlanChoice | undefined;
  addressPrice: number | null;
  balance: Balance;
  rate: OrganizationRate;
  /** Whether keys can be used to sign in. */
  keys: boolean;
}

/** What the choices cost, in rupiah: null while no plan is chosen. A new address without a known price counts nothing. */
export function costOf(
  { external }: Pick<VmValues, 'external'>,
  plan: PlanChoice | undefined,
  addressPrice: number | null,
): { perHour: number | null; perMonth: number | null } {
  if (!plan) return { perHour: null, perMonth: null };
  const address = external === 'new' ? addressPrice : null;
  return {
    perHour: sum([plan.perHour, address]),
    perMonth: sum([plan.perMonth, address === null ? null : address * monthHours]),
  };
}

/** Sums up the order before it is sent: the machine, and what it costs an hour and a month. */
export function Review({ values, image, plan, addressPrice, balance, rate, keys }: ReviewProps) {
  const t = useTranslations('vms.wizard');
  const size = useSizeWords();
  const external = values.external === 'new';
  const existing = values.external === 'existing';
  const { perHour, perMonth } = costOf(values, plan, addressPrice);
  const facts = [
    [t('chosenName'), values.title || values.hostname],
    [t('chosenImage'), image?.name],
    [t('chosenUser'), values.username],
    [t('method'), t(values.method === 'key' && keys ? 'methodKey' : 'methodPassword')],
  ] as const;
  return (
    <OrderSummary
      facts={facts}
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
    >
      <p className="text-faint text-sm">{t('estimateText')}</p>
      {existing ? <p className="text-faint text-sm">{t('existingPrice')}</p> : null}
      {external && addressPrice === null ? (
        <p className="text-warn text-sm">{t('addressUnknown')}</p>
      ) : null}
      {balance === null || balance === 'hidden' ? (
        <ChangeADay added={perHour} />
      ) : (
        <Suspense fallback={<Skeleton className="h-16" />}>
          <End
            {...{ balance, rate, perHour }}
            ordered={plan ? sum([perHour, existing ? addressPrice : null]) : null}
          />
        </Suspense>
      )}
      {balance === 'hidden' ? <p className="text-faint text-sm">{t('balanceUnknown')}</p> : null}
    </OrderSummary>
  );
}

/** Says when the organization's balance ends if this machine runs besides all that it pays already. */
function End({
  balance: { rupiah, at },
  rate,
  perHour,
  ordered,
}: {
  balance: Exclude<Balance, 'hidden' | null>;
  rate: OrganizationRate;
  perHour: number | null;
  /** What the first day costs an hour. A reserved address is in it, although it adds nothing to what is spent. */
  ordered: number | null;
}) {
  const spent = use(rate);
  return (
    <BalanceEnd
      balance={rupiah}
      at={at}
      spending={spent?.perHour ?? null}
      whole={spent?.whole}
      added={perHour}
      ordered={ordered}
    />
  );
}
