import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Logo } from '@/components/parts/shell/logo';
import { NoticeLine } from '@/components/parts/shell/notice-line';
import { PreferenceMenus } from '@/components/parts/shell/preference-menus';
import { notice, provider } from '@/components/parts/shell/provider';
import { ProviderFooter } from '@/components/parts/shell/provider-footer';
import { readTheme, themeCookie } from '@/lib/intl/theme';
import { locale, translator } from '@/lib/next/intl';

/** The frame of the pages for people who aren't signed in: a narrow column. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const [t, jar] = await Promise.all([translator('shell'), cookies()]);
  const own = provider();
  const said = notice(await locale());
  return (
    <div className="flex min-h-dvh flex-col">
      {said ? <NoticeLine notice={said} label={t('notice')} more={t('noticeMore')} /> : null}
      <header className="flex h-14 items-center justify-between gap-4 px-4">
        <Logo name={own.name} logo={own.logo} />
        <PreferenceMenus theme={readTheme(jar.get(themeCookie)?.value)} />
      </header>
      <main
        id="content"
        className="mx-auto flex w-full max-w-md grow flex-col justify-center px-4 pt-4 pb-16"
      >
        {children}
      </main>
      <ProviderFooter provider={own} className="flex justify-center p-4" />
    </div>
  );
}
