import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { IntlRoot } from '@/lib/intl/provider';
import { readTheme, themeCookie } from '@/lib/intl/theme';
import { locale, sendMessages, translator } from '@/lib/next/intl';
import { settings } from '@/lib/settings';
import './globals.css';

export function generateMetadata(): Metadata {
  const name = settings().NUSA_PROVIDER_NAME;
  return {
    title: { default: name, template: `%s · ${name}` },
    icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' } },
    robots: { index: false, follow: false },
    other: { google: 'notranslate' },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, jar, t] = await Promise.all([locale(), cookies(), translator('shell')]);
  const theme = readTheme(jar.get(themeCookie)?.value);
  return (
    <html
      lang={language}
      translate="no" // a browser's translator removes text nodes that React needs, and the console has both languages
      data-theme={theme === 'system' ? undefined : theme}
      suppressHydrationWarning // the menu may have changed the theme since the server wrote it
    >
      <body>
        <noscript className="block p-4">{t('noScript')}</noscript>
        <IntlRoot
          locale={language}
          src={await sendMessages(['ui', 'shell', 'problems', 'actions'])}
        >
          {children}
        </IntlRoot>
      </body>
    </html>
  );
}
