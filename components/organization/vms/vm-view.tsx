'use client';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { CreatedNote } from '@/components/parts/machines/created/created-note';
import { News } from '@/components/parts/machines/news';
import { MachineStatus } from '@/components/parts/machines/machine-status';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Callout } from '@/components/ui/callout';
import { GoneState } from '@/components/ui/gone-state';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { canonicalStatus, statusGroup, transient } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { osFamily } from '@/lib/format/os-logo';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { nameOf, newsOf } from './columns';
import { groupParams } from './group';
import { NoMachineAccess } from './no-access';
import { ManagePanel, MorePanel, NetworkPanel, PricePanel, VolumesPanel } from './vm-facts';
import { VmSummary } from './vm-summary';
import { PortalLink } from '../portal-link';
import { PortalConsole } from './portal-console';
import { cx } from '@/components/ui/cx';
import { Spinner } from '@/components/ui/spinner';

const pace = (vm: Result<'A26'> | undefined) => (transient(vm?.status, null) ? 'fast' : 'slow');

interface VmViewProps {
  uuid: string;
  /** Why the server couldn't read the machine; the browser reads it again. */
  problem: Problem | null;
}

/** The page of one machine, read at intervals: short ones while an action is under way. */
export function VmView({ uuid, problem }: VmViewProps) {
  const scope = useGroup();
  const t = useTranslations('vms');
  const input = { params: { ...groupParams(scope), vm_uuid: uuid } };
  const query = useBackendQuery('A26', input, { poll: pace });
  const trail = (name: string) => [{ label: t('title'), href: paths.vms(scope) }, { label: name }];
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('detail.failed')}
      noAccess={{ shown: <NoMachineAccess /> }}
      gone={<Gone />}
      stale={t('detail.stale')}
      outline={<TableSkeleton label={t('detail.loading')} />}
      around={(stand) => (
        <>
          <Breadcrumbs trail={trail(uuid)} />
          <PageHeader title={t('title')} />
          {stand}
        </>
      )}
    >
      {(vm) => (
        <>
          <Breadcrumbs trail={trail(nameOf(vm))} />
          <PageHeader
            title={nameOf(vm)}
            status={
              <span role="status">
                <MachineStatus status={vm.status} chip />
              </span>
            }
            actions={
              <>
                <Updated query={query} />
                <PortalLink button />
              </>
            }
          />
          <News rows={[vm]} look={newsOf} />
          <CreatedNote
            id={vm.uuid}
            address={vm.ip_addresses[0] ?? null}
            coming={transient(vm.status, null)}
            windows={osFamily(vm.catalogue?.name ?? null) === 'windows'}
            console={<PortalConsole ready={canonicalStatus(vm.status) === 'running'} />}
          />
          <Panels vm={vm} />
        </>
      )}
    </Live>
  );
}

function Panels({ vm }: { vm: Result<'A26'> }) {
  const t = useTranslations('vms.detail');
  const group = statusGroup(vm.status);
  return (
    <div className="flex flex-col gap-4">
      {group === 'busy' && vm.status ? <VmProgress status={vm.status} /> : null}
      {group === 'error' ? (
        <Callout tone="danger" title={t('errorTitle')}>
          <p>{t('errorText')}</p>
        </Callout>
      ) : null}
      <VmSummary vm={vm} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="flex min-w-0 flex-col gap-4">
          <NetworkPanel vm={vm} />
          <VolumesPanel vm={vm} />
          <MorePanel vm={vm} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <ManagePanel />
          <PricePanel vm={vm} />
        </div>
      </div>
    </div>
  );
}

function Gone() {
  const scope = useGroup();
  const t = useTranslations('vms');
  return (
    <>
      <Breadcrumbs trail={[{ label: t('title'), href: paths.vms(scope) }]} />
      <GoneState
        title={t('detail.goneTitle')}
        back={{ href: paths.vms(scope), label: t('detail.toList') }}
      >
        {t('detail.goneText')}
      </GoneState>
    </>
  );
}

const steps = ['pending', 'scheduling', 'running'] as const;
const icons = {
  done: <CircleCheck aria-hidden className="text-run-mark size-4" />,
  now: <Spinner />,
  later: <CircleDashed aria-hidden className="text-faint size-4" />,
};

/** Shows the progress of a new machine: ordered, being placed, running. `status` is the provider's word. */
function VmProgress({ status }: { status: string }) {
  const t = useTranslations('vms.detail');
  // Other words that mean “being created” count as the second step, since the order was accepted.
  const at = /^(pending|queued)$/i.test(status) ? 0 : 1;
  return (
    <section
      aria-label={t('creatingTitle')}
      className="border-busy-mark/40 bg-busy-soft flex flex-col gap-3 rounded-md border p-4"
    >
      <div>
        <h2 className="text-base">{t('creatingTitle')}</h2>
        <p className="text-muted">{t('creatingText')}</p>
      </div>
      <ol aria-label={t('steps.label')} className="flex flex-wrap gap-x-8 gap-y-2">
        {steps.map((step, index) => {
          const state = index < at ? 'done' : index === at ? 'now' : 'later';
          return (
            <li
              key={step}
              aria-current={state === 'now' ? 'step' : undefined}
              className={cx(
                'flex items-center gap-2',
                state === 'now' && 'font-medium',
                state === 'later' && 'text-muted',
              )}
            >
              {icons[state]}
              {t(`steps.${step}`)}
              <span className="sr-only">({t(`steps.${state}`)})</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
