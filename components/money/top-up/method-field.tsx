'use client';
import { useTranslations } from 'use-intl';
import type { ProblemForm } from '@/components/parts/forms/use-problem-form';
import { RadioCards } from '@/components/ui/radio-cards';
import { rupiah } from '@/lib/format';
import type { Method } from './methods';
import { MethodMark } from './method-mark';
import type { PayValues } from './use-pay-form';

interface Props {
  form: ProblemForm<PayValues>;
  methods: readonly Method[];
  /** Rupiah; null while none is typed. */
  amount: number | null;
}

/** Chooses the way to pay, with its fee. One that takes larger amounts only says so. */
export function MethodField({ form, methods, amount }: Props) {
  const t = useTranslations('top-up');
  const feeWords = (fee: number | null) =>
    fee === null ? t('feeUnknown') : fee === 0 ? t('noFee') : t('fee', { fee: rupiah(fee) });
  return (
    <RadioCards
      // Made anew with the list: the form library would go on reading a button that went away while it was chosen.
      key={methods.map(({ id }) => id).join()}
      legend={t('method')}
      columns={2}
      cards={methods.map(({ id, name, kind, fee, minimum }) => ({
        value: id,
        title: (
          <span className="inline-flex items-center gap-2">
            <MethodMark kind={kind} />
            {name}
          </span>
        ),
        description: t(`kinds.${kind}`),
        aside: feeWords(fee),
        disabledReason:
          minimum !== null && amount !== null && amount < minimum
            ? t('belowMinimum', { min: rupiah(minimum) })
            : null,
      }))}
      {...form.field('method', {
        // It may have been withdrawn, or take only more, since it was chosen: more than `required` could say.
        check: (chosen) => {
          if (!chosen) return 'required';
          const method = methods.find(({ id }) => id === chosen);
          if (!method) return t('refused.method');
          const { minimum } = method;
          return minimum !== null && amount !== null && amount < minimum
            ? t('belowMinimum', { min: rupiah(minimum) })
            : null;
        },
      })}
    />
  );
}
