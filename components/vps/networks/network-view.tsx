'use client';
import { Plus, Router } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Overlay } from '@/components/parts/actions/overlay';
import { useRefusal } from '@/components/parts/actions/use-permitted';
import { InstanceLink } from '@/components/vps/instances/instance-link';
import { Live } from '@/components/parts/answers/live';
import { Copyable } from '@/components/parts/machines/copyable';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { useScope } from '@/components/parts/shell/context';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { GoneState } from '@/components/ui/gone-state';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { lazyNamed } from '@/components/ui/lazy-named';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { ProgressBar } from '@/components/ui/progress-bar';
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

/** One private network, followed live. @param problems of the server's own reads */
export function NetworkView({
  network,
  problems,
}: {
  network: string;
  problems: { network: Problem | null; members: Problem | null };
}) {
  const account = useAccount();
  const t = useTranslations('networks');
  const label = useScope()?.label ?? account;
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

/** There is no such network, or not in this account. */
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
  /** Of the server's own read of the members. */
  problem: Problem | null;
}

/** Who is in the network, and which of them leads out. */
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
  const [asked, setAsked] = useState<'attach' | 'gateway' | null>(null);
  const { query, members } = useMembers(network);
  const early = notReady(network.status);
  const reason = early && t(`reasons.${early}`);
  const machines = useRefusal('write_instance');
  const networks = useRefusal('write_network');
  const attach = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      disabledReason={machines ?? reason}
      onClick={() => setAsked('attach')}
    >
      {t('attach.label')}
    </Button>
  );
  const gateway = (
    <Button
      icon={<Router aria-hidden />}
      disabledReason={networks ?? reason}
      onClick={() => setAsked('gateway')}
    >
      {t(network.gateway ? 'gateway.change' : 'gateway.set')}
    </Button>
  );
  const shown = { network };
  const dialog = { ...shown, onClose: () => setAsked(null) };
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
      {asked ? (
        <Overlay>
          {asked === 'attach' ? (
            <AttachDialog
              {...dialog}
              inside={new Set(members?.map(({ instance_uuid: uuid }) => uuid))}
            />
          ) : null}
          {asked === 'gateway' ? <GatewayDialog {...dialog} /> : null}
        </Overlay>
      ) : null}
    </>
  );
}

function Head({
  network,
  actions: [attach, gateway],
}: {
  network: NetworkDetail;
  actions: readonly [attach: ReactNode, gateway: ReactNode];
}) {
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

function Members({
  attach,
  ...rest
}: {
  network: NetworkDetail;
  members: readonly Member[];
  attach: ReactNode;
}) {
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

/** What the network's state means, where it isn't simply there. */
function StateNote({ network }: { network: NetworkDetail }) {
  const t = useTranslations('networks');
  const early = notReady(network.status);
  if (early === null) return null;
  if (early === 'pending') {
    return (
      <div
        role="status"
        className="border-line bg-surface mb-4 flex flex-col gap-2 rounded-md border p-3"
      >
        <p>{t('detail.making')}</p>
        <ProgressBar label={t('detail.making')} />
      </div>
    );
  }
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
    <Panel title={t('detail.facts')}>
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
    </Panel>
  );
}
