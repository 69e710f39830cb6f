'use client';
import { Plus, Router } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useOpened } from '@/components/parts/actions/use-opened';
import { useRefusal } from '@/components/parts/actions/use-permitted';
import { InstanceLink } from '@/components/vps/instances/instance-link';
import { Live } from '@/components/parts/answers/live';
import { Copyable } from '@/components/parts/machines/copyable';
import { ProgressNote } from '@/components/parts/machines/progress-note';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { useAccountLabel } from '@/components/parts/shell/context';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { GoneState } from '@/components/ui/gone-state';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { lazyNamed } from '@/components/ui/lazy-named';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { statusGroup } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { Diagram, membersId } from './diagram';
import { detailInput, membersInput, routersInput } from './inputs';
import { MembersTable } from './members-table';
import { membersOf, notReady, type Member, type NetworkDetail } from './network';
import { NetworkStatus } from './network-status';
import { Traffic } from './traffic';

const AttachDialog = lazyNamed(() => import('./attach-dialog'), 'AttachDialog');
const GatewayDialog = lazyNamed(() => import('./gateway-dialog'), 'GatewayDialog');

const paceOfNetwork = (network: NetworkDetail | undefined) =>
  network && notReady(network.status) === 'pending' ? 'fast' : 'slow';
const paceOfMembers = (list: Result<'D51'> | undefined) =>
  list?.data.some(({ status }) => statusGroup(status) === 'busy') ? 'fast' : 'slow';

interface NetworkViewProps {
  network: string;
  problems: { network: Problem | null; members: Problem | null };
}

/** The page of a private network. @param problems of the server's reads, shown until the browser has read for itself */
export function NetworkView({ network, problems }: NetworkViewProps) {
  const t = useTranslations('networks');
  const label = useAccountLabel();
  const query = useBackendQuery('D50', detailInput(network), { poll: paceOfNetwork });
  return (
    <Live
      query={query}
      problem={problems.network}
      failed={t('detail.failed')}
      noAccess={t('noAccess', { account: label })}
      gone={<Gone />}
    >
      {(data) => <Page network={data} problem={problems.members} />}
    </Live>
  );
}

/** Says that the account has no such network. */
function Gone() {
  const account = useAccount();
  const t = useTranslations('networks');
  return (
    <GoneState
      title={t('detail.goneTitle')}
      back={{ href: paths.networks(account), label: t('detail.toList') }}
    >
      {t('detail.goneText')}
    </GoneState>
  );
}

interface PageProps {
  network: NetworkDetail;
  /** The problem of the server's read of the members. */
  problem: Problem | null;
}

/** Reads the machines of the network, and which of them is the gateway. */
function useMembers(network: NetworkDetail) {
  const query = useBackendQuery('D51', membersInput(network.uuid), {
    poll: paceOfMembers,
  });
  const routers = useBackendQuery('D55', routersInput(network), {
    poll: 'slow',
    enabled: Boolean(network.location?.id),
  });
  const members = query.data
    ? membersOf(query.data.data, network.gateway?.uuid ?? null, routers.data?.data ?? [])
    : null;
  return { query, members };
}

