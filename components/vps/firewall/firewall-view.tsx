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
import { FirewallContext, useFirewallHere, type FirewallHere } from './firewall-context';
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
  /** The address that the server sees the viewer by. */
  seen: string | null;
  /** Of the server's own reads, shown until the browser's. */
  problems: Record<'policy' | 'rules' | 'sets', Problem | null>;
}

/** The firewall of an instance: what gets in, the rules, the IP sets. */
export function FirewallView({ instance, seen, problems }: FirewallViewProps) {
  const t = useTranslations('firewall');
  const label = useAccountLabel();
  const { rules, policy, sets, firewall, partial } = useFirewall(instance);
  const { viewer, deleting } = useMachineFacts(instance, seen);
  const refusal = useRefusal('write_instance');
  const locked = refusal ?? (deleting ? t('reasons.deleting') : null);
  const here = useMemo<FirewallHere | null>(
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
        here ? (
          <FirewallContext value={here}>
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
  const { firewall, locked } = useFirewallHere();
  const { rules, unread, policy } = firewall;
  const some = rules.length + unread.length > 0;
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
        some ? (
          <>
            {copy}
            {add}
          </>
        ) : undefined
      }
    >
      {some ? (
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

/** The reads of the firewall of an instance, followed live, and what they mean together. */
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
  /** More rules than one page of the list holds: what the backend says there are, and how many are here. */
  const partial = total > shown ? { total, shown } : null;
  return { policy, rules, sets, firewall, partial };
}

/** @param seen the address that the server sees the viewer by */
function useMachineFacts(instance: string, seen: string | null) {
  const { data } = useInstance(instance);
  const address = data?.ip_address;
  const viewer = useMemo(() => readViewer(seen, address), [seen, address]);
  const status = canonicalStatus(data?.status);
  /** Nothing is changed about a machine that is going. */
  const deleting = status === 'deleting' || status === 'deleted';
  return { viewer, deleting };
}
