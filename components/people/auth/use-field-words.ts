'use client';
import { useTranslations } from 'use-intl';
import type { AllMessages } from '@/lib/intl/namespaces';

type Code = keyof AllMessages['auth']['codes'];

/** Words for a field's error: ours for a code, the provider's own sentence as it is. */
export function useFieldWords(): (said: string | undefined) => string | null {
  const t = useTranslations('auth.codes');
  return (said) => {
    if (said === undefined) return null;
    return t.has(said as Code) ? t(said as Code) : said;
  };
}
