'use client';
import { CopyPlus, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Overlay } from '@/components/parts/actions/overlay';
import { Live } from '@/components/parts/answers/live';
import { useRefusal } from '@/components/parts/actions/use-permitted';
import { useScope } from '@/components/parts/shell/context';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import { TableSkeleton } from '@/components/ui/skeleton';
import type { FirewallContext } from './firewall-context';
import { SummaryPanel } from './summary-panel';
import { RulesTable } from './rules-table';
import { SetsPanel } from './sets-panel';
import {
  useFirewall,
  useMachineFacts,
  type FirewallState,
  type FirstProblems,
} from './use-firewall';
import { useAccount } from '@/lib/query/scope';

const RuleDialog = lazyNamed(() => import('./rule-dialog'), 'RuleDialog');
const CopyDialog = lazyNamed(() => import('./copy/copy-dialog'), 'CopyDialog');

interface FirewallViewProps {
  instance: string;
  /** The address that the server sees the viewer by. */
  seen: string | null;
  problems: FirstProblems;
}

/** The firewall of an instance: what gets in, the rules, the IP sets. */
export function FirewallView({ instance, seen, problems }: FirewallViewProps) {
  const account = useAccount();
  const t = useTranslations('firewall');
  const label = useScope()?.label ?? account;
  const state = useFirewall(instance, problems);
  const { name, viewer, deleting } = useMachineFacts(instance, seen);
  const { firewall } = state;
  const refusal = useRefusal('write_instance');
  const locked = refusal ?? (deleting ? t('reasons.deleting') : null);
  const context = useMemo<FirewallContext | null>(
    () => (firewall ? { account, instance, name, firewall, viewer, locked } : null),
    [account, instance, name, firewall, viewer, locked],
  );
  return (
    <Live
      query={state.rules}
      problem={problems.rules}
      failed={t('loadFailed')}
      noAccess={t('noAccess', { account: label })}
      stale={t('stale')}
      outline={<TableSkeleton label={t('loading')} />}
    >
      {() =>
        context ? (
          <div className="flex flex-col gap-4">
            <Loaded context={context} state={state} />
          </div>
        ) : null
      }
    </Live>
  );
}

function Loaded({ context, state }: { context: FirewallContext; state: FirewallState }) {
  const t = useTranslations('firewall');
  const [asked, setAsked] = useState<'add' | 'copy' | null>(null);
  const { rules, unread, policy } = context.firewall;
  const some = rules.length + unread.length > 0;
  const close = () => setAsked(null);
  const add = (
    <Button
      size="sm"
      variant="primary"
      icon={<Plus aria-hidden />}
      disabledReason={context.locked}
      onClick={() => setAsked('add')}
    >
      {t('rules.add')}
    </Button>
  );
  const texts = { accept: t('rules.noneAccept'), drop: t('rules.noneDrop') };
  return (
    <>
      <SummaryPanel context={context} state={state} />
      <Panel
        flush
        title={t('rules.title')}
        description={t('rules.description')}
        actions={
          some ? (
            <>
              <Button size="sm" icon={<CopyPlus aria-hidden />} onClick={() => setAsked('copy')}>
                {t('rules.copy')}
              </Button>
              {add}
            </>
          ) : undefined
        }
      >
        {some ? (
          <RulesTable context={context} />
        ) : (
          <EmptyState title={t('rules.none')} actions={add}>
            {policy ? texts[policy] : t('rules.noneUnknown')}
          </EmptyState>
        )}
      </Panel>
      <SetsPanel context={context} trouble={state.setsTrouble} />
      {asked ? (
        <Overlay>
          {asked === 'add' ? (
            <RuleDialog context={context} mode={{ kind: 'add' }} onClose={close} />
          ) : null}
          {asked === 'copy' ? <CopyDialog context={context} onClose={close} /> : null}
        </Overlay>
      ) : null}
    </>
  );
}
