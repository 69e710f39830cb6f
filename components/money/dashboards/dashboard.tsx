import { Server } from 'lucide-react';
import { KubeconfigWarnings } from '@/components/organization/clusters/kubeconfig-notices';
import type { Scope } from '@/components/parts/shell/scopes';
import { Messages } from '@/components/parts/shell/messages';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { Skeleton } from '@/components/ui/skeleton';
import { ContentOrOutline } from '@/lib/next/with-outline';
import { AttentionPanel } from './attention-panel';
import { CostsPanel } from './costs-panel';
import { countOf } from './holdings';
import { IdlePanel } from './idle-panel';
import { KeepFresh } from './keep-fresh';
import type { LoadedOverviews } from './load';
import type { Machine } from './machine';
import { Missing } from './missing';
import type { ScopeOverview } from './scope-overview';
import { ScopesTable } from './scopes-table';
import { isKeyRefused } from './read-account';
import { RecentTable } from './recent-table';
import { SpendingPanel } from './spending-panel';
import { Summary } from './summary';
import { totalsOf } from './summary-numbers';
import { dashboardWords } from './words';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

/** How many links to create a first machine are shown. */
const mostOffers = 3;

interface DashboardProps {
  loaded: LoadedOverviews;
  spending?: Scope;
}

/**
 * The content of every dashboard: what needs doing, then money, then machines; accounts, costs, unused things and spending are
 * folded below, each with its figure. Each part is left out if it has nothing for this person.
 * @param loaded the overviews; the first is the page's own, the others are its projects (on the home page, all
 * are equal)
 * @param spending the overview whose reports or invoices are shown
 */
export async function Dashboard({ loaded: { overviews, at, calls }, spending }: DashboardProps) {
  const totals = totalsOf(overviews);
  const { machines } = totals;
  const several = overviews.length > 1;
  const money = overviews.some(({ seesMoney }) => seesMoney);
  const spends = spending ? overviews.find(({ scope }) => scope.key === spending.key) : undefined;
  return (
    <Messages namespaces={['home', 'charts', 'kubeconfigs']}>
      <div className="flex flex-col gap-4">
        <AttentionPanel overviews={overviews} wallets={totals.wallets} />
        <Summary overviews={overviews} totals={totals} at={at}>
          <KeepFresh at={at} work={workOf(machines)} calls={calls} />
        </Summary>
        <Missing overviews={overviews} />
        {spending?.kind === 'account' ? null : (
          <KubeconfigWarnings place={spending?.group ?? null} whole />
        )}
        {spending ? null : <ScopesTable overviews={overviews} wallets={totals.wallets} />}
        <MoneyOnly overviews={overviews} />
        {isEmpty(overviews) ? <NoMachine overviews={overviews} /> : null}
        {machines.length > 0 ? (
          <RecentTable machines={machines} several={several} money={money} />
        ) : null}
        {several && spending ? (
          <ScopesTable overviews={overviews} wallets={totals.wallets} folded />
        ) : null}
        {money ? <CostsPanel overviews={overviews} totals={totals} /> : null}
        <IdlePanel overviews={overviews} />
        {spends && !isKeyRefused(spends.holdings.machines) ? (
          <ContentOrOutline outline={<SpendingSkeleton />}>
            {SpendingPanel({ overview: spends })}
          </ContentOrOutline>
        ) : null}
      </div>
    </Messages>
  );
}

/** Names what is under way, with its state: another text where something has changed. */
const workOf = (machines: readonly Machine[]): string =>
  machines
    .filter(({ group }) => group === 'busy')
    .map(({ id, status }) => `${id} ${status}`)
    .join('\n');

/** Whether all was seen and there is nothing. */
function isEmpty(overviews: readonly ScopeOverview[]): boolean {
  const seen = overviews.filter(({ holdings }) => holdings.machines.kind !== 'hidden');
  const nothing = ({ holdings }: ScopeOverview) =>
    holdings.machines.kind === 'known' && countOf(holdings) === 0;
  return seen.length > 0 && seen.every(nothing);
}

/** Says why the page shows only money. For a single account, names everything that its key may not read. */
async function MoneyOnly({ overviews }: { overviews: readonly ScopeOverview[] }) {
  const { t } = await dashboardWords();
  const [only] = overviews;
  if (overviews.length === 1 && only?.scope.kind === 'account')
    return <HiddenByKey overview={only} />;
  if (
    overviews.length === 0 ||
    overviews.some(({ holdings }) => holdings.machines.kind !== 'hidden')
  )
    return null;
  return <p className="text-muted text-sm">{t('moneyOnly')}</p>;
}

async function NoMachine({ overviews }: { overviews: readonly ScopeOverview[] }) {
  const { t } = await dashboardWords();
  const offers = overviews.filter(({ create }) => create !== null).slice(0, mostOffers);
  return (
    <EmptyState
      framed
      icon={<Server aria-hidden />}
      title={t('empty.title')}
      actions={offers.map(({ scope, create }, index) => (
        <ButtonLink
          key={scope.key}
          href={create ?? scope.href}
          variant={index === 0 ? 'primary' : 'secondary'}
        >
          {overviews.length > 1 ? t('empty.actionIn', { place: scope.label }) : t('empty.action')}
        </ButtonLink>
      ))}
    >
      {offers.length > 0 ? t('empty.text') : t('empty.ask')}
    </EmptyState>
  );
}

async function SpendingSkeleton() {
  const { t } = await dashboardWords();
  return (
    <FoldedPanel title={t('spending.title')} figure={<Skeleton className="h-4 w-24" />}>
      <Skeleton className="h-52 w-full" />
    </FoldedPanel>
  );
}

/** Names in one muted line what the key of an account may not read, since those sections are left out. */
async function HiddenByKey({ overview: { holdings, money } }: { overview: ScopeOverview }) {
  const { t } = await dashboardWords();
  const parts = [
    holdings.machines.kind === 'hidden' ? t('noAccess.machines') : null,
    holdings.addresses.kind === 'hidden' ? t('noAccess.networks') : null,
    money === null ? t('noAccess.billing') : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return (
    <p className="text-muted flex flex-wrap gap-x-3 text-sm">
      {t('noAccess.line', { what: parts.join(', ') })}
      <TextLink href={paths.account()}>{t('noAccess.link')}</TextLink>
    </p>
  );
}
