'use client';
import { useTranslations } from 'use-intl';
import { asciiForm } from '@/lib/contract/reading/names';

/** The hint of a field for a host name; in its place the form in which an international name is sent. */
export function useAsciiHint(typed: string, hint: string): string {
  const t = useTranslations('ui');
  const ascii = asciiForm(typed);
  return ascii === null ? hint : t('asciiName', { ascii });
}
