'use client';
/** Language and theme: cookies that the server reads, so the first paint is right. */
import { localeCookie, type Locale } from '@/lib/intl/locales';
import { readTheme, themeCookie, type Theme } from '@/lib/intl/theme';

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

/** Remembers that this notice was put away. */
export function rememberNotice(id: string): void {
  setCookie('nusa.notice', id);
}

/** Keeps the choice; the caller refreshes the page, since the server writes the words. */
export function chooseLocale(locale: Locale): void {
  setCookie(localeCookie, locale);
}
