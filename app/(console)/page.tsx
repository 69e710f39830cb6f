import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DashboardLoading } from '@/components/money/dashboards/dashboard-loading';
import { billsPath, landingPath } from '@/components/money/dashboards/scope-paths';
import { readAhead } from '@/components/money/dashboards/read-account';
import { addressPrice } from '@/components/money/dashboards/read-group';
import { Overview } from '@/components/money/home/overview';
import { openScopes } from '@/components/parts/shell/scope-rules';
import { sessionScopes } from '@/components/parts/shell/scopes';
import { withPages } from '@/components/parts/shell/shown-pages';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { withOutline } from '@/lib/next/with-outline';
import { onlyPlace } from '@/lib/next/key-rights';
import { requireSession, signInUrl } from '@/lib/next/session';
import { paths } from '@/lib/paths';
import { readStart } from '@/lib/start-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('home'))('title') };
}

/** The home page: all accounts of the session. If the person can open only one scope, it leads there. */
async function HomePage({ searchParams }: { searchParams: Promise<{ start?: string }> }) {
  const [session, { start }] = await Promise.all([requireSession(paths.home()), searchParams]);
  const place = onlyPlace(session, readStart(start));
  if (place) redirect(place);
  if (session.awanio) void addressPrice().catch(() => {}); // whatever the scopes are
  const [{ scopes, problem }] = await Promise.all([
    sessionScopes(),
    session.awanio ? readAhead() : null,
  ]);
  if (problem?.code === 'credential_refused') redirect(signInUrl(paths.home(), 'refused'));
  const bills = readStart(start) === 'billing' ? billsPath(scopes) : null;
  if (bills) redirect(bills);
  // Finance has nothing to see in projects, so it lands on its organization.
  const landing = problem === null ? landingPath(openScopes(withPages(scopes))) : null;
  if (landing) redirect(landing);
  const t = await translator('home');
  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} />
      {await Overview({ scopes, problem })}
    </>
  );
}

export default withOutline(DashboardLoading, HomePage);
