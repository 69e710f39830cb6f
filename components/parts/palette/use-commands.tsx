'use client';
import { Clock, House, Keyboard, Languages, LogOut, SunMoon, UserRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useScope, useShell } from '@/components/parts/shell/context';
import { usePreferenceGroups } from '@/components/parts/shell/preference-groups';
import { openScopes } from '@/components/parts/shell/scope-rules';
import { useSignOut } from '@/components/parts/shell/use-sign-out';
import { localeNames, locales } from '@/lib/intl/locales';
import { themes } from '@/lib/intl/theme';
import { paths } from '@/lib/paths';
import { usePerson } from '@/lib/query/person';
import type { Entry, Group } from './entry';
import { readRecent } from './recent';
import { useCreations } from './use-creations';

/** Most scopes that are listed before anything is typed. */
const mostPlaces = 6;

/** The pages of all scopes, the current scope first. */
function usePages(): { here: Entry[]; elsewhere: Entry[] } {
  const t = useTranslations('shell');
  const { scopes } = useShell();
  const at = useScope();
  return useMemo(() => {
    const pages = (scope: (typeof scopes)[number]): Entry[] =>
      scope.pages.map(({ id, at: page, icon }) => {
        const href = scope.href + page;
        const place = { detail: scope.label, scope: scope.key };
        return { ...place, id: `page${href}`, label: t(`nav.${id}`), icon, href };
      });
    const others = scopes.filter(({ key }) => key !== at?.key);
    return { here: at ? pages(at) : [], elsewhere: others.flatMap(pages) };
  }, [t, scopes, at]);
}

/** Language, theme, help, sign-out. */
function useSettings(showKeys: () => void): Entry[] {
  const t = useTranslations('palette');
  const { theme } = useShell();
  const { language, look } = usePreferenceGroups(theme);
  const leave = useSignOut();
  const shell = useTranslations('shell');
  const chosen = (items: typeof look.items, id: string) => items.find((item) => item.id === id);
  return [
    ...themes.map((each): Entry => {
      const item = chosen(look.items, each);
      return {
        id: `theme/${each}`,
        label: `${shell('theme')}: ${shell(`themes.${each}`)}`,
        icon: <SunMoon aria-hidden />,
        checked: item?.checked ?? false,
        run: () => item?.onSelect?.(),
      };
    }),
    ...locales.map((each): Entry => {
      const item = chosen(language.items, each);
      return {
        id: `language/${each}`,
        label: `${shell('language')}: ${localeNames[each]}`,
        icon: <Languages aria-hidden />,
        checked: item?.checked ?? false,
        run: () => item?.onSelect?.(),
      };
    }),
    { id: 'keys', label: t('keys.title'), icon: <Keyboard aria-hidden />, run: showKeys },
    {
      id: 'sign-out',
      label: shell('signOut'),
      icon: <LogOut aria-hidden />,
      run: () => void leave(),
    },
  ];
}

/** The entries that need no backend, in groups. `short`: nothing is typed yet. */
export function useCommands(short: boolean, showKeys: () => void): Group[] {
  const t = useTranslations('palette');
  const shell = useTranslations('shell');
  const { scopes } = useShell();
  const { identity } = usePerson();
  const at = useScope();
  const { here, elsewhere } = usePages();
  const make = useCreations();
  const settings = useSettings(showKeys);
  const [recent] = useState(() =>
    readRecent(identity, scopes).map(({ id, label, detail, href, scope }): Entry => {
      return { id: `recent/${id}`, label, detail, href, scope, icon: <Clock aria-hidden /> };
    }),
  );
  const general: Entry[] = [
    {
      id: 'page/',
      label: shell('home'),
      icon: <House aria-hidden />,
      href: paths.home(),
      scope: null,
    },
    {
      id: 'page/account',
      label: shell('account'),
      icon: <UserRound aria-hidden />,
      href: paths.account(),
      scope: null,
    },
  ];
  const places = openScopes(scopes)
    .filter(({ key }) => key !== at?.key)
    .slice(0, mostPlaces)
    .map(({ key, kindIcon: icon, label, href }): Entry => {
      return { id: `page${href}`, label, icon, href, scope: key };
    });
  const place = { id: 'here', label: at?.label ?? t('groups.go'), entries: here };
  if (!short) {
    return [
      { id: 'go', label: t('groups.go'), entries: [...here, ...elsewhere, ...general] },
      { id: 'make', label: t('groups.make'), entries: make },
      { id: 'settings', label: t('groups.settings'), entries: settings },
    ];
  }
  return [
    { id: 'recent', label: t('groups.recent'), entries: recent },
    place,
    { id: 'go', label: t('groups.go'), entries: general },
    { id: 'places', label: shell('places'), entries: places },
    {
      id: 'make',
      label: t('groups.make'),
      entries: make.filter(({ reason, scope }) => !reason && scope).slice(0, 3),
    },
    { id: 'settings', label: t('groups.settings'), entries: settings },
  ];
}
