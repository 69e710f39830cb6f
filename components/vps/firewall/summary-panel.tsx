'use client';
import { ShieldAlert, ShieldCheck, ShieldQuestionMark } from 'lucide-react';
import { Suspense, useState, type ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { useOpened } from '@/components/parts/actions/use-opened';
import { TroubleNote } from '@/components/parts/answers/trouble-note';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import { decide } from '@/lib/firewall/decide';
import type { Verdict } from '@/lib/firewall/model';
import { summaryOf } from '@/lib/firewall/summary';
import { ssh } from '@/lib/firewall/services';
import { useFirewallTab } from './firewall-context';
import { VerdictBadge } from './rules-table';
import { useFirewallWords } from './use-words';

const PolicyDialog = lazyNamed(() => import('./policy-dialog'), 'PolicyDialog');
const ConnectionCheck = lazyNamed(() => import('./connection-check'), 'ConnectionCheck');

/** How many lines of the summary are written out; further lines are counted. */
const maxLines = 5;

interface PartialRules {
  /** How many rules there are and how many are loaded; null when all are loaded. */
  partial: { total: number; shown: number } | null;
}
type SummaryPanelProps = PartialRules &
  Pick<ComponentProps<typeof TroubleNote>, 'problem'> & {
    policyQuery: ComponentProps<typeof TroubleNote>['query'];
  };

/** Says in plain words what the firewall lets in, whether the viewer's SSH gets in, and what the default policy is. */
export function SummaryPanel({ policyQuery, problem, partial }: SummaryPanelProps) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const { open: set, opened } = useOpened((begin: Verdict, onClose) => (
    <PolicyDialog {...{ begin, onClose }} />
  ));
  const [checking, setChecking] = useState(false);
  const { firewall, locked } = useFirewallTab();
  const summary = words.summary(summaryOf(firewall), maxLines);
  const { policy } = firewall;
  const Icon =
    policy === 'drop' ? ShieldCheck : policy === 'accept' ? ShieldAlert : ShieldQuestionMark;
  const color = policy === 'drop' ? 'text-run' : 'text-warn';
  return (
    <Panel
      title={t('summary.title')}
      actions={
        <Button size="sm" aria-expanded={checking} onClick={() => setChecking(!checking)}>
          {t('check.title')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex items-start gap-3">
          <Icon aria-hidden className={`mt-0.5 size-6 shrink-0 ${color}`} />
          <div className="flex min-w-0 flex-col gap-1.5">
            <p className="text-lg text-pretty break-words">{summary}</p>
            <ViewerLine />
            <Notes partial={partial} />
          </div>
        </div>
        {policy === 'accept' ? (
          <Callout
            tone="warn"
            title={t('policy.warnTitle')}
            actions={
              <Button size="sm" disabledReason={locked} onClick={() => set('drop')}>
                {t('policy.warnAction')}
              </Button>
            }
          >
            {t('policy.warnText')}
          </Callout>
        ) : null}
        <TroubleNote query={policyQuery} problem={problem} what={t('policy.failed')} />
        <div className="border-line flex flex-wrap items-center gap-x-3 gap-y-2 border-t pt-3">
          <h3 className="text-muted font-normal">{t('policy.label')}</h3>
          {policy ? <VerdictBadge verdict={policy} /> : <span>{t('policy.unknown')}</span>}
          {policy ? <span className="text-muted text-sm">{t(`policy.${policy}`)}</span> : null}
          <Button
            size="sm"
            className="ml-auto"
            disabledReason={locked}
            onClick={() => set(policy === 'drop' ? 'accept' : 'drop')}
          >
            {t('policy.change')}
          </Button>
        </div>
        <Suspense fallback={null}>{checking ? <ConnectionCheck /> : null}</Suspense>
        {opened}
      </div>
    </Panel>
  );
}

/** Says from which address the viewer comes, and whether the firewall accepts SSH from there. */
function ViewerLine() {
  const { firewall, viewer } = useFirewallTab();
  const t = useTranslations('firewall');
  if (viewer.kind === 'unknown') return <p className="text-muted">{t('viewer.unknown')}</p>;
  const { address } = viewer;
  if (viewer.kind !== 'public')
    return <p className="text-muted">{t(`viewer.${viewer.kind}`, { address })}</p>;
  const found = decide(firewall, { from: address, protocol: 'tcp', port: ssh.ports[0] });
  if (!found?.verdict)
    return <p className="text-muted">{t('viewer.unknownPolicy', { address })}</p>;
  const says = found.verdict === 'accept' ? 'viewer.accepted' : 'viewer.dropped';
  const why = found.by ? t('viewer.byRule', { number: found.by.number }) : t('viewer.byPolicy');
  return (
    <p className="text-muted">
      {t(says, { address })} {why}
    </p>
  );
}

/** Says what the summary does not count: disabled and unreadable rules, rules on other pages, missing IP sets. */
function Notes({ partial }: PartialRules) {
  const { firewall } = useFirewallTab();
  const t = useTranslations('firewall');
  const disabled = firewall.rules.filter(({ enabled }) => !enabled).length;
  const unread = firewall.unread.length;
  return [
    disabled > 0 && t('notes.disabled', { count: disabled }),
    unread > 0 && t('notes.unread', { count: unread }),
    partial && t('notes.moreRules', partial),
    firewall.sets === null && t('notes.sets'),
  ].map(
    (note) =>
      note && (
        <p key={note} className="text-muted">
          {note}
        </p>
      ),
  );
}
