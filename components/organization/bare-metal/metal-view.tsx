'use client';
import { useRouter } from 'next/navigation';
import { useCallback, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButtons } from '@/components/parts/actions/action-buttons';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { Copyable } from '@/components/parts/machines/copyable';
import { ImageName } from '@/components/parts/machines/image-name';
import { News } from '@/components/parts/machines/news';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Fact, Facts, FactsFrame } from '@/components/ui/fact';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { GoneState } from '@/components/ui/gone-state';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableSkeleton } from '@/components/ui/skeleton';
import { rupiah } from '@/lib/format';
import type { Result } from '@/lib/contract/types';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { baremetals } from '@/lib/resources/awanio';
import { groupParams } from '../vms/group';
import { useMetalActions } from './actions';
import { useHardwareWords } from './hardware';
import { maasGroup } from './maas';
import { isWorking, monthlyOf, newsOf, wordOf, type Metal } from './metal';
import { MetalMeaning, MetalStatus } from './metal-status';
import { NoMetalAccess } from './no-access';

const pace = (metal: Metal | undefined) => (metal && isWorking(metal) ? 'fast' : 'slow');
const newsOfWord = ({ metal, word }: { metal: Metal; word: string | null }) => ({
  ...newsOf(metal),
  group: maasGroup(word),
});
const paceOfWord = (answer: Result<'A31'> | undefined) =>
  maasGroup(answer?.status ?? null) === 'busy' ? 'fast' : 'slow';

interface ViewProps {
  uuid: string;
  /** Whether the person's role may change machines here. */
  mayChange: boolean;
  /** Why the server couldn't read the machine; the browser reads it again. */
  problem: Problem | null;
}

/** The page of one machine, read at intervals: short ones while MAAS is at work on it. */
export function MetalView({ uuid, mayChange, problem }: ViewProps) {
  const scope = useGroup();
  const t = useTranslations('bare-metal');
  const input = { params: { ...groupParams(scope), baremetal_uuid: uuid } };
  const query = useBackendQuery('A29', input, { poll: pace });
  const trail = (name: string) => [
    { label: t('heading'), href: paths.baremetals(scope) },
    { label: name },
  ];
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('detail.failed')}
      noAccess={{ shown: <NoMetalAccess /> }}
      gone={<Gone />}
      outline={<TableSkeleton label={t('detail.loading')} />}
      around={(stand) => (
        <>
          <Breadcrumbs trail={trail(uuid)} />
          <PageHeader title={t('heading')} />
          {stand}
        </>
      )}
    >
      {(metal) => (
        <>
          <Breadcrumbs trail={trail(baremetals.name(metal))} />
          <Machine {...{ metal, mayChange }} updated={<Updated query={query} />} />
        </>
      )}
    </Live>
  );
}

interface MachineProps {
  metal: Metal;
  mayChange: boolean;
  updated: ReactNode;
}

function Machine({ metal, mayChange, updated }: MachineProps) {
  const scope = useGroup();
  const router = useRouter();
  const actions = useMetalActions(
    mayChange,
    useCallback(() => scope, [scope]),
  );
  // A31 is the newest word: A29 may still have the one before.
  const input = { params: { ...groupParams(scope), baremetal_uuid: metal.uuid } };
  const { data } = useBackendQuery('A31', input, { poll: paceOfWord });
  const word = data?.status ?? wordOf(metal);
  return (
    <>
      <PageHeader
        title={baremetals.name(metal)}
        status={
          <span role="status">
            <MetalStatus word={word} chip />
          </span>
        }
        description={<MetalMeaning word={word} />}
        actions={
          <>
            {updated}
            <ActionButtons
              actions={actions}
              row={metal}
              identity={baremetals}
              onDone={() => router.push(paths.baremetals(scope))}
            />
          </>
        }
      />
      <News rows={[{ metal, word }]} look={newsOfWord} />
      <div className="flex flex-col gap-4">
        <MetalSummary metal={metal} />
        <NetworkPanel metal={metal} />
        <MorePanel metal={metal} />
      </div>
    </>
  );
}

/** What the machine is and costs and where it is reached, at one look. */
function MetalSummary({ metal }: { metal: Metal }) {
  const t = useTranslations('bare-metal');
  const shared = useTranslations('machines');
  const words = useHardwareWords();
  const { machine, catalogue, ip_addresses: external, ip_private: own } = metal;
  const month = monthlyOf(metal);
  const [address] = external;
  const reached = address ?? own;
  return (
    <FactsFrame label={t('hardware')}>
      <Facts>
        <Fact
          size="words"
          term={address || !own ? shared('publicAddress') : shared('privateAddress')}
          value={reached ? <Copyable text={reached} label={t('copy', { text: reached })} /> : '–'}
        >
          {address && own ? <span className="font-mono">{own}</span> : null}
        </Fact>
        <Fact
          size="words"
          term={shared('image')}
          value={<ImageName image={catalogue?.name ?? null} large />}
        />
        <Fact size="words" term={t('model')} value={machine?.name ?? '–'}>
          <span>{words(machine?.pricing) || '–'}</span>
        </Fact>
        <Fact size="words" term={t('month')} value={month === null ? '–' : rupiah(month)} />
      </Facts>
    </FactsFrame>
  );
}

function MorePanel({ metal }: { metal: Metal }) {
  const t = useTranslations('bare-metal');
  const shared = useTranslations('machines');
  const { machine } = metal;
  return (
    <FoldedPanel
      title={t('detail.more')}
      figure={
        <>
          {shared('created')} <Instant iso={metal.created_at} as="exact" style="date" />
        </>
      }
    >
      <KeyValue
        pairs={[
          { term: t('architecture'), value: machine?.architecture },
          { term: t('zone'), value: machine?.zone },
          { term: t('systemId'), value: machine?.system_id, mono: true },
          { term: shared('created'), value: <Instant iso={metal.created_at} as="exact" /> },
          {
            term: shared('id'),
            value: <Copyable text={metal.uuid} label={shared('copyId')} />,
          },
        ]}
      />
    </FoldedPanel>
  );
}

function NetworkPanel({ metal }: { metal: Metal }) {
  const t = useTranslations('bare-metal');
  const shared = useTranslations('machines');
  const { ip_addresses: external, ip_private: own, hostname, machine } = metal;
  const copyable = (text: string | null | undefined) =>
    text ? <Copyable text={text} label={t('copy', { text })} /> : '–';
  return (
    <Panel title={t('network')}>
      <KeyValue
        pairs={[
          { term: shared('hostname'), value: copyable(hostname) },
          {
            term: shared('publicAddress'),
            value:
              external.length === 0 ? (
                <span className="text-faint">
                  {isWorking(metal) ? t('whenDeployed') : t('noAddress')}
                </span>
              ) : (
                <span className="flex flex-col gap-1">
                  {external.map((address) => (
                    <span key={address}>{copyable(address)}</span>
                  ))}
                </span>
              ),
          },
          { term: shared('privateAddress'), value: copyable(own) },
          { term: t('mac'), value: copyable(machine?.mac_address) },
        ]}
      />
    </Panel>
  );
}

function Gone() {
  const scope = useGroup();
  const t = useTranslations('bare-metal');
  const list = paths.baremetals(scope);
  return (
    <>
      <Breadcrumbs trail={[{ label: t('heading'), href: list }]} />
      <GoneState title={t('detail.goneTitle')} back={{ href: list, label: t('detail.toList') }}>
        {t('detail.goneText')}
      </GoneState>
    </>
  );
}