function Page({ network, problem }: PageProps) {
  const t = useTranslations('networks');
  const { query, members } = useMembers(network);
  const inside = new Set(members?.map(({ instance_uuid: uuid }) => uuid));
  const { open, opened } = useOpened((what: 'attach' | 'gateway', onClose) =>
    what === 'attach' ? (
      <AttachDialog {...{ network, inside, onClose }} />
    ) : (
      <GatewayDialog {...{ network, onClose }} />
    ),
  );
  const networkReason = notReady(network.status);
  const reason = networkReason && t(`reasons.${networkReason}`);
  const machines = useRefusal('write_instance');
  const networks = useRefusal('write_network');
  const attach = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      disabledReason={machines ?? reason}
      onClick={() => open('attach')}
    >
      {t('attach.label')}
    </Button>
  );
  const gateway = (
    <Button
      icon={<Router aria-hidden />}
      disabledReason={networks ?? reason}
      onClick={() => open('gateway')}
    >
      {t(network.gateway ? 'gateway.change' : 'gateway.set')}
    </Button>
  );
  const shown = { network };
  return (
    <>
      <Head {...shown} actions={[attach, gateway]} />
      <StateNote network={network} />
      <div className="grid items-start gap-4 xl:grid-cols-[26rem_minmax(0,1fr)]">
        <div className="grid gap-4">
          {members ? (
            <Panel title={t('diagram.title')}>
              <Diagram {...shown} members={members} />
            </Panel>
          ) : null}
          <Facts {...shown} />
        </div>
        <div className="grid min-w-0 gap-4">
          <section id={membersId} aria-label={t('members')} className="min-w-0 scroll-mt-4">
            <Live query={query} problem={problem} failed={t('detail.membersFailed')}>
              {() => <Members {...shown} members={members ?? []} attach={attach} />}
            </Live>
          </section>
          <Panel title={t('traffic.title')} description={t('traffic.hint')}>
            <Traffic {...shown} />
          </Panel>
        </div>
      </div>
      {opened}
    </>
  );
}

interface HeadProps {
  network: NetworkDetail;
  actions: readonly [attach: ReactNode, gateway: ReactNode];
}

function Head({ network, actions: [attach, gateway] }: HeadProps) {
  const account = useAccount();
  const t = useTranslations('networks');
  const name = network.name ?? network.uuid;
  return (
    <>
      <Breadcrumbs
        trail={[{ label: t('heading'), href: paths.networks(account) }, { label: name }]}
      />
      <PageHeader
        title={name}
        status={<NetworkStatus status={network.status} chip />}
        description={
          network.network_ip ? <span className="font-mono">{network.network_ip}</span> : null
        }
        actions={
          <>
            {attach}
            {gateway}
          </>
        }
      />
    </>
  );
}

interface MembersProps {
  network: NetworkDetail;
  members: readonly Member[];
  attach: ReactNode;
}

function Members({ attach, ...rest }: MembersProps) {
  const t = useTranslations('networks');
  return (
    <MembersTable
      {...rest}
      empty={
        <Panel title={t('members')}>
          <div className="flex flex-col items-start gap-3">
            <p className="text-muted">{t('noMembers')}</p>
            {attach}
          </div>
        </Panel>
      }
    />
  );
}

/** Says that the network is being made or that making it failed; shows nothing when it is ready. */
function StateNote({ network }: { network: NetworkDetail }) {
  const t = useTranslations('networks');
  const networkReason = notReady(network.status);
  if (networkReason === null) return null;
  if (networkReason === 'pending') return <ProgressNote words={t('detail.beingCreated')} />;
  return (
    <div className="mb-4">
      <Callout tone="danger" title={t('detail.errorTitle')}>
        {t('detail.errorText')}
      </Callout>
    </div>
  );
}

function Facts({ network }: { network: NetworkDetail }) {
  const t = useTranslations('networks');
  const m = useTranslations('machines');
  const { gateway } = network;
  return (
    <FoldedPanel title={t('detail.facts')} figure={network.location?.name}>
      <KeyValue
        pairs={[
          { term: t('vlan'), value: network.tag, mono: true },
          { term: t('range'), value: network.network_ip, mono: true },
          { term: m('location'), value: network.location?.name },
          {
            term: t('gateway.name'),
            value: gateway?.uuid ? (
              <InstanceLink uuid={gateway.uuid}>{gateway.hostname ?? gateway.uuid}</InstanceLink>
            ) : (
              m('none')
            ),
          },
          { term: t('running'), value: network.total_active_instance },
          { term: m('created'), value: <Instant iso={network.created_at} as="exact" /> },
          { term: m('id'), value: <Copyable text={network.uuid} label={m('copyId')} /> },
        ]}
      />
    </FoldedPanel>
  );
}
