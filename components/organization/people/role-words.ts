'use client';
import { useTranslations } from 'use-intl';
import { roleOfLevel } from '@/lib/contract/permissions';

/** Names a `user_level`: “Admin”, or “Level 7” for one that nobody knows. Needs the messages `rights`. */
export function useLevelWords(
  financeLevel: number | null,
): (level: number | null | undefined) => string {
  const t = useTranslations('rights');
  return (level) => {
    if (level === null || level === undefined) return t('noLevel');
    const role = roleOfLevel(level, financeLevel);
    return role === 'guest' ? t('level', { level }) : t(`roles.${role}`);
  };
}
