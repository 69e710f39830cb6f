import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { Suspense } from 'react';
import { billsPath } from '@/components/money/dashboards/scope-paths';
import { ForgetBrowser } from '@/components/people/account/forget-browser';
import { KeysPanel } from '@/components/people/account/keys-panel';
import { MemberId } from '@/components/people/account/member-id';
import { Memberships } from '@/components/people/account/memberships';
import { Preferences } from '@/components/people/account/preferences';
import { SignOut } from '@/components/people/account/sign-out';
import { SessionFacts, SignedInAs } from '@/components/people/account/signed-in-as';
import { StartChoice } from '@/components/people/account/start-choice';
import { Messages } from '@/components/parts/shell/messages';
import { sessionScopes } from '@/components/parts/shell/scopes';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { readTheme, themeCookie } from '@/lib/intl/theme';
import { translator } from '@/lib/next/intl';
import { requireSession } from '@/lib/next/session';
import { paths } from '@/lib/paths';
import { MAX_KEYS } from '@/lib/session/accounts';
import { parseCookies } from '@/lib/session/cookies';
import { keyView } from '@/lib/session/key-view';
import { hasStorageKeys } from '@/lib/session/storage-keys';
import { settings } from '@/lib/settings';
import { readStart, startCookie, type StartPage } from '@/lib/start-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('account'))('title') };
}

export default async function AccountPage() {
  const session = await requireSession(paths.account());
  const [t, jar] = await Promise.all([translator('account'), cookies()]);
  const { NUSA_AWANIO_URL, NUSA_AWANIO_LABEL, NUSA_DEWAVPS_URL, NUSA_DEWAVPS_LABEL } = settings();
  const keys = session.accounts.map((account) => keyView(session, account));
  const held = parseCookies((await headers()).get('cookie'));
  const keptKeys = keys.some(({ own }) => !own) || (await hasStorageKeys(held, session.identity));
  return (
    <Messages namespaces={['account']}>
      <PageHeader title={t('title')} />
      <div className="grid gap-4 lg:grid-cols-2">
        <Panel title={t('signedInAs.title')}>
          <SignedInAs session={session} />
        </Panel>
        <Panel title={t('session.title')}>
          <SessionFacts session={session} />
          <SignOut hasLinkedKeys={keptKeys} />
        </Panel>
        {session.awanio ? (
          <>
            <Panel title={t('member.title')}>
              <MemberId session={session} />
            </Panel>
            <Memberships />
          </>
        ) : null}
        {NUSA_DEWAVPS_URL ? (
          <div className="lg:col-span-2">
            <KeysPanel keys={keys} provider={NUSA_DEWAVPS_LABEL} most={MAX_KEYS} />
          </div>
        ) : null}
        {session.awanio === null && NUSA_AWANIO_URL ? (
          <Panel title={t('addAccount.title', { label: NUSA_AWANIO_LABEL })}>
            <p className="mb-3">{t('addAccount.text', { label: NUSA_AWANIO_LABEL })}</p>
            <ButtonLink href={`${paths.signIn({ next: paths.account() })}&reason=link`}>
              {t('addAccount.action', { label: NUSA_AWANIO_LABEL })}
            </ButtonLink>
          </Panel>
        ) : null}
        <Panel title={t('preferences.title')}>
          <Preferences theme={readTheme(jar.get(themeCookie)?.value)}>
            <Suspense fallback={null}>
              <StartPreference start={readStart(jar.get(startCookie)?.value)} />
            </Suspense>
          </Preferences>
        </Panel>
        <Panel title={t('browser.title')}>
          <ForgetBrowser />
        </Panel>
      </div>
    </Messages>
  );
}

/** Offers to begin at the bills, to people who may read some. Others always begin at home. */
async function StartPreference({ start }: { start: StartPage }) {
  const { scopes } = await sessionScopes();
  return billsPath(scopes) === null ? null : <StartChoice start={start} />;
}
