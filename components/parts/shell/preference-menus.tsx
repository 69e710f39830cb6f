'use client';
import { Languages, SunMoon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Menu } from '@/components/ui/menu';
import type { Theme } from '@/lib/intl/theme';
import { usePreferenceGroups } from './preference-groups';

/** Language and theme for pages without the user menu: sign-in. */
export function PreferenceMenus({ theme }: { theme: Theme }) {
  const t = useTranslations('shell');
  const { language, look } = usePreferenceGroups(theme);
  return (
    <div className="flex gap-1">
      <Menu
        variant="quiet"
        align="end"
        tip
        label={t('language')}
        trigger={<Languages aria-hidden />}
        groups={[language]}
      />
      <Menu
        variant="quiet"
        align="end"
        tip
        label={t('theme')}
        trigger={<SunMoon aria-hidden />}
        groups={[look]}
      />
    </div>
  );
}
