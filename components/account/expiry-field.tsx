'use client';
import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/text-field';

/** The day that a key ends, as its owner reads it on the provider's page. */
export function ExpiryField(field: {
  name: string;
  error: string | null;
  ref: Ref<HTMLInputElement>;
  /** `YYYY-MM-DD`. */
  defaultValue?: string | undefined;
}) {
  const t = useTranslations('account.keys');
  return (
    <TextField
      {...field}
      type="date"
      label={t('expiresOn')}
      optional={t('optional')}
      hint={t('expiresHint')}
      max="2099-12-31"
      autoComplete="off"
    />
  );
}
