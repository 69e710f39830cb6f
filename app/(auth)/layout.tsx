import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Wordmark } from '@/components/shell/mark';
import { PreferenceMenus } from '@/components/shell/preference-menus';
import { OutsideLink } from '@/components/ui/outside-link';
import { readTheme, themeCookie } from '@/lib/intl/theme';
import { translator } from '@/lib/next/intl';
import { settings } from '@/lib/settings';

/** The frame of the pages for people who aren't signed in: one narrow column. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const [t, jar] = await Promise.all([translator('shell'), cookies()]);
  const {
    NUSA_PROVIDER_NAME: name,
    NUSA_PORTAL_URL: portal,
    NUSA_SUPPORT_URL: support,
  } = settings();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 items-center justify-between gap-4 px-4">
        <Wordmark name={name} />
        <PreferenceMenus theme={readTheme(jar.get(themeCookie)?.value)} />
      </header>
      <main
        id="content"
        className="mx-auto flex w-full max-w-md grow flex-col justify-center px-4 pt-4 pb-16"
      >
        {children}
      </main>
      {portal || support ? (
        <footer className="text-muted flex justify-center gap-6 p-4 text-sm">
          {portal ? <OutsideLink href={portal}>{t('portal')}</OutsideLink> : null}
          {support ? <OutsideLink href={support}>{t('support')}</OutsideLink> : null}
        </footer>
      ) : null}
    </div>
  );
}
