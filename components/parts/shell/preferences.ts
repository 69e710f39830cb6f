'use client';
/** A person's preferences, kept in cookies. The server reads language and theme, so the first paint is right. */
import { localeCookie, type Locale } from '@/lib/intl/locales';
import { readTheme, themeCookie, type Theme } from '@/lib/intl/theme';
import { singleKeysCookie } from '@/lib/single-keys';
import { startCookie, type StartPage } from '@/lib/start-page';
import { setCookie } from './cookie';

const listeners = new Set<() => void>();

/** The theme that is shown now, for every control that offers it. */
export const themeShown = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: (): Theme => readTheme(document.documentElement.dataset.theme),
};

/** Saves the theme and applies it at once. */
export function chooseTheme(theme: Theme): void {
  setCookie(themeCookie, theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

/** Turns single-character shortcuts on or off, in every open tab. */
export function chooseSingleKeys(on: boolean): void {
  setCookie(singleKeysCookie, on ? 'on' : 'off');
}

/** Saves the language. The caller refreshes the page, since the server writes the texts. */
export function chooseLocale(locale: Locale): void {
  setCookie(localeCookie, locale);
}

/** Saves what is shown after the next sign-in. */
export function chooseStart(page: StartPage): void {
  setCookie(startCookie, page);
}
