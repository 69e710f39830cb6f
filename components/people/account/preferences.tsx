'use client';
import { useRouter } from 'next/navigation';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { chooseLocale, chooseSingleKeys, chooseTheme } from '@/components/parts/shell/preferences';
import { Switch } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { isLocale, localeNames, locales } from '@/lib/intl/locales';
import { readTheme, themes, type Theme } from '@/lib/intl/theme';
import { singleKeysOn } from '@/lib/single-keys';

/** Calls the listener when the person comes back to this tab, since another tab may have changed a preference. */
function onReturn(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/**
 * Sets language, theme and shortcuts. Each change takes effect at once.
 * @param children further fields, which depend on the person
 */
export function Preferences({ theme, children }: { theme: Theme; children?: ReactNode }) {
  const t = useTranslations('account.preferences');
  const words = useTranslations('shell.themes');
  const locale = useLocale();
  const router = useRouter();
  const [chosen, setChosen] = useState(theme);
  const keys = useSyncExternalStore(onReturn, singleKeysOn, () => true);
  const [, drawAgain] = useState(keys);
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
      {children}
      <Switch
        className="sm:col-span-2"
        label={t('singleKeys')}
        hint={t('singleKeysHint')}
        checked={keys}
        onChange={({ target: { checked } }) => {
          chooseSingleKeys(checked);
          drawAgain(checked);
        }}
      />
    </div>
  );
}
