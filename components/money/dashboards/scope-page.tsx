import { Plus, WalletCards, TriangleAlert } from 'lucide-react';
import { notFound, redirect } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { scopesFor, type Scope } from '@/components/parts/shell/scopes';
import { ViewAsMenu } from '@/components/parts/shell/view-as-menu';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { pageParams } from '@/lib/next/params';
import { titleOf } from '@/lib/next/title';
import { withOutline } from '@/lib/next/with-outline';
import { currentSession, signInUrl } from '@/lib/next/session';
import { isOwnAccount } from '@/lib/session/session';
import { Dashboard } from './dashboard';
import { DashboardLoading } from './dashboard-loading';
import { loadOverviews, type LoadedOverviews } from './load';
import { coveredBy } from './organization-rate';
import { overviewPath, topUpPath } from './scope-paths';
import { beginAccount } from './read-account';
import { addressPrice } from './read-group';
import { beginInvoices, beginReports } from './read-spending';
import { ScopesProblem } from './scopes-problem';
import { dashboardWords } from './words';
import { TextLink } from '@/components/ui/text-link';
import { exact } from '@/lib/format';
import { paths } from '@/lib/paths';
import { expiryOf } from '@/lib/session/expiry';

/** Redirects to sign-in if the backend now refuses the token or key that the person signed in with. */
async function signInAgain(scope: Scope, { overviews }: LoadedOverviews): Promise<void> {
  const refused = overviews.some(({ scope: { key }, holdings, money }) => {
    const { machines } = holdings;
    const problem = machines.kind === 'problem' ? machines.problem : money?.problem;
    return key === scope.key && problem?.code === 'credential_refused';
  });
  if (!refused) return;
  const session = await currentSession();
  const account =
    scope.kind === 'account' ? session?.accounts.find(({ slug }) => slug === scope.account) : null;
  if (session && account && !isOwnAccount(session, account)) return;
  redirect(signInUrl(overviewPath(scope), 'refused'));
}

export async function generateMetadata({ params }: { params: Promise<Params> }) {
  const key = keyOf(await pageParams(params));
  const [{ scopes }, { t }] = await Promise.all([scopesFor(key), dashboardWords()]);
  return titleOf(scopes.find((scope) => scope.key === key)?.label, t('title'));
}

/** The path parameters of an organization, a project or a VPS account. */
type Params = { org: string; project?: string } | { account: string };

function keyOf(params: Params): string {
  if ('account' in params) return `vps/${params.account}`;
  return params.project === undefined ? `o/${params.org}` : `p/${params.project}`;
}

/** Begins to read an account of this session, before it is known what its key may see. @param account its slug */
async function beginOwn(account: string): Promise<void> {
  const session = await currentSession();
  if (!session?.accounts.some(({ slug }) => slug === account)) return;
  for (const begin of [beginAccount, beginReports]) void begin(account).catch(() => {});
}

async function OverviewPage({ params }: { params: Promise<Params> }) {
  const names = await pageParams(params);
  const scopeKey = keyOf(names);
  if ('account' in names) await beginOwn(names.account);
  else void addressPrice().catch(() => {}); // whatever the scopes are
  const [{ scopes, problem }, { t }] = await Promise.all([scopesFor(scopeKey), dashboardWords()]);
  const scope = scopes.find(({ key }) => key === scopeKey);
  if (!scope) {
    if (!problem) notFound();
    if (problem.code === 'credential_refused') redirect(signInUrl('/', 'refused'));
    return <ScopesProblem problem={problem} />;
  }
  if (scope.kind !== 'account') void beginInvoices(scope).catch(() => {}); // its panel tells what went wrong
  const loaded = await loadOverviews(coveredBy(scope, scopes));
  await signInAgain(scope, loaded);
  const [own] = loaded.overviews;
  const topUp = topUpPath(scope);
  return (
    <>
      <Breadcrumbs trail={[{ label: t('title') }]} />
      <PageHeader
        title={scope.label}
        description={t(`kinds.${scope.kind}`)}
        actions={
          <>
            <ViewAsMenu />
            {own?.money && topUp !== null ? (
              <ButtonLink href={topUp} icon={<WalletCards aria-hidden />}>
                {t('topUp')}
              </ButtonLink>
            ) : null}
            {own?.create ? (
              <ButtonLink variant="primary" href={own.create} icon={<Plus aria-hidden />}>
                {t('create')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {scope.kind === 'account' ? <KeyEnd account={scope.account} /> : null}
      <Dashboard loaded={loaded} spending={scope} />
    </>
  );
}

/** The overview of one organization, project or VPS account. */
export const ScopePage = withOutline(DashboardLoading, OverviewPage);

/**
 * Warns if the key of an account expires soon or has expired, by the date its owner noted.
 * @param account its slug
 */
async function KeyEnd({ account }: { account: string }) {
  const [session, { t, language }] = await Promise.all([currentSession(), dashboardWords()]);
  const expiry = expiryOf(session?.accounts.find(({ slug }) => slug === account)?.expires);
  if (!expiry || expiry.state === 'later') return null;
  const date = exact(`${expiry.date}T00:00:00+07:00`, language, 420, 'date');
  return (
    <p className="mb-4 flex flex-wrap items-start gap-x-3 gap-y-1 text-sm">
      <span className="text-warn flex items-start gap-1.5">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {expiry.state === 'past'
          ? t('keyExpiry.past', { date })
          : t('keyExpiry.soon', { date, days: expiry.days })}
      </span>
      <TextLink href={paths.account()}>{t('keyExpiry.link')}</TextLink>
    </p>
  );
}
