'use client';
import { Suspense, use } from 'react';
import { useTranslations } from 'use-intl';
import { BalanceEnd } from '@/components/parts/forms/balance-end';
import { troubleOf } from '@/components/parts/answers/trouble';
import { ProblemNote } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import type { OrganizationWallet } from '@/lib/pricing';
import { CreatePlan, type MayCreate } from '../../offers/group/create-plan';
import { usePlanSize } from '../../offers/group/plan-size';
import { plansOf, type Plan } from '../../offers/group/plans';
import { EstimateView } from '../estimate-view';
import type { EstimateLine } from '../lines';
import type { PricedLine } from '../priced-line';
import { useEstimate } from '../use-estimate';
import { AddPlan } from './add-plan';
import { isEstimateKind, meantPlan } from './plan-lines';

interface GroupEstimateProps {
  may: MayCreate;
  /** The problem of the server's read of the prices, shown until the browser has read again. */
  problem: Problem | null;
  /** The balance that would pay, which arrives after the page; null if this person may not see it. */
  wallet: Promise<OrganizationWallet | null>;
}

/** The estimate of an organization or project, by the plans of the price list (A34). */
export function GroupEstimate({ may, problem, wallet }: GroupEstimateProps) {
  const t = useTranslations('estimate');
  const estimate = useEstimate();
  const prices = useBackendQuery('A34', {});
  const trouble = troubleOf(prices, problem);
  const plans = prices.data ? plansOf(prices.data.data) : null;
  const priced = usePricedLine(plans, may);
  return (
    <EstimateView
      id="estimate-group"
      estimate={estimate}
      lines={estimate.lines.map(priced)}
      add={plans ? <AddPlan plans={plans} onAdd={estimate.add} /> : <Skeleton className="h-14" />}
      problem={
        trouble ? (
          <ProblemNote
            problem={trouble}
            what={t('failed')}
            onRetry={() => void prices.refetch()}
            retrying={prices.isFetching}
          />
        ) : null
      }
      balance={(perHour) => (
        <Suspense fallback={<Skeleton className="h-16" />}>
          <Balance {...{ wallet, perHour }} />
        </Suspense>
      )}
    />
  );
}

/** Gives a function that prices a line. */
function usePricedLine(plans: readonly Plan[] | null, may: MayCreate) {
  const t = useTranslations('estimate');
  const size = usePlanSize();
  return (line: EstimateLine): PricedLine => {
    const { name, plan, service, leftOut, price, nodes } = meantPlan(line, plans);
    const kind = isEstimateKind(line.kind) ? t(`kinds.${line.kind}`) : line.kind;
    return {
      line,
      service,
      name,
      about: [kind, plan ? size(plan) : '', nodes === null ? '' : t('nodes', { count: nodes })]
        .filter(Boolean)
        .join(' · '),
      note: plan?.soldOut ? t('soldOut') : null,
      price,
      leftOut: leftOut === null ? null : t(`why.${leftOut}`),
      create: plan ? (
        <CreatePlan
          plan={plan}
          may={may}
          highlyAvailable={nodes !== null && nodes > 1}
          words={t('create', { count: line.count })}
        />
      ) : null,
    };
  };
}

/** Says when the organization's balance ends with the estimate besides all that it pays already. */
function Balance({
  wallet,
  perHour,
}: {
  wallet: GroupEstimateProps['wallet'];
  perHour: number | null;
}) {
  const t = useTranslations('estimate');
  const known = use(wallet);
  if (!known) return <p className="text-faint text-sm">{t('balanceHidden')}</p>;
  const { balance, postpaid, at, perHour: spending, whole } = known;
  if (postpaid) return <p className="text-faint text-sm">{t('postpaid')}</p>;
  if (balance === null) return <p className="text-faint text-sm">{t('balanceUnknown')}</p>;
  return <BalanceEnd {...{ balance, at, spending, whole }} added={perHour} ordered={perHour} />;
}
