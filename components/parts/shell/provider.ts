/** The provider as the operator sets it: name, logo, links, and the notice on every page. Server only. */
import { createHash } from 'node:crypto';
import type { Locale } from '@/lib/intl/locales';
import { settings, type Settings } from '@/lib/settings';

/** Links of the provider; their labels are `shell.<id>`. */
export const providerLinks = ['portal', 'status', 'support', 'terms', 'privacy'] as const;
export type ProviderLink = (typeof providerLinks)[number];

/** The provider; a link is null if the operator sets none. */
export type Provider = {
  name: string;
  /** URL of the logo that replaces symbol and name. */
  logo: string | null;
} & Record<ProviderLink, string | null>;

/** Reads the provider from the settings. */
export function provider(): Provider {
  const read = settings();
  return {
    name: read.NUSA_PROVIDER_NAME,
    logo: read.NUSA_LOGO_URL ?? null,
    portal: read.NUSA_PORTAL_URL ?? null,
    status: read.NUSA_STATUS_URL ?? null,
    support: read.NUSA_SUPPORT_URL ?? null,
    terms: read.NUSA_TERMS_URL ?? null,
    privacy: read.NUSA_PRIVACY_URL ?? null,
  };
}

/** The operator's notice in one language. */
export interface Notice {
  /** Changes with the text, so that a new notice is shown again. */
  id: string;
  text: string;
  level: Settings['NUSA_NOTICE_LEVEL'];
  href: string | null;
}

/** The notice in the reader's language, or in the other one; null if there is none or it has ended. */
export function notice(locale: Locale, now = Date.now()): Notice | null {
  const read = settings();
  const texts = { en: read.NUSA_NOTICE_EN, id: read.NUSA_NOTICE_ID };
  const text = texts[locale] ?? texts.en ?? texts.id;
  const { NUSA_NOTICE_UNTIL: until, NUSA_NOTICE_LEVEL: level, NUSA_NOTICE_URL: href } = read;
  if (!text || (until && Date.parse(until) <= now)) return null;
  const whole = JSON.stringify([texts.en, texts.id, level, href]);
  const id = createHash('sha256').update(whole).digest('hex').slice(0, 12);
  return { id, text, level, href: href ?? null };
}

/** The cookie with the id of the last dismissed notice. The server reads it, so nothing jumps. */
export const noticeCookie = 'nusa.notice';
