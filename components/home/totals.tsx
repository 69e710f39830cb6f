import type { ReactNode } from 'react';
import { Status } from '@/components/ui/status';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import { locale, translator } from '@/lib/next/intl';
import { countByGroup, monthHours, sumPerHour, type HomeMachine } from './machine';

/** Machines, trouble and cost of all accounts in one line. `partial`: not everything could be read. */
export async function Totals({
  machines,
  partial,
}: {
  machines: readonly HomeMachine[];
  partial: boolean;
}) {
  const [t, language] = await Promise.all([translator('home'), locale()]);
  const counts = countByGroup(machines);
  const perHour = sumPerHour(machines);
  return (
    <section aria-label={t('totals.title')} className="border-line bg-surface rounded-md border">
      <dl className="divide-line grid divide-y sm:grid-cols-3 sm:divide-x sm:divide-y-0">
        <Fact term={t('totals.machines')} value={machines.length}>
          {t('totals.running', { count: counts.run })}
        </Fact>
        <Fact
          term={t('totals.attention')}
          value={counts.error + counts.busy || t('totals.attentionNone')}
        >
          {counts.error > 0 ? (
            <Status group="error">{t('totals.error', { count: counts.error })}</Status>
          ) : null}
          {counts.busy > 0 ? (
            <Status group="busy">{t('totals.busy', { count: counts.busy })}</Status>
          ) : null}
        </Fact>
        <Fact term={t('totals.cost')} value={pricePerHour(perHour, language)}>
          ≈ {pricePerMonth(perHour * monthHours, language)}
        </Fact>
      </dl>
      <p className="border-line text-faint border-t px-4 py-2 text-xs">
        {t('totals.costHint')}
        {partial ? ` ${t('totals.partial')}` : ''}
      </p>
    </section>
  );
}

function Fact({ term, value, children }: { term: string; value: ReactNode; children: ReactNode }) {
  return (
    <div className="px-4 py-3">
      <dt className="text-faint text-xs">{term}</dt>
      <dd className="mt-0.5">
        <span className="tabular block text-xl font-semibold">{value}</span>
        <span className="text-muted flex flex-wrap gap-x-3 text-sm">{children}</span>
      </dd>
    </div>
  );
}
