import { Server } from 'lucide-react';
import type { Scope } from '@/components/parts/shell/scopes';
import { Messages } from '@/components/parts/shell/messages';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { Patient } from '@/lib/next/patient';
import { CostsPanel } from './costs-panel';
import { countOf } from './holdings';
import { IdlePanel } from './idle-panel';
import { KeepFresh } from './keep-fresh';
import type { Loaded } from './load';
import { Missing } from './missing';
import type { Place } from './place';
import { PlacesTable } from './places-table';
import { isKeyRefused } from './read-account';
import { RecentTable } from './recent-table';
import { SpendingPanel } from './spending-panel';
import { Summary } from './summary';
import { totalsOf } from './summary-numbers';
import { Unseen } from './unseen';
import { dashboardWords } from './words';

/** Ways to a first machine that are offered at once. */
const mostOffers = 3;

/**
 * The one pattern of all dashboards: money and trouble first, then accounts, costs, what stands idle, what was
 * spent, and what is new. Each part is left out where there is nothing for this person in it.
 * @param loaded the places; the first is the page's own, the others belong to it (home: all stand side by side)
 * @param spending the place whose reports or invoices are shown
 */
export async function Dashboard({
  loaded: { places, at, calls },
  spending,
}: {
  loaded: Loaded;
  spending?: Scope;
}) {
  const totals = totalsOf(places);
  const { machines } = totals;
  const several = places.length > 1;
  const money = places.some(({ seesMoney }) => seesMoney);
  const spends = spending ? places.find(({ scope }) => scope.key === spending.key) : undefined;
  return (
    <Messages namespaces={['home', 'charts']}>
      <div className="flex flex-col gap-4">
        <Summary places={places} totals={totals} at={at}>
          <KeepFresh at={at} busy={machines.some(({ group }) => group === 'busy')} calls={calls} />
        </Summary>
        <Missing places={places} />
        {several || !spending ? <PlacesTable places={places} wallets={totals.wallets} /> : null}
        <MoneyOnly places={places} />
        {isEmpty(places) ? <NoMachine places={places} /> : null}
        {money ? <CostsPanel places={places} totals={totals} /> : null}
        <IdlePanel places={places} />
        {spends && !isKeyRefused(spends.holdings.machines) ? (
          <Patient outline={<SpendingSkeleton />}>{SpendingPanel({ place: spends })}</Patient>
        ) : null}
        {machines.length > 0 ? (
          <RecentTable machines={machines} several={several} money={money} />
        ) : null}
      </div>
    </Messages>
  );
}

/** Whether all was seen and there is nothing. */
function isEmpty(places: readonly Place[]): boolean {
  const seen = places.filter(({ holdings }) => holdings.machines.kind !== 'hidden');
  const nothing = ({ holdings }: Place) =>
    holdings.machines.kind === 'known' && countOf(holdings) === 0;
  return seen.length > 0 && seen.every(nothing);
}

/** Says why a page of money has nothing else; of one account, all that its key doesn't see. */
async function MoneyOnly({ places }: { places: readonly Place[] }) {
  const { t } = await dashboardWords();
  const [only] = places;
  if (places.length === 1 && only?.scope.kind === 'account') return <Unseen place={only} />;
  if (places.length === 0 || places.some(({ holdings }) => holdings.machines.kind !== 'hidden'))
    return null;
  return <p className="text-muted text-sm">{t('moneyOnly')}</p>;
}

async function NoMachine({ places }: { places: readonly Place[] }) {
  const { t } = await dashboardWords();
  const offers = places.filter(({ create }) => create !== null).slice(0, mostOffers);
  return (
    <div className="border-line bg-surface rounded-md border">
      <EmptyState
        icon={<Server aria-hidden />}
        title={t('empty.title')}
        actions={offers.map(({ scope, create }, index) => (
          <ButtonLink
            key={scope.key}
            href={create ?? scope.href}
            variant={index === 0 ? 'primary' : 'secondary'}
          >
            {places.length > 1 ? t('empty.actionIn', { place: scope.label }) : t('empty.action')}
          </ButtonLink>
        ))}
      >
        {offers.length > 0 ? t('empty.text') : t('empty.ask')}
      </EmptyState>
    </div>
  );
}

async function SpendingSkeleton() {
  const { t } = await dashboardWords();
  return (
    <Panel title={t('spending.title')}>
      <Skeleton className="h-52 w-full" />
    </Panel>
  );
}
