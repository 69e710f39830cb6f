/** The console's languages and how one is chosen. Browser-safe. */
export const locales = ['en', 'id'] as const;
export type Locale = (typeof locales)[number];
const defaultLocale: Locale = 'en';
/** The cookie with the person's choice. */
export const localeCookie = 'nusa.locale';

/** Each language's own name, for the switcher. */
export const localeNames: Record<Locale, string> = { en: 'English', id: 'Bahasa Indonesia' };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/**
 * The language of a request: the cookie's, else the best of `Accept-Language`, else English.
 * `in` is the old code of Indonesian (ISO 639 before 1989), which some browsers still send.
 */
export function negotiateLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((each) => each.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    if (language === 'in') return 'id';
    if (isLocale(language)) return language;
  }
  return defaultLocale;
}
