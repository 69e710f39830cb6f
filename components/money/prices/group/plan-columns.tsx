'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import { gigabytes, megabytes, number } from '@/lib/format';
import { Figure, RowName } from '../../offers/figure';
import { CreatePlan, type MayCreate } from '../../offers/group/create-plan';
import type { Plan } from '../../offers/group/plans';

/** What a plan leads to. */
export interface PlanLinks {
  may: MayCreate;
  /** The estimate with one of it; null if an estimate doesn't hold its kind. */
  estimate: (plan: Plan) => string | null;
}

const top = 'align-top';

/** The columns of a table of plans. One that no plan has a value for is left out. @param links memoized */
export function usePlanColumns(plans: readonly Plan[], links: PlanLinks): readonly Column<Plan>[] {
  const t = useTranslations('catalogue');
  const m = useTranslations('machines');
  const locale = useLocale();
  return useMemo(() => {
    const figures = [
      column.count<Plan>('vcpu', t('vcpu'), ({ vcpu }) => vcpu, {
        cell: ({ vcpu }) => number(vcpu, locale),
      }),
      column.count<Plan>('ram', m('memory'), ({ ram }) => ram, {
        cell: ({ ram }) => megabytes(ram, locale),
      }),
      column.count<Plan>('disk', m('disk'), ({ disk }) => disk, {
        cell: ({ disk }) => gigabytes(disk, locale),
      }),
      column.count<Plan>('transfer', t('transfer'), ({ transfer }) => transfer, {
        cell: ({ transfer }) => (transfer === null ? '–' : `${number(transfer, locale)} TB`),
      }),
      column.count<Plan>('free', t('free'), ({ free }) => free?.amount ?? null, {
        cell: ({ free }) => <Free of={free} />,
      }),
    ].filter(({ sort }) => plans.some((plan) => (sort?.(plan) ?? null) !== null));
    return [
      {
        id: 'name',
        header: t('plan'),
        main: true,
        sort: ({ name }: Plan) => name,
        cell: ({ name, group }: Plan) => <RowName about={group}>{name}</RowName>,
      },
      ...figures,
      {
        id: 'availability',
        header: t('availability'),
        sort: ({ soldOut, availability }: Plan) => (soldOut ? 'z' : availability),
        cell: (plan: Plan) => <Availability plan={plan} />,
      },
      {
        id: 'price',
        header: m('price'),
        numeric: true,
        at: 'figure' as const,
        sort: ({ perHour }: Plan) => perHour,
        cell: (plan: Plan) => <Price plan={plan} links={links} />,
      },
    ].map((each) => ({ ...each, className: each.id === 'price' ? `py-1.5 ${top}` : top }));
  }, [plans, links, t, m, locale]);
}

/** What may be used for nothing: `5 hours`, or the amount and the provider's unit. */
function Free({ of }: { of: Plan['free'] }) {
  const t = useTranslations('catalogue');
  const locale = useLocale();
  if (!of) return t('freeNone');
  if (/^hour/.test(of.unit)) return t('freeHours', { count: of.amount });
  return [number(of.amount, locale), of.unit].join(' ');
}

/** Whether it can be ordered: our word for the two that are known, else the provider's. */
function Availability({ plan: { soldOut, availability } }: { plan: Plan }) {
  const t = useTranslations('catalogue');
  if (soldOut) return <Badge tone="warn">{t('soldOut')}</Badge>;
  if (availability === null) return '–';
  return /^available$/i.test(availability) ? t('available') : availability;
}

function Price({ plan, links }: { plan: Plan; links: PlanLinks }) {
  const t = useTranslations('catalogue');
  const estimate = links.estimate(plan);
  return (
    <>
      <Figure perHour={plan.perHour} perMonth={plan.perMonth} />
      <span className="flex flex-wrap justify-end gap-x-3 text-xs font-normal print:hidden">
        <CreatePlan plan={plan} may={links.may} words={t('create')} />
        {estimate ? <PlanLink href={estimate} words={t('addToEstimate')} name={plan.name} /> : null}
      </span>
    </>
  );
}

function PlanLink({ href, words, name }: { href: string; words: string; name: string }) {
  return (
    <TextLink href={href}>
      {words}
      <span className="sr-only">: {name}</span>
    </TextLink>
  );
}
