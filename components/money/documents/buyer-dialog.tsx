'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { buyerLimits, buyerOf } from '@/lib/money/buyer';
import { readTaxNumber, taxNumberWords } from '@/lib/money/tax-number';
import type { Buyer } from './buyer';

/** Asks for the buyer's data, which this browser alone keeps. Needs the messages `documents`. */
export function BuyerDialog({
  buyer,
  suggested,
  keep,
  onClose,
}: {
  /** What is kept already. */
  buyer: Buyer | null;
  /** The name to begin with. */
  suggested: string;
  /** Keeps it; null removes it. @returns whether the browser kept it */
  keep: (buyer: Buyer | null) => boolean;
  onClose: () => void;
}) {
  const t = useTranslations('documents.details');
  const save = (next: Buyer | null, title: string) => {
    const kept = keep(next);
    toast(kept ? { tone: 'good', title } : { tone: 'danger', title: t('failed') });
    onClose();
  };
  const form = useProblemForm({
    defaults: {
      name: buyer?.name ?? suggested,
      address: buyer?.address ?? '',
      taxNumber: buyer?.taxNumber ? taxNumberWords(buyer.taxNumber) : '',
    },
    submit: (values) => {
      const read = buyerOf(values);
      if (read) save(read, t('saved'));
      return Promise.resolve();
    },
  });
  const optional = useTranslations('documents')('optional');
  return (
    <FormDialog {...{ form, onClose }} title={t('title')} submit={t('save')}>
      <p className="text-muted">{t('text')}</p>
      <TextField
        label={t('name')}
        autoComplete="organization"
        maxLength={buyerLimits.name}
        {...form.field('name', {
          required: true,
          check: (value) => (value.trim() === '' ? 'required' : null),
        })}
      />
      <TextArea
        label={t('address')}
        optional={optional}
        rows={3}
        maxLength={buyerLimits.address}
        {...form.field('address')}
      />
      <TextField
        label={t('taxNumber')}
        optional={optional}
        hint={t('taxHint')}
        autoComplete="off"
        inputMode="numeric"
        maxLength={buyerLimits.taxNumber}
        {...form.field('taxNumber', {
          check: (value) =>
            value.trim() === '' || readTaxNumber(value) ? null : 'tax_number_invalid',
        })}
      />
      {buyer ? (
        <p>
          <Button size="sm" onClick={() => save(null, t('removed'))}>
            {t('remove')}
          </Button>
        </p>
      ) : null}
    </FormDialog>
  );
}
