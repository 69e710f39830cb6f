'use client';
/** What a browser keeps of how the console should be: cookies. Language and theme are read by the server, so the first paint is right. */
import { localeCookie, type Locale } from '@/lib/intl/locales';
import { readTheme, themeCookie, type Theme } from '@/lib/intl/theme';
import { singleKeysCookie } from '@/lib/single-keys';

const year = 365 * 24 * 3600;

function setCookie(name: string, value: string) {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`;
}

const listeners = new Set<() => void>();

/** The theme as it is shown now, for every control that offers it. */
export const themeShown = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: (): Theme => readTheme(document.documentElement.dataset.theme),
};

/** Keeps the choice and shows it at once. */
export function chooseTheme(theme: Theme): void {
  setCookie(themeCookie, theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

/** Turns shortcuts of a single character on or off, in every open tab. */
export function chooseSingleKeys(on: boolean): void {
  setCookie(singleKeysCookie, on ? 'on' : 'off');
}

/** Remembers that this notice was put away. */
export function rememberNotice(id: string): void {
  setCookie('nusa.notice', id);
}

/** Keeps the choice; the caller refreshes the page, since the server writes the words. */
export function chooseLocale(locale: Locale): void {
  setCookie(localeCookie, locale);
}
