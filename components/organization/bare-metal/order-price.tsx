'use client';
import { useTranslations } from 'use-intl';
import { rupiah } from '@/lib/format';
import { monthHours } from '@/lib/pricing';
import { OrganizationBalance } from '../balance/organization-balance';
import type { MetalValues } from './order-values';
import { dueAtOnce, savingOf, type Package } from './packages';

interface PriceProps {
  values: MetalValues;
  chosen: Package | undefined;
  /** Rupiah an hour of an external address; null if it isn't known. */
  addressPrice: number | null;
}

/** Says what is paid at once, what it saves, and what is left of the balance. */
export function OrderPrice({
  values: { period, count, external },
  chosen,
  addressPrice,
}: PriceProps) {
  const t = useTranslations('bare-metal.order');
  const address =
    external === 'none' ? 0 : addressPrice === null ? null : addressPrice * monthHours;
  const due = dueAtOnce(chosen, period, count, address);
  const saving = chosen ? savingOf(chosen, period) : null;
  return (
    <section
      aria-label={t('price')}
      className="border-line bg-surface flex w-full flex-col gap-3 rounded-md border p-4"
    >
      <h2 className="text-base">{t('price')}</h2>
      <p className="text-muted text-sm">
        {chosen
          ? t('line', {
              count: count > 0 ? count : 0,
              name: chosen.name,
              period: t(`periods.${period}`),
            })
          : t('noneChosen')}
      </p>
      <p className="tabular text-xl font-semibold" aria-live="polite">
        {due === null ? t('unknown') : rupiah(due)}
      </p>
      {saving && due !== null ? (
        <p className="text-sm">
          {t('saves', { percent: saving.percent, amount: rupiah(saving.rupiah * count) })}
        </p>
      ) : null}
      <p className="text-faint text-sm">{t('renewed')}</p>
      {due === null ? null : <OrganizationBalance added={0} paid={due} />}
    </section>
  );
}
