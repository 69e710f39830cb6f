'use client';
import { Languages, SunMoon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Menu, type MenuGroup } from '@/components/ui/menu';
import { localeNames, locales } from '@/lib/intl/locales';
import { themes, type Theme } from '@/lib/intl/theme';
import { chooseLocale, chooseTheme, themeShown } from './preferences';

/** The menu groups of language and theme, for any menu. `theme` is what the server read. */
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

/** Language and theme for pages without the user menu: sign-in. */
export function PreferenceMenus({ theme }: { theme: Theme }) {
  const t = useTranslations('shell');
  const { language, look } = usePreferenceGroups(theme);
  return (
    <div className="flex gap-1">
      <Menu
        variant="quiet"
        align="end"
        label={t('language')}
        trigger={<Languages aria-hidden />}
        groups={[language]}
      />
      <Menu
        variant="quiet"
        align="end"
        label={t('theme')}
        trigger={<SunMoon aria-hidden />}
        groups={[look]}
      />
    </div>
  );
}
