import type { ReactNode } from 'react';
import { PageLink } from '@/components/ui/page-link';
import { SkipLink } from '@/components/ui/skip-link';
import { Toaster } from '@/components/ui/toast';
import { buildId } from '@/lib/build-id';
import { serverNow } from '@/lib/clock';
import { translator } from '@/lib/next/intl';
import type { ViewAs } from '@/lib/contract/view-as';
import { paths } from '@/lib/paths';
import type { SessionView } from '@/lib/session/session';
import { Beside } from './beside';
import { ShellProvider, type Shell } from './context';
import { Dock } from './dock';
import { ServerFacts } from './server-facts';
import { LinkRouter } from './link-router';
import { Logo } from './logo';
import { NavDrawer } from './nav-drawer';
import { Navigation } from './navigation';
import { NoticeLine } from './notice-line';
import type { Notice, Provider } from './provider';
import { ProviderFooter } from './provider-footer';
import { ScopeSwitcher } from './scope-switcher';
import { openScopes } from './scope-rules';
import type { Scopes } from './scopes';
import { SessionDialog } from './session-dialog';
import { withPages } from './shown-pages';
import { RefreshAfter } from './refresh-after';
import { TroubleBanner } from './trouble-banner';
import { UserMenu } from './user-menu';
import { ViewBar } from './view-bar';

export interface ConsoleShellProps {
  shell: Omit<Shell, 'scopes'>;
  /** Not awaited here, so that the page inside begins to read before the scopes are known. */
  scopes: Promise<Scopes>;
  /** When the session ends without input, ISO 8601. */
  idleAt: string;
  /** The DewaVPS accounts of the session, with the marks of their keys. */
  accounts: Extract<SessionView, { signedIn: true }>['accounts'];
  /** The operator's notice, shown on every page. */
  notice: Notice | null;
  /** What the person views the console as; null if they see it as they are. */
  view: ViewAs | null;
  /** What stands in the bar and comes from above the shell: notices, uploads, the palette, the activity panel. */
  tools: ReactNode;
  children: ReactNode;
}

/** The frame of every page: bar, navigation, content, and the session watcher. */
export async function ConsoleShell({
  shell,
  scopes,
  idleAt,
  accounts,
  notice,
  view,
  tools,
  children,
}: ConsoleShellProps) {
  const shown = scopes.then((all) => withPages(all.scopes));
  const t = await translator('shell');
  return (
    <ShellProvider shell={shell} scopes={shown}>
      <ServerFacts at={serverNow()} build={buildId()} />
      <SkipLink label={t('skip')} />
      <div className="flex min-h-dvh flex-col">
        <header
          data-screen=""
          className="border-line bg-surface sticky top-0 z-30 flex h-12 items-center gap-1 border-b px-2 md:px-4"
        >
          <NavDrawer />
          <PageLink
            href={paths.home()}
            aria-label={t('homeOf', { name: shell.provider.name })}
            className="mr-2 flex min-w-0 items-center rounded px-1 py-1"
          >
            <HomeMark provider={shell.provider} scopes={shown} />
          </PageLink>
          <ScopeSwitcher />
          <div className="ml-auto flex items-center gap-1">
            {tools}
            <UserMenu />
          </div>
        </header>
        {notice ? (
          <NoticeLine
            notice={notice}
            label={t('notice')}
            more={t('noticeMore')}
            dismiss={t('noticeDismiss')}
          />
        ) : null}
        <div className="flex grow">
          <aside className="border-line bg-surface hidden w-52 shrink-0 border-r md:block">
            <div className="sticky top-12 max-h-[calc(100dvh-3rem)] overflow-y-auto">
              <Navigation />
            </div>
          </aside>
          <div className="mx-auto flex w-full max-w-[90rem] min-w-0 grow flex-col px-4 md:px-6">
            {/* On a phone the footer stands below the first screen, so that what loads later doesn't move it in sight. */}
            <main id="content" tabIndex={-1} className="min-w-0 grow py-4 max-md:min-h-dvh">
              {children}
            </main>
            <ProviderFooter provider={shell.provider} className="pt-4 pb-3" />
          </div>
        </div>
        <Dock>
          <Trouble scopes={scopes} />
          {view ? <ViewBar view={view} scopes={scopes} /> : null}
        </Dock>
      </div>
      <LinkRouter />
      <Beside accounts={accounts} idleAt={idleAt} />
      <SessionDialog />
      <Toaster />
    </ShellProvider>
  );
}

async function HomeMark({
  provider,
  scopes,
}: {
  provider: Provider;
  scopes: Promise<Shell['scopes']>;
}) {
  const compact = openScopes(await scopes).length > 1;
  return <Logo name={provider.name} logo={provider.logo} compact={compact} />;
}

/** The trouble banner, which also says if the list of scopes is incomplete. */
async function Trouble({ scopes }: { scopes: Promise<Scopes> }) {
  const { problem } = await scopes;
  return (
    <>
      <TroubleBanner problem={problem !== null} />
      <RefreshAfter problem={problem} />
    </>
  );
}
