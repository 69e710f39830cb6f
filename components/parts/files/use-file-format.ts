'use client';
import { useLocale } from 'use-intl';
import { useMaybePerson } from '@/lib/query/person';
import { fileFormatOf, type FileFormat } from './file-format';

/**
 * Gives a function that reads the format when a file is saved, since the person may have changed it in
 * another list.
 */
export function useFileFormat(): () => FileFormat {
  const identity = useMaybePerson()?.identity ?? null;
  const locale = useLocale();
  return () => fileFormatOf(identity, locale);
}
