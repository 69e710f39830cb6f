'use client';
/** Field errors in words. Codes of the console are translated; the backend's own words are shown as they are. */
import { useTranslations } from 'use-intl';

/** Translates a code, or returns a sentence as it is: `required` → “This is needed.” */
export function useFieldWords(): (code: string) => string {
  const t = useTranslations('problems');
  return (code) => {
    const key = `codes.${code}`;
    if (!/^[a-z_]+$/.test(code)) return code;
    return t.has(key as never) ? t(key as never) : t('codes.invalid');
  };
}
