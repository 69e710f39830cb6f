import { Server } from 'lucide-react';
import { redirect } from 'next/navigation';
import { Dashboard } from '@/components/money/dashboards/dashboard';
import { loadOverviews } from '@/components/money/dashboards/load';
import type { ScopeOverview } from '@/components/money/dashboards/scope-overview';
import { ScopesProblem } from '@/components/money/dashboards/scopes-problem';
import type { Scope } from '@/components/parts/shell/scopes';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { translator } from '@/lib/next/intl';
import { requireSession, signInUrl } from '@/lib/next/session';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { isOwnAccount, type Session } from '@/lib/session/session';

/** Whether the provider now refuses the key that the person signed in with, so that they must sign in again. */
function ownKeyRefused(session: Session, overviews: readonly ScopeOverview[]): boolean {
  return overviews.some(({ scope, holdings: { machines } }) => {
    if (scope.kind !== 'account' || machines.kind !== 'problem') return false;
    const account = session.accounts.find(({ slug }) => slug === scope.account);
    const own = account !== undefined && isOwnAccount(session, account);
    return own && machines.problem.code === 'credential_refused';
  });
}

interface OverviewProps {
  scopes: readonly Scope[];
  /** Why some scopes couldn't be listed. */
  problem: Problem | null;
}

/** The home page: all accounts of a person. */
export async function Overview({ scopes, problem }: OverviewProps) {
  const [session, loaded] = await Promise.all([
    requireSession(paths.home()),
    loadOverviews(scopes),
  ]);
  if (ownKeyRefused(session, loaded.overviews)) redirect(signInUrl(paths.home(), 'refused'));
  if (scopes.length === 0 && problem === null) return <NoAccounts session={session} />;
  return (
    <>
      {problem ? (
        <div className="mb-4">
          <ScopesProblem problem={problem} />
        </div>
      ) : null}
      {scopes.length > 0 ? <Dashboard loaded={loaded} /> : null}
    </>
  );
}

async function NoAccounts({ session }: { session: Session }) {
  const t = await translator('home');
  return (
    <EmptyState
      icon={<Server aria-hidden />}
      title={t('noPlaces.title')}
      actions={
        <>
          {session.awanio ? (
            <ButtonLink variant="primary" href={paths.newOrganization()}>
              {t('noPlaces.create')}
            </ButtonLink>
          ) : null}
          <ButtonLink href={paths.account()}>{t('noPlaces.link')}</ButtonLink>
        </>
      }
    >
      {t('noPlaces.text')}
    </EmptyState>
  );
}
