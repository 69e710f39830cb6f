'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePrices } from '@/components/vps/instances/wizard/use-catalogue';
import { locationOf, prefillQuery } from '@/components/vps/instances/wizard/prefill';
import { Live } from '@/components/parts/answers/live';
import type { QueryState } from '@/components/parts/answers/trouble';
import { EmptyState } from '@/components/ui/empty-state';
import { ProblemNote } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import type { Result, Row } from '@/lib/contract/types';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { linesUrl, withLine } from '../estimate/lines';
import { useEstimate } from '../estimate/use-estimate';
import { vpsLine } from '../estimate/vps/vps-lines';
import { Calculator } from './calculator';
import { CompareBar } from './compare-bar';
import { FurtherPrices } from './further-prices';
import type { PriceHrefs } from './price-links';
import { pricedTiers, type PricedTier } from './priced-tier';
import { SizeTable } from './size-table';
import { StoragePrices } from './storage-prices';
import { Systems } from './systems';
import { UnitTable } from './unit-table';
import { usePricesState, type PricesState } from './use-prices-state';

/** The problems of the server's reads, shown until the browser has read again. */
export type Problems = Partial<Record<'D01' | 'D63' | 'D74' | 'D75' | 'D76', Problem | null>>;

export interface PricesViewProps {
  /** The key may create instances, so prices link to the form. */
  mayCreate: boolean;
  /** The problems of the location that the server has read. */
  problems: Problems;
  read: string;
}

/** The page of prices: what everything costs in one location. */
export function PricesView(props: PricesViewProps) {
  const t = useTranslations('prices');
  const state = usePricesState();
  const locations = useBackendQuery('D75', {});
  return (
    <Live
      query={locations}
      problem={props.problems.D75 ?? null}
      failed={t('failed')}
      noAccess={t('noAccess')}
    >
      {({ data }) => {
        const location = locationOf(data, state.prefill.location);
        if (location === '')
          return <EmptyState title={t('noLocations')}>{t('noLocationsText')}</EmptyState>;
        return <Offers {...props} {...{ state, location }} locations={data} />;
      }}
    </Live>
  );
}

type OffersProps = PricesViewProps & {
  state: PricesState;
  locations: readonly Row<'D75'>[];
  location: string;
};

function Offers({ mayCreate, problems, read, state, locations, location }: OffersProps) {
  const account = useAccount();
  const t = useTranslations('prices');
  const { prefill, change } = state;
  const here = { query: { location_id: location } };
  const tiers = useBackendQuery('D76', here);
  const types = useBackendQuery('D63', here);
  const images = useBackendQuery('D74', { query: { location } });
  const told = read === location ? problems : {};
  const { lines } = useEstimate();
  const hrefs: PriceHrefs = {
    create: mayCreate
      ? (of) => paths.newInstance(account, prefillQuery({ ...prefill, location, ...of }))
      : null,
    estimate: (of) => {
      const line = vpsLine({ kind: 'machine', ...prefill, location, ...of });
      return linesUrl(paths.estimate(account), withLine(lines, line));
    },
  };
  return (
    <div className="flex flex-col gap-4">
      <CompareBar {...{ locations, location, prefill, change }} />
      <Live
        query={tiers}
        problem={told.D76 ?? null}
        failed={t('tiersFailed')}
        noAccess={t('noAccess')}
      >
        {(result) => <Instances {...{ state, hrefs }} tiers={result} problems={problems} />}
      </Live>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <ListPanel of="storage" query={types} problem={told.D63} noAccess={t('storage.noAccess')}>
            {(data) => <StoragePrices types={data} />}
          </ListPanel>
          <Panel title={t('further.title')}>
            <FurtherPrices location={location} />
          </Panel>
        </div>
        <ListPanel of="systems" query={images} problem={told.D74}>
          {(data) => <Systems images={data} q={state.q} onSearch={(q) => change({ q })} />}
        </ListPanel>
      </div>
    </div>
  );
}

interface InstancesProps extends Pick<OffersProps, 'problems' | 'state'> {
  tiers: Result<'D76'>;
  hrefs: PriceHrefs;
}

interface ListPanelProps<Row> {
  /** Which of the messages it uses. */
  of: 'storage' | 'systems' | 'sizes';
  query: QueryState<{ data: Row[] }>;
  problem: Problem | null | undefined;
  noAccess?: string;
  /** Shown under the list, and also while the list is missing. */
  foot?: ReactNode;
  children: (rows: Row[]) => ReactNode;
}

/** A panel with the rows of a read, or with why there are none. */
function ListPanel<Row>({ of, query, problem, noAccess, foot, children }: ListPanelProps<Row>) {
  const t = useTranslations('prices');
  return (
    <Panel title={t(`${of}.title`)} description={t(`${of}.description`)} flush>
      <Live
        query={query}
        problem={problem ?? null}
        failed={t(`${of}.failed`)}
        noAccess={noAccess ?? t('noAccess')}
      >
        {({ data }) =>
          data.length === 0 ? <p className="text-muted p-4">{t(`${of}.none`)}</p> : children(data)
        }
      </Live>
      {foot}
    </Panel>
  );
}

/** Shows what instances cost in each tier of a location. */
function Instances({ tiers, problems, state: { prefill, change }, hrefs }: InstancesProps) {
  const t = useTranslations('prices');
  const sizes = useBackendQuery('D01', {});
  const { prices, pricesProblems, retryPrices } = usePrices(tiers);
  const priced = pricedTiers(tiers.data, prices, pricesProblems);
  if (priced.length === 0) return <EmptyState title={t('noTiers')}>{t('noTiersText')}</EmptyState>;
  return (
    <>
      <UnpricedTiers tiers={priced} problems={pricesProblems} onRetry={retryPrices} />
      <ListPanel
        of="sizes"
        query={sizes}
        problem={problems.D01}
        foot={
          <p className="text-muted border-line border-t px-4 py-2.5 text-sm">{t('sizes.note')}</p>
        }
      >
        {(data) => <SizeTable sizes={data} tiers={priced} {...{ prefill, hrefs }} />}
      </ListPanel>
      <Panel title={t('calculator.title')} description={t('calculator.description')} flush>
        <Calculator tiers={priced} {...{ prefill, change, hrefs }} />
      </Panel>
      <Panel title={t('units.title')} description={t('units.description')} flush>
        <UnitTable tiers={priced} />
      </Panel>
    </>
  );
}

interface UnpricedTiersProps {
  tiers: readonly PricedTier[];
  problems: ReadonlyMap<string, Problem>;
  onRetry: () => void;
}

/** Names the tiers whose prices couldn't be loaded. The other tiers are shown. */
function UnpricedTiers({ tiers, problems, onRetry }: UnpricedTiersProps) {
  const t = useTranslations('prices');
  const untold = tiers.filter(({ failed }) => failed);
  const [problem] = untold.flatMap(({ id }) => problems.get(id) ?? []);
  if (!problem) return null;
  const names = untold.map(({ name }) => name).join(', ');
  return (
    <ProblemNote problem={problem} what={t('tierFailed', { tiers: names })} onRetry={onRetry} />
  );
}
