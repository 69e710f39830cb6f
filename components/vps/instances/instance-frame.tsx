'use client';
import { useRouter } from 'next/navigation';
import { use, useEffect, useRef, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { ActionButtons } from '@/components/parts/actions/action-buttons';
import { useAccountLabel, useShell } from '@/components/parts/shell/context';
import { CreatedNote } from '@/components/parts/machines/created/created-note';
import { News } from '@/components/parts/machines/news';
import { ProgressNote } from '@/components/parts/machines/progress-note';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { buttonClass } from '@/components/ui/button-class';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { canonicalStatus, statusGroup, transient } from '@/lib/contract/states';
import { pricePerMonth } from '@/lib/format';
import { paths, type InstancePart } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useAccount } from '@/lib/query/scope';
import { useInstanceActions } from './actions';
import { InstanceStatus } from './instance-status';
import { instanceIdentity, isWindows, nameOf, newsOf } from './machine';
import { NewConsole } from './new-console';
import { useBeingDeleted, useShownStatus } from './pending-verbs';
import { useInstance, type Detail } from './use-instance';
import { GoneState } from '@/components/ui/gone-state';
import { Tabs } from '@/components/ui/tabs';

interface InstanceFrameProps {
  instance: string;
  problem: Problem | null | Promise<Problem | null>;
  children: ReactNode;
}

/**
 * The frame around the tabs of an instance: its name, state, actions and tab bar. It reads the instance again and again.
 * @param problem of the server's read, shown until the browser has read for itself
 */
export function InstanceFrame({ instance, problem: given, children }: InstanceFrameProps) {
  const account = useAccount();
  const t = useTranslations('instances');
  const label = useAccountLabel();
  const query = useInstance(instance);
  const { data, error } = query;
  const deleting = useBeingDeleted(instance);
  const router = useRouter();
  const problem = given instanceof Promise ? use(given) : given;
  const trouble = error?.problem ?? (data ? null : problem);
  const gone = trouble?.code === 'not_found';
  // The delete may end before this page's own read says that the machine is gone.
  const begun = useRef(false);
  useEffect(() => {
    begun.current ||= deleting;
    if (gone && begun.current) router.replace(paths.instances(account));
  }, [gone, deleting, router, account]);
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('detail.loadFailed')}
      noAccess={t('detail.noAccess', { account: label })}
      gone={<Gone />}
      stale={t('detail.stale')}
      outline={<TableSkeleton label={t('loading')} />}
      around={(stand) => (
        <>
          <Breadcrumbs trail={[{ label: t('title'), href: paths.instances(account) }]} />
          <PageHeader title={t('title')} />
          {stand}
        </>
      )}
    >
      {(machine) => (
        <Machine machine={machine} updated={<Updated query={query} />}>
          {children}
        </Machine>
      )}
    </Live>
  );
}

interface MachineProps {
  machine: Detail;
  updated: ReactNode;
  children: ReactNode;
}

function Machine({ machine, updated, children }: MachineProps) {
  const account = useAccount();
  const t = useTranslations('instances');
  const labels = useTranslations('machines');
  const router = useRouter();
  const actions = useInstanceActions();
  const name = nameOf(machine);
  const address = machine.ip_address;
  return (
    <>
      <Breadcrumbs
        trail={[{ label: t('title'), href: paths.instances(account) }, { label: name }]}
      />
      <PageHeader
        title={name}
        status={
          <span role="status">
            <InstanceStatus machine={machine} chip />
          </span>
        }
        description={
          address ? (
            <span className="inline-flex items-center gap-1">
              <span className="font-mono">{address}</span>
              <CopyButton text={address} label={labels('copyAddress')} />
            </span>
          ) : (
            t('detail.noAddress')
          )
        }
        actions={
          <ActionButtons
            actions={actions}
            row={machine}
            identity={instanceIdentity}
            onDone={({ id }) => {
              if (id === 'delete') router.push(paths.instances(account));
            }}
          />
        }
      />
      <News rows={[machine]} look={newsOf} />
      <StateNote machine={machine} />
      <CreatedNote
        id={machine.uuid}
        address={address}
        coming={transient(machine.status, machine.operation_flag)}
        windows={isWindows(machine)}
        console={<NewConsole machine={machine} />}
      />
      <InstanceTabs instance={machine.uuid} />
      {children}
      <div className="mt-2 flex justify-end">{updated}</div>
    </>
  );
}

/** Explains a state that the owner should know about: work in progress, an error, or a stopped machine that costs. */
function StateNote({ machine }: { machine: Detail }) {
  const t = useTranslations('instances');
  const locale = useLocale();
  const now = useShownStatus(machine);
  const status = canonicalStatus(now.status);
  if (transient(now.status, now.operation_flag)) {
    const known = [
      'starting',
      'stopping',
      'restarting',
      'pending',
      'deleting',
      'resizing',
      'migrating',
      'cloning',
      'reinstalling',
    ] as const;
    const words = t(`detail.progress.${known.find((each) => each === status) ?? 'other'}`);
    return <ProgressNote words={words} />;
  }
  if (statusGroup(now.status) === 'error') return <InError />;
  if (status === 'stopped' && machine.estimated_monthly_cost) {
    const month = pricePerMonth(machine.estimated_monthly_cost, locale);
    return (
      <div className="mb-4">
        <Callout title={t('detail.stoppedTitle')}>{t('detail.stoppedText', { month })}</Callout>
      </div>
    );
  }
  return null;
}

function InError() {
  const t = useTranslations('instances');
  const { support } = useShell().provider;
  return (
    <div className="mb-4">
      <Callout
        tone="danger"
        title={t('detail.errorTitle')}
        actions={
          support ? (
            <a
              href={support}
              target="_blank"
              rel="noopener noreferrer"
              className={buttonClass('secondary', 'sm')}
            >
              {t('detail.support')}
            </a>
          ) : undefined
        }
      >
        {t('detail.errorText')} {support ? null : t('detail.errorNoSupport')}
      </Callout>
    </div>
  );
}

/** Says that there is no such instance: it was deleted or never existed. */
function Gone() {
  const account = useAccount();
  const t = useTranslations('instances');
  return (
    <GoneState
      title={t('detail.goneTitle')}
      back={{ href: paths.instances(account), label: t('detail.toList') }}
    >
      {t('detail.goneText')}
    </GoneState>
  );
}

/** The tabs after the overview, in the order in which they are shown. */
const parts: readonly InstancePart[] = ['metrics', 'backups', 'firewall', 'network', 'storage'];

/** The tab bar of an instance. */
function InstanceTabs({ instance }: { instance: string }) {
  const account = useAccount();
  const t = useTranslations('instances');
  if (parts.length === 0) return null;
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        { href: paths.instance(account, instance), label: t('tabs.overview') },
        ...parts.map((part) => ({
          href: paths.instancePart(account, instance, part),
          label: t(`tabs.${part}`),
        })),
      ]}
    />
  );
}
