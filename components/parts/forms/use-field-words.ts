'use client';
/** Field errors in words. Codes of the console are translated; the backend's own words are shown as they are. */
import { useTranslations } from 'use-intl';
import { readFault } from '@/lib/contract/reading/fault';

/** Translates a code, or returns a sentence as it is: `required` → “This is needed.” */
export function useFieldWords(): (code: string) => string {
  const t = useTranslations('problems');
  return (said) => {
    const fault = readFault(said);
    if (!fault) return said;
    const key = `codes.${fault.code}`;
    return t.has(key as never) ? t(key as never, fault.values as never) : t('codes.invalid');
  };
}
