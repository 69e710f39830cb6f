import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { ActivityButton } from '@/components/parts/activity/activity-button';
import { LowBalance } from '@/components/money/low-balance/low-balance';
import { ConsoleShell } from '@/components/parts/shell/console-shell';
import { Messages } from '@/components/parts/shell/messages';
import { NoticesButton } from '@/components/parts/shell/notices-button';
import { notice, noticeCookie, provider } from '@/components/parts/shell/provider';
import { sessionScopes } from '@/components/parts/shell/scopes';
import { WhyHost } from '@/components/parts/why/why-host';
import { readTheme, themeCookie } from '@/lib/intl/theme';
import { locale, messagesAddress, translator } from '@/lib/next/intl';
import { onlyPlace } from '@/lib/next/key-rights';
import { currentPath, requireSession } from '@/lib/next/session';
import { paths } from '@/lib/paths';
import { QueryProvider } from '@/lib/query/provider';
import { sessionView } from '@/lib/session/session-api';
import { settings } from '@/lib/settings';
import { ConsolePalette } from './console-palette';
import { ConsoleTransfers } from './console-transfers';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const place = onlyPlace(session);
  // Here, since what stands in this layout waits for the scopes, and an answer's status for what stands in it.
  if (place && (await currentPath()) === paths.home()) redirect(place);
  const [jar, words, actionWords, rights, uploads, t] = await Promise.all([
    cookies(),
    messagesAddress(['palette', 'machines', 'instances']),
    messagesAddress([
      'volumes',
      'addresses',
      'ssh-keys',
      'clusters',
      'bare-metal',
      'organization-volumes',
    ]),
    messagesAddress(['rights']),
    messagesAddress(['transfers', 'object-storage', 'storage-list']),
    translator('shell'),
  ]);
  const view = sessionView(session);
  const byAccount = session.awanio?.provider ? 'provider' : 'awanio';
  const method = session.identity.startsWith('awanio:') ? byAccount : 'dewavps';
  const own = method === 'dewavps' ? session.accounts[0] : undefined;
  const said = notice(await locale());
  const news =
    said && jar.get(noticeCookie)?.value === said.id && said.level !== 'danger' ? null : said;
  return (
    <QueryProvider person={{ identity: session.identity, own: own?.slug ?? null }}>
      <ConsoleShell
        shell={{
          person: session.person,
          theme: readTheme(jar.get(themeCookie)?.value),
          provider: provider(),
          method,
          ownLabel: own?.label ?? null,
          viewing: session.viewAs ? t(`viewAs.refused.${session.viewAs.role}`) : null,
          finance: settings().NUSA_FINANCE_LEVEL !== undefined,
        }}
        scopes={sessionScopes()}
        idleAt={view.signedIn ? view.idleAt : new Date().toISOString()}
        accounts={view.signedIn ? view.accounts : []}
        notice={news}
        view={session.viewAs ?? null}
        tools={
          <>
            <NoticesButton />
            <LowBalance />
            <ConsoleTransfers words={uploads} />
            <ConsolePalette words={words} actionWords={actionWords} />
            <Messages namespaces={['activity']}>
              <ActivityButton />
            </Messages>
            <WhyHost words={rights} />
          </>
        }
      >
        {children}
      </ConsoleShell>
    </QueryProvider>
  );
}
