'use client';
import { CopyPlus, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useOpened } from '@/components/parts/actions/use-opened';
import { Live } from '@/components/parts/answers/live';
import { useRefusal } from '@/components/parts/actions/use-permitted';
import { useAccountLabel } from '@/components/parts/shell/context';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import { TableSkeleton } from '@/components/ui/skeleton';
import type { Problem } from '@/lib/problem';
import { FirewallContext, useFirewallTab, type FirewallTab } from './firewall-context';
import { SummaryPanel } from './summary-panel';
import { RulesTable } from './rules-table';
import { SetsPanel } from './sets-panel';
import { useInstance } from '@/components/vps/instances/use-instance';
import { canonicalStatus } from '@/lib/contract/states';
import { readFirewall } from '@/lib/firewall/model';
import { readViewer } from '@/lib/firewall/viewer';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { firewallInputs } from './inputs';

const RuleDialog = lazyNamed(() => import('./rule-dialog'), 'RuleDialog');
const CopyDialog = lazyNamed(() => import('./copy/copy-dialog'), 'CopyDialog');

interface FirewallViewProps {
  instance: string;
  /** The IP address from which the server sees the viewer; null when it isn't known. */
  viewerAddress: string | null;
  /** Problems of the server's reads. They are shown until the browser has read for itself. */
  problems: Record<'policy' | 'rules' | 'sets', Problem | null>;
}

/** The tab with the firewall of an instance: a summary, the rules and the IP sets. */
export function FirewallView({ instance, viewerAddress, problems }: FirewallViewProps) {
  const t = useTranslations('firewall');
  const label = useAccountLabel();
  const { rules, policy, sets, firewall, partial } = useFirewall(instance);
  const { viewer, deleting } = useMachineFacts(instance, viewerAddress);
  const refusal = useRefusal('write_instance');
  const locked = refusal ?? (deleting ? t('reasons.deleting') : null);
  const tab = useMemo<FirewallTab | null>(
    () => (firewall ? { instance, firewall, viewer, locked } : null),
    [instance, firewall, viewer, locked],
  );
  return (
    <Live
      query={rules}
      problem={problems.rules}
      failed={t('loadFailed')}
      noAccess={t('noAccess', { account: label })}
      stale={t('stale')}
      outline={<TableSkeleton label={t('loading')} />}
    >
      {() =>
        tab ? (
          <FirewallContext value={tab}>
            <div className="flex flex-col gap-4">
              <SummaryPanel policyQuery={policy} problem={problems.policy} partial={partial} />
              <RulesPanel />
              <SetsPanel query={sets} problem={problems.sets} />
            </div>
          </FirewallContext>
        ) : null
      }
    </Live>
  );
}

function RulesPanel() {
  const t = useTranslations('firewall');
  const { firewall, locked } = useFirewallTab();
  const { rules, unread, policy } = firewall;
  const hasRules = rules.length + unread.length > 0;
  const { open, opened } = useOpened((what: 'add' | 'copy', onClose) =>
    what === 'add' ? (
      <RuleDialog mode={{ kind: 'add' }} onClose={onClose} />
    ) : (
      <CopyDialog onClose={onClose} />
    ),
  );
  const add = (
    <Button
      size="sm"
      variant="primary"
      icon={<Plus aria-hidden />}
      disabledReason={locked}
      onClick={() => open('add')}
    >
      {t('rules.add')}
    </Button>
  );
  const copy = (
    <Button size="sm" icon={<CopyPlus aria-hidden />} onClick={() => open('copy')}>
      {t('rules.copy')}
    </Button>
  );
  const texts = { accept: t('rules.noneAccept'), drop: t('rules.noneDrop') };
  return (
    <Panel
      flush
      title={t('rules.title')}
      description={t('rules.description')}
      actions={
        hasRules ? (
          <>
            {copy}
            {add}
          </>
        ) : undefined
      }
    >
      {hasRules ? (
        <RulesTable />
      ) : (
        <EmptyState title={t('rules.none')} actions={add}>
          {policy ? texts[policy] : t('rules.noneUnknown')}
        </EmptyState>
      )}
      {opened}
    </Panel>
  );
}

/** Reads the policy, rules and IP sets of an instance again and again, and joins them to a firewall. */
function useFirewall(instance: string) {
  const inputs = firewallInputs(instance);
  const policy = useBackendQuery('D35', inputs.policy, { poll: 'slow' });
  const rules = useBackendQuery('D38', inputs.rules, { poll: 'slow' });
  const sets = useBackendQuery('D43', inputs.sets, { poll: 'slow' });
  /** Null until the rules are there. */
  const firewall = useMemo(
    () =>
      rules.data
        ? readFirewall(policy.data ?? null, rules.data.data, sets.data?.data ?? null)
        : null,
    [policy.data, rules.data, sets.data],
  );
  const total = rules.data?.page?.total ?? 0;
  const shown = rules.data?.data.length ?? 0;
  /** How many rules the backend has and how many are loaded; null when all are loaded. */
  const partial = total > shown ? { total, shown } : null;
  return { policy, rules, sets, firewall, partial };
}

/** What the tab needs of the machine. @param viewerAddress the IP address from which the server sees the viewer */
function useMachineFacts(instance: string, viewerAddress: string | null) {
  const { data } = useInstance(instance);
  const address = data?.ip_address;
  const viewer = useMemo(() => readViewer(viewerAddress, address), [viewerAddress, address]);
  const status = canonicalStatus(data?.status);
  /** The firewall of a machine that is being deleted can't be changed. */
  const deleting = status === 'deleting' || status === 'deleted';
  return { viewer, deleting };
}
