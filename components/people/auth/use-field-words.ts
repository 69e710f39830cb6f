'use client';
import { useTranslations } from 'use-intl';
import { useFieldWords as useCodeWords } from '@/components/parts/forms/use-field-words';
import type { AllMessages } from '@/lib/intl/namespaces';

type Code = keyof AllMessages['auth']['codes'];

/** Words for a field's error: those of these forms, else of all forms; the provider's own sentence as it is. */
export function useFieldWords(): (said: string | undefined) => string | null {
  const t = useTranslations('auth.codes');
  const others = useCodeWords();
  return (said) => {
    if (said === undefined) return null;
    return t.has(said as Code) ? t(said as Code) : others(said);
  };
}
