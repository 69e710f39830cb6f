'use client';
import { useTranslations } from 'use-intl';
import { rupiah } from '@/lib/format';
import { toldTaxLines } from '@/lib/money/tax-told';

/** What a payment costs, in rupiah; null where the backend hasn't said. */
export interface Sum {
  amount: number | null;
  fee: number | null;
  tax: number | null;
}

/** What is paid in all; null until the fee is known. */
export const totalOfSum = ({ amount, fee, tax }: Sum): number | null =>
  amount === null || fee === null ? null : amount + fee + (tax ?? 0);

/** The lines of a payment: what goes to the balance, fee, tax and total. Needs the messages `top-up`. */
export function SumLines({ sum }: { sum: Sum }) {
  const t = useTranslations('top-up.sum');
  const { amount, fee, tax } = sum;
  const told =
    tax === null || amount === null ? null : toldTaxLines(tax, [amount, amount + (fee ?? 0)]);
  const lines = [
    { term: t('amount'), value: amount },
    { term: t('fee'), value: fee },
    ...(told?.otherBase ? [{ term: t('otherBase'), value: told.otherBase, apart: true }] : []),
    ...(tax === null
      ? []
      : [{ term: told ? t('ppn', { percent: told.percent }) : t('tax'), value: tax }]),
  ];
  return (
    <dl className="flex flex-col gap-1">
      {lines.map(({ term, value, apart }) => (
        <div key={term} className="flex justify-between gap-4">
          <dt className="text-muted min-w-0">{term}</dt>
          <dd className={apart ? 'numeric text-faint' : 'numeric'}>{rupiah(value)}</dd>
        </div>
      ))}
      <div className="border-line mt-1 flex justify-between gap-4 border-t pt-2 font-semibold">
        <dt>{t('total')}</dt>
        <dd className="numeric">{rupiah(totalOfSum(sum))}</dd>
      </div>
    </dl>
  );
}
