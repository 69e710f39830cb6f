'use client';
import { useTranslations } from 'use-intl';
import type { Problem } from '@/lib/problem';

/** Puts a refusal of the backend that names no field at the field that it is about: a taken name or address, a plan or a version that is gone. */
export function useBlame(): (problem: Problem) => Problem['fields'] {
  const t = useTranslations('clusters');
  return ({ code, backendMessage = '' }): Problem['fields'] => {
    if (code === 'conflict' && /\bnam[ae]\b/i.test(backendMessage)) return { name: [t('taken')] };
    if (code !== 'conflict' && code !== 'not_found') return undefined;
    if (/version|versi/i.test(backendMessage)) return { version: [t('versionGone')] };
    if (/reserved|\bip\b|address|alamat/i.test(backendMessage))
      return { address: [t('addressGone')] };
    if (/pric|plan/i.test(backendMessage)) return { pricing_uuid: [t('planGone')] };
    return undefined;
  };
}
