'use client';
import { useTranslations } from 'use-intl';
import { useFieldWords as useCodeWords } from '@/components/parts/forms/use-field-words';
import type { AllMessages } from '@/lib/intl/namespaces';

type Code = keyof AllMessages['auth']['codes'];

/**
 * Gives the text of a field's error: from these forms' messages, then all forms'; a provider's sentence is
 * unchanged.
 */
export function useFieldWords(): (said: string | undefined) => string | null {
  const t = useTranslations('auth.codes');
  const others = useCodeWords();
  return (said) => {
    if (said === undefined) return null;
    return t.has(said as Code) ? t(said as Code) : others(said);
  };
}
