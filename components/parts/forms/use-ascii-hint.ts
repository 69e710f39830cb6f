'use client';
import { useTranslations } from 'use-intl';
import { asciiForm } from '@/lib/contract/reading/names';

/** Gives the hint of a host name's field. For an international name it is the ASCII form that is sent. */
export function useAsciiHint(typed: string, hint: string): string {
  const t = useTranslations('ui');
  const ascii = asciiForm(typed);
  return ascii === null ? hint : t('asciiName', { ascii });
}
