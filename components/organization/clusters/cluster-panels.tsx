'use client';
/** The panels of a cluster's own page. */
import { useLocale, useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { Copyable } from '@/components/parts/machines/copyable';
import { Fact, Facts, FactsFrame } from '@/components/ui/fact';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { Panel } from '@/components/ui/panel';
import type { Result } from '@/lib/contract/types';
import { megabytes, number, pricePerHour, rupiah } from '@/lib/format';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { clusterParams, costOf, isHighlyAvailable, plansOf, type Cluster } from './cluster';
import { usePriceLines } from './price-lines';

/** What a cluster is and costs and where it is reached, at one look. */
export function ClusterSummary({ cluster }: { cluster: Cluster }) {
  const t = useTranslations('clusters');
  const m = useTranslations('machines');
  const locale = useLocale();
  const { ip_addresses: external, private_ip_address_v4: own, version, replica } = cluster;
  const { perHour, perMonth } = costOf(plansOf(cluster), replica);
  const [address] = external;
  return (
    <FactsFrame label={t('detail.facts')}>
      <Facts>
        <Fact size="words" term={t('nodes')} value={replica ?? '–'}>
          <span>{cluster.pricing?.instance_type}</span>
          <span>{t(isHighlyAvailable(cluster) ? 'detail.available' : 'detail.notAvailable')}</span>
        </Fact>
        <Fact size="words" term={t('version')} value={version?.name ?? '–'}>
          {version?.etcd_version ? <span>{`etcd ${version.etcd_version}`}</span> : null}
        </Fact>
        <Fact
          size="words"
          term={address ? m('publicAddress') : m('privateAddress')}
          value={
            address ? (
              <Copyable text={address} label={m('copyAddress')} />
            ) : own ? (
              <Copyable text={own} label={t('detail.copyPrivate')} />
            ) : (
              '–'
            )
          }
        >
          {address && own ? <span className="font-mono">{own}</span> : null}
          {address ? null : <span>{t('detail.noPublic')}</span>}
        </Fact>
        <Fact size="words" term={`${m('perMonth')} (${m('estimate')})`} value={rupiah(perMonth)}>
          <span className="tabular">{pricePerHour(perHour, locale)}</span>
        </Fact>
      </Facts>
    </FactsFrame>
  );
}

/** Shows the rest: volume, addresses, namespace, tags, date and id. */
export function MorePanel({ cluster }: { cluster: Cluster }) {
  const t = useTranslations('clusters');
  const m = useTranslations('machines');
  const { ip_addresses: external, private_ip_address_v4: own } = cluster;
  const pairs = [
    { term: t('plan'), value: cluster.pricing?.instance_type ?? '–' },
    { term: t('detail.volume'), value: cluster.pv_pricing?.instance_type ?? m('none') },
    {
      term: m('publicAddress'),
      value:
        external.length === 0
          ? m('none')
          : external.map((each) => <Copyable key={each} text={each} label={m('copyAddress')} />),
    },
    {
      term: m('privateAddress'),
      value: own ? <Copyable text={own} label={t('detail.copyPrivate')} /> : '–',
    },
    { term: t('detail.namespace'), value: cluster.namespace ?? '–', mono: true },
    { term: t('tags'), value: cluster.tags.join(', ') || '–' },
    { term: m('created'), value: <Instant iso={cluster.created_at} as="exact" /> },
    { term: m('id'), value: <Copyable text={cluster.uuid} label={m('copyId')} /> },
  ];
  return (
    <FoldedPanel
      title={t('detail.more')}
      figure={
        <>
          {m('created')} <Instant iso={cluster.created_at} as="exact" style="date" />
        </>
      }
    >
      <KeyValue pairs={pairs} />
    </FoldedPanel>
  );
}

/** Shows what a running cluster uses now, A68. */
export function UsePanel({ uuid }: { uuid: string }) {
  const scope = useGroup();
  const t = useTranslations('clusters.detail');
  const query = useBackendQuery('A68', { params: clusterParams(scope, uuid) }, { poll: 'slow' });
  return (
    <Panel title={t('use')}>
      <Live part query={query} failed={t('useFailed')}>
        {(use) => <Use use={use} />}
      </Live>
    </Panel>
  );
}

function Use({ use }: { use: Result<'A68'> }) {
  const all = useTranslations('clusters');
  const m = useTranslations('machines');
  const t = useTranslations('clusters.detail');
  const locale = useLocale();
  const { total_cpu: cpu, total_memory: memory } = use;
  const count = (value: number | null) => (value === null ? '–' : number(value, locale));
  return (
    <KeyValue
      pairs={[
        { term: all('nodes'), value: count(use.total_node) },
        { term: t('pods'), value: count(use.total_pod) },
        { term: t('containers'), value: count(use.total_container) },
        {
          term: m('cpu'),
          value:
            typeof cpu?.value === 'number'
              ? `${number(cpu.value, locale)} ${cpu.unit ?? 'milliCPU'}`
              : '–',
        },
        {
          term: m('memory'),
          value: typeof memory?.value === 'number' ? megabytes(memory.value, locale) : '–',
        },
      ]}
    />
  );
}

/** Shows what a cluster costs, estimated: the provider says no price for the whole cluster. */
export function PricePanel({ cluster }: { cluster: Cluster }) {
  const t = useTranslations('clusters.detail');
  const lines = usePriceLines();
  const price = costOf(plansOf(cluster), cluster.replica);
  return (
    <PriceSummary lines={lines(cluster, cluster.replica ?? 1)} {...price} estimate>
      <p className="text-faint text-sm">{t('priceNote')}</p>
    </PriceSummary>
  );
}
