import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { allows } from '@/components/parts/shell/scope-rules';
import type { Scope } from '@/components/parts/shell/scopes';
import { ButtonLink } from '@/components/ui/button-link';
import { cx } from '@/components/ui/cx';
import { Foreign } from '@/components/ui/foreign';
import { TextLink } from '@/components/ui/text-link';
import { rupiah } from '@/lib/format';
import { paths } from '@/lib/paths';
import { attentionOf, type Attention } from './attention';
import type { ScopeOverview, ScopeWallet } from './scope-overview';
import { machinesPath, topUpPath } from './scope-paths';
import { dashboardWords, runwayWords, type Language } from './words';

/** So many things are shown; the lists show the others. */
const most = 6;

interface PanelProps {
  overviews: readonly ScopeOverview[];
  wallets: readonly ScopeWallet[];
}

/** The first thing on a dashboard: what needs doing, each with the way to do it. Renders nothing if nothing does. */
export async function AttentionPanel({ overviews, wallets }: PanelProps) {
  const words = await dashboardWords();
  const { t } = words;
  const all = attentionOf(overviews, wallets);
  if (all.length === 0) return null;
  const several = overviews.length > 1;
  return (
    <section
      aria-label={t('attention.title')}
      className="border-line bg-surface rounded-md border border-l-4"
    >
      <ul className="divide-line divide-y">
        {all.slice(0, most).map((each, index) => (
          <Line key={index} of={each} several={several} words={words} />
        ))}
      </ul>
      {all.length > most ? (
        <p className="border-line text-faint border-t px-4 py-2 text-sm">
          {t('attention.more', { count: all.length - most })}
        </p>
      ) : null}
    </section>
  );
}

interface LineProps {
  of: Attention;
  several: boolean;
  words: Language;
}

function Line({ of, several, words }: LineProps) {
  const { t } = words;
  switch (of.kind) {
    case 'runway': {
      const { scope } = of.wallet.overview;
      const span = runwayWords(of.wallet.runway, words);
      const empty = of.wallet.runway.kind === 'empty';
      return (
        <Row strong={of.strong} action={<Pay scope={scope} words={words} />}>
          {empty
            ? t('attention.empty', { place: scope.label })
            : t('attention.runway', { place: scope.label, span })}
        </Row>
      );
    }
    case 'payable': {
      const { scope } = of.wallet.overview;
      return (
        <Row strong="warn" action={<Bills scope={scope} words={words} />}>
          {t('attention.payable', { place: scope.label, amount: rupiah(of.amount) })}
        </Row>
      );
    }
    case 'machine':
      return (
        <Row strong="danger">
          <TextLink href={of.machine.href} className="font-medium">
            <Foreign text={of.machine.name} />
          </TextLink>{' '}
          {t('attention.machine')}
          {several ? <span className="text-faint"> · {of.machine.place}</span> : null}
        </Row>
      );
    case 'machines':
      return (
        <Row strong="danger">
          <TextLink href={`${machinesPath(of.overview.scope)}?status=error`}>
            {t('attention.machines', { count: of.count })}
          </TextLink>
          {several ? <span className="text-faint"> · {of.overview.scope.label}</span> : null}
        </Row>
      );
  }
}

function Row({
  strong,
  action,
  children,
}: {
  strong: 'danger' | 'warn';
  action?: ReactNode;
  children: ReactNode;
}) {
  const Mark = strong === 'danger' ? CircleAlert : TriangleAlert;
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-1.5">
      <Mark
        aria-hidden
        className={cx('size-4 shrink-0', strong === 'danger' ? 'text-danger' : 'text-warn')}
      />
      <span className="min-w-0 grow basis-0">{children}</span>
      {action}
    </li>
  );
}

/** Whoever sees the balance may pay. */
function Pay({ scope, words: { t } }: { scope: Scope; words: Language }) {
  const href = topUpPath(scope);
  return href === null ? null : (
    <ButtonLink href={href} size="sm" aria-label={t('attention.topUpOf', { place: scope.label })}>
      {t('topUp')}
    </ButtonLink>
  );
}

function Bills({ scope, words: { t } }: { scope: Scope; words: Language }) {
  const href =
    scope.kind === 'account'
      ? allows(scope, 'billing')
        ? paths.vpsBilling(scope.account)
        : null
      : paths.billing(scope.group);
  return href === null ? null : (
    <ButtonLink href={href} size="sm">
      {t('attention.bills')}
    </ButtonLink>
  );
}
