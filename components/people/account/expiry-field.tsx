'use client';
import { useTranslations } from 'use-intl';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { TextField } from '@/components/ui/text-field';

/** The day that a key ends, as its owner reads it on the provider's page: `YYYY-MM-DD`, or nothing. */
export function ExpiryField(field: FieldProps) {
  const t = useTranslations('account.keys');
  return (
    <TextField
      type="date"
      label={t('expiresOn')}
      optional={t('optional')}
      hint={t('expiresHint')}
      max="2099-12-31"
      autoComplete="off"
      {...field}
    />
  );
}
