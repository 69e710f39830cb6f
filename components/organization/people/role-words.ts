'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { roleOfLevel } from '@/lib/contract/permissions';

/** Gives the name of a `user_level`, memoized: “Admin”, or “Level 7” for one that nobody knows. Needs the messages `rights`. */
export function useLevelWords(
  financeLevel: number | null,
): (level: number | null | undefined) => string {
  const t = useTranslations('rights');
  return useCallback(
    (level) => {
      if (level === null || level === undefined) return t('noLevel');
      const role = roleOfLevel(level, financeLevel);
      return role === 'guest' ? t('level', { level }) : t(`roles.${role}`);
    },
    [t, financeLevel],
  );
}
