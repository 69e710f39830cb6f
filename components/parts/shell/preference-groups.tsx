'use client';
import { useRouter } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { MenuGroup } from '@/components/ui/menu-group';
import { localeNames, locales } from '@/lib/intl/locales';
import { themes, type Theme } from '@/lib/intl/theme';
import { chooseLocale, chooseTheme, themeShown } from './preferences';

/** The menu groups of language and theme. `theme` is what the server read. */
export function usePreferenceGroups(theme: Theme): { language: MenuGroup; look: MenuGroup } {
  const t = useTranslations('shell');
  const locale = useLocale();
  const router = useRouter();
  const chosen = useSyncExternalStore(themeShown.subscribe, themeShown.current, () => theme);
  const language = {
    id: 'language',
    label: t('language'),
    items: locales.map((each) => ({
      id: each,
      label: <span lang={each}>{localeNames[each]}</span>,
      checked: each === locale,
      onSelect: () => {
        chooseLocale(each);
        router.refresh();
      },
    })),
  };
  const look = {
    id: 'theme',
    label: t('theme'),
    items: themes.map((each) => ({
      id: each,
      label: t(`themes.${each}`),
      checked: each === chosen,
      onSelect: () => chooseTheme(each),
    })),
  };
  return { language, look };
}
