'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { chooseLocale, chooseTheme } from '@/components/shell/preferences';
import { Select } from '@/components/ui/select';
import { isLocale, localeNames, locales } from '@/lib/intl/locales';
import { readTheme, themes, type Theme } from '@/lib/intl/theme';

/** Language and theme; both take effect at once. */
export function Preferences({ theme }: { theme: Theme }) {
  const t = useTranslations('account.preferences');
  const words = useTranslations('shell.themes');
  const locale = useLocale();
  const router = useRouter();
  const [chosen, setChosen] = useState(theme);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t('language')}
        value={locale}
        onChange={(event) => {
          if (!isLocale(event.target.value)) return;
          chooseLocale(event.target.value);
          router.refresh();
        }}
      >
        {locales.map((each) => (
          <option key={each} value={each} lang={each}>
            {localeNames[each]}
          </option>
        ))}
      </Select>
      <Select
        label={t('theme')}
        value={chosen}
        onChange={(event) => {
          const next = readTheme(event.target.value);
          chooseTheme(next);
          setChosen(next);
        }}
      >
        {themes.map((each) => (
          <option key={each} value={each}>
            {words(each)}
          </option>
        ))}
      </Select>
    </div>
  );
}
