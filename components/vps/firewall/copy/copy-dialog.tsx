'use client';
import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import type { DialogProps } from '@/components/ui/dialog-props';
import { copyPlan } from '@/lib/firewall/copy';
import { startCopyRun, type LoadFirewall, type CopyRun } from '@/lib/firewall/copy-run';
import { lockouts } from '@/lib/firewall/lockout';
import { retryWhenSlowed } from '@/lib/firewall/retry-when-slowed';
import { ProblemError } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useFirewallTab, type FirewallTab } from '../firewall-context';
import { Choose } from './choose';
import { Compare } from './compare';
import type { Compared, Target } from './compared';
import { Progress } from './progress';
import { readFirewall } from '@/lib/firewall/model';
import { request } from '@/lib/query/fetcher';
import { useAccount } from '@/lib/query/scope';
import { firewallInputs } from '../inputs';

type Phase =
  | { at: 'choose' }
  | { at: 'compare'; asked: readonly Target[]; compared: readonly Compared[] }
  | { at: 'copy'; compared: readonly Compared[]; run: CopyRun };

/** Reads the firewall of a target and works out what copying to it would change. */
async function compareWith(
  target: Target,
  { tab, load, policy }: { tab: FirewallTab; load: LoadFirewall; policy: boolean },
): Promise<Compared> {
  try {
    const to = await retryWhenSlowed(() => load(target.id));
    const plan = copyPlan(tab.firewall, to, policy);
    return { ...target, to, plan, warnings: lockouts(to, plan.after, tab.viewer) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ...target, problem: error.problem };
  }
}

/** The dialog that copies the rules of this machine to other machines, in three steps: choose, compare, copy. */
export function CopyDialog({ onClose }: DialogProps) {
  const tab = useFirewallTab();
  const t = useTranslations('firewall');
  const load = useLoadFirewall();
  const change = useBackendChange();
  const [phase, setPhase] = useState<Phase>({ at: 'choose' });
  const [chosen, setChosen] = useState<readonly Target[]>([]);
  const [policy, setPolicy] = useState(false);
  const [busy, setBusy] = useState(false);
  /** The number of the last comparison. Answers of earlier comparisons are ignored. */
  const latest = useRef(0);

  const compare = useCallback(
    async (asked: readonly Target[]) => {
      const own = (latest.current += 1);
      const compared: Compared[] = [];
      setPhase({ at: 'compare', asked, compared });
      for (const target of asked) {
        compared.push(await compareWith(target, { tab, load, policy }));
        if (latest.current !== own) return;
        setPhase({ at: 'compare', asked, compared: [...compared] });
      }
    },
    [load, tab, policy],
  );
  const copy = (compared: readonly Compared[]) => {
    const jobs = compared.flatMap((each) =>
      each.plan && each.plan.steps.length > 0
        ? [{ id: each.id, to: each.to, steps: each.plan.steps }]
        : [],
    );
    const run = startCopyRun(jobs, { change, load });
    setBusy(true);
    run.subscribe(() => setBusy(!run.snapshot().settled));
    setPhase({ at: 'copy', compared, run });
  };
  return (
    <Dialog open onClose={onClose} title={t('copy.title')} locked={busy} size="lg">
      {phase.at === 'choose' ? (
        <Choose
          chosen={chosen}
          onChosen={setChosen}
          policy={policy}
          onPolicy={setPolicy}
          onCompare={() => void compare(chosen)}
          onClose={onClose}
        />
      ) : null}
      {phase.at === 'compare' ? (
        <Compare
          asked={phase.asked}
          compared={phase.compared}
          onBack={() => {
            latest.current += 1;
            setPhase({ at: 'choose' });
          }}
          onCopy={() => copy(phase.compared)}
          onClose={onClose}
        />
      ) : null}
      {phase.at === 'copy' ? (
        <Progress
          targets={phase.compared}
          run={phase.run}
          onRetry={(targets) => void compare(targets)}
          onClose={onClose}
        />
      ) : null}
    </Dialog>
  );
}

interface Page<T> {
  data: T[];
  page: { last_page: number | null } | null;
}

/** Reads all pages of a list and returns their rows. */
async function allPages<T>(read: (page: number) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  for (let page = 1, last = 1; page <= last; page += 1) {
    const list = await read(page);
    rows.push(...list.data);
    last = list.page?.last_page ?? 1;
  }
  return rows;
}

/** Returns a function that reads the complete firewall of an instance, with all pages of its lists. */
function useLoadFirewall(): LoadFirewall {
  const account = useAccount();
  return useCallback(
    async (instance) => {
      const { params, query } = firewallInputs(instance).rules;
      const input = (page: number) => ({ params, query: { ...query, page } });
      const policy = await request('D35', { params }, { account });
      const rules = await allPages((page) => request('D38', input(page), { account }));
      const sets = await allPages((page) => request('D43', input(page), { account }));
      return readFirewall(policy, rules, sets);
    },
    [account],
  );
}
