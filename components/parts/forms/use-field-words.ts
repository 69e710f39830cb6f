'use client';
/** Field errors in words: codes of ours are translated, a backend's own words pass as they are. */
import { useTranslations } from 'use-intl';

/** Gives the words of a code or sentence: `required` → “This is needed.” */
export function useFieldWords(): (code: string) => string {
  const t = useTranslations('problems');
  return (code) => {
    const key = `codes.${code}`;
    if (!/^[a-z_]+$/.test(code)) return code;
    return t.has(key as never) ? t(key as never) : t('codes.invalid');
  };
}
