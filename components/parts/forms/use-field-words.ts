'use client';
/** Field errors in words: codes of ours are translated, a backend's own words pass as they are. */
import { useTranslations } from 'use-intl';
import { readFault } from '@/lib/contract/reading/fault';

/** Gives the words of a code or sentence: `required` → “This is needed.” */
export function useFieldWords(): (code: string) => string {
  const t = useTranslations('problems');
  return (said) => {
    const fault = readFault(said);
    if (!fault) return said;
    const key = `codes.${fault.code}`;
    return t.has(key as never) ? t(key as never, fault.values as never) : t('codes.invalid');
  };
}
