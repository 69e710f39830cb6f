'use client';
import { useLocale, useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import type { ProblemForm } from '@/components/parts/forms/use-problem-form';
import { TextField } from '@/components/ui/text-field';
import { faultOf } from '@/lib/contract/reading/fault';
import { rupiah } from '@/lib/format';
import { readAmount } from '@/lib/format/read-number';
import type { Locale } from '@/lib/intl/locales';
import type { PayValues } from './use-pay-form';

const presets = [50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000];
const most = 1_000_000_000;

/** The amount that is typed; null where it can't be read. */
export const typedAmount = (text: string, locale: Locale): number | null =>
  readAmount(text, locale).value ?? null;

interface Props {
  form: ProblemForm<PayValues>;
  /** The least amount in rupiah; null if it isn't known. */
  minimum: number | null;
  /** The amount that the page began with, which is a choice, too. */
  first: number | null;
  /** Runs with each amount that can be read: at once for a choice, and for typing after a pause. */
  onAmount: (amount: number | null, at: 'once' | 'typing') => void;
}

/** The amount of a top-up: typed in any usual form, or one of the usual amounts. */
export function AmountField({ form, minimum, first, onAmount }: Props) {
  const t = useTranslations('top-up');
  const locale = useLocale();
  const chosen = typedAmount(form.form.watch('amount'), locale);
  const field = form.field('amount', {
    required: true,
    read: (text) => {
      const { value, fault } = readAmount(text, locale);
      if (value === undefined) return { fault };
      if (value < (minimum ?? 1))
        return { fault: faultOf('too_small_by', { min: rupiah(minimum ?? 1) }) };
      if (value > most) return { fault: faultOf('too_large_by', { max: rupiah(most) }) };
      return { value: String(value) };
    },
  });
  const usual = [...new Set([...(first ? [first] : []), ...presets])]
    .filter((amount) => amount >= (minimum ?? 1))
    .sort((one, other) => one - other);
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={t('amount')}
        hint={minimum === null ? t('amountHintPlain') : t('amountHint', { min: rupiah(minimum) })}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-sm"
        {...field}
        onChange={(event) => {
          void field.onChange(event);
          onAmount(typedAmount(event.target.value, locale), 'typing');
        }}
      />
      <div role="group" aria-label={t('presets')} className="flex flex-wrap gap-2">
        {usual.map((amount) => (
          <button
            key={amount}
            type="button"
            aria-pressed={chosen === amount}
            className={cx(
              'tabular min-h-9 rounded-md border px-3',
              chosen === amount
                ? 'border-accent bg-accent-soft ring-accent ring-1'
                : 'border-edge bg-surface hover:bg-hover',
            )}
            onClick={() => {
              form.set('amount', rupiah(amount));
              onAmount(amount, 'once');
            }}
          >
            {rupiah(amount)}
          </button>
        ))}
      </div>
    </div>
  );
}
