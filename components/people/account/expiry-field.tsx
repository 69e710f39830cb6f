'use client';
import { useTranslations } from 'use-intl';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { TextField } from '@/components/ui/text-field';

/** Asks for the expiry date of a key, which its owner finds on the provider's page: `YYYY-MM-DD` or empty. */
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
