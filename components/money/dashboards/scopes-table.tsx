import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { ButtonLink } from '@/components/ui/button-link';
import { cx } from '@/components/ui/cx';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { rate, rupiah } from '@/lib/format';
import { urgency } from '@/lib/pricing';
import { settings } from '@/lib/settings';
import { troubleFirst } from './attention';
import { rowsOf } from './holdings';
import { countByGroup } from './machine';
import { costsOf, type ScopeOverview, type ScopeWallet } from './scope-overview';
import { machinesPath, overviewPath } from './scope-paths';
import { ProblemLine } from './problem-line';
import { StateCounts } from './state-counts';
import { dashboardWords, runwayWords, type Language, type Words } from './words';

interface ScopesTableProps {
  overviews: readonly ScopeOverview[];
  wallets: readonly ScopeWallet[];
  /** Closed at first. */
  folded?: boolean;
}

/** So many are shown at once, those in trouble first; a click shows the others. */
const most = 8;

/** Lists each organization, project and VPS account with its machines and its money. */
export async function ScopesTable({ overviews, wallets, folded = false }: ScopesTableProps) {
  const words = await dashboardWords();
  const { t } = words;
  // A column is left out if this person may not see any of its values.
  const money = overviews.some(({ seesMoney }) => seesMoney);
  const create = overviews.some((each) => each.create !== null);
  const walletOf = (of: ScopeOverview) => wallets.find(({ overview }) => overview === of) ?? null;
  const cost = (of: ScopeOverview) => (of.seesMoney ? rate(costsOf(of).perHour) : '–');
  const part = (
    id: 'place' | 'machines' | 'balance' | 'lasts' | 'cost' | 'create',
    cell: (row: ScopeOverview) => ReactNode,
  ) => ({ id, header: t(`places.${id}`), cell });
  const figure = (id: 'balance' | 'lasts' | 'cost', cell: (row: ScopeOverview) => ReactNode) => ({
    ...part(id, cell),
    numeric: true,
  });
  const table = (rows: readonly ScopeOverview[], caption: string) => (
    <PlainTable<ScopeOverview>
      caption={caption}
      columns={[
        { ...part('place', ({ scope }) => <ScopeLink scope={scope} />), main: true },
        column.text('kind', t('places.kind'), (row) => kindOf(row, t), {
          className: 'text-muted',
        }),
        { ...part('machines', (row) => <MachinesCell overview={row} t={t} />), at: 'under' },
        { ...figure('balance', (row) => <BalanceCell overview={row} t={t} />), at: 'figure' },
        money && figure('lasts', (row) => <RunwayCell wallet={walletOf(row)} words={words} />),
        money && figure('cost', cost),
        create && {
          ...part('create', (row) => <CreateCell overview={row} t={t} />),
          end: 'buttons',
          className: 'text-right',
        },
      ]}
      rows={rows}
      rowId={({ scope }) => scope.key}
    />
  );
  const title = t('places.title');
  if (folded)
    return (
      <FoldedPanel title={title} figure={overviews.length} flush>
        {table(overviews, title)}
      </FoldedPanel>
    );
  // A few keep the order of the menu. Of many, none in trouble may stay out of sight.
  const ordered = overviews.length > most ? troubleFirst(overviews, wallets) : overviews;
  const others = ordered.slice(most);
  return (
    <Panel title={title} flush>
      {table(ordered.slice(0, most), title)}
      {others.length > 0 ? (
        <details className="border-line border-t">
          <summary className="text-accent-text cursor-pointer px-4 py-2 text-sm">
            {t('places.others', { count: others.length })}
          </summary>
          {table(others, t('places.others', { count: others.length }))}
        </details>
      ) : null}
    </Panel>
  );
}

function ScopeLink({ scope }: Pick<ScopeOverview, 'scope'>) {
  return <TextLink href={overviewPath(scope)}>{scope.label}</TextLink>;
}

interface CellProps {
  overview: ScopeOverview;
  t: Words;
}

function kindOf({ scope, role }: ScopeOverview, t: Words): string {
  if (scope.kind === 'account') {
    return t('places.kinds.account', { label: settings().NUSA_DEWAVPS_LABEL });
  }
  const kind =
    scope.kind === 'project' && scope.organizationName
      ? t('places.kinds.projectOf', { organization: scope.organizationName })
      : t(`places.kinds.${scope.kind}`);
  return role ? `${kind} · ${t(`places.roles.${role}`)}` : kind;
}

function RunwayCell({ wallet, words }: { wallet: ScopeWallet | null; words: Language }) {
  if (!wallet || wallet.runway.kind === 'unknown') return '–';
  const strong = urgency(wallet.runway);
  const look =
    strong === 'danger'
      ? 'text-danger font-medium'
      : strong === 'warn'
        ? 'text-warn font-medium'
        : null;
  return <span className={cx(look)}>{runwayWords(wallet.runway, words)}</span>;
}

function CreateCell({ overview: { scope, create }, t }: CellProps) {
  if (!create) return '';
  return (
    <ButtonLink
      href={create}
      size="sm"
      variant="quiet"
      icon={<Plus aria-hidden />}
      aria-label={t('places.createIn', { place: scope.label })}
    >
      {t('places.create')}
    </ButtonLink>
  );
}

function MachinesCell({ overview: { holdings, scope }, t }: CellProps): ReactNode {
  const { machines } = holdings;
  switch (machines.kind) {
    case 'problem':
      return <ProblemLine problem={machines.problem} place={scope.label} />;
    case 'hidden':
      return <span className="text-faint">{t('places.hidden')}</span>;
    case 'unread':
      return <TextLink href={overviewPath(scope)}>{t('places.unread')}</TextLink>;
    case 'known': {
      const counted = rowsOf(machines).length;
      if (counted === 0) return <span className="text-faint">{t('places.none')}</span>;
      return (
        <span className="inline-flex flex-wrap items-center gap-x-3">
          <StateCounts counts={countByGroup(machines.rows)} list={machinesPath(scope)} />
          {machines.total > counted ? (
            <span className="text-faint text-xs">
              {t('places.latestOf', { counted, total: machines.total })}
            </span>
          ) : null}
        </span>
      );
    }
  }
}

function BalanceCell({ overview, t }: CellProps): ReactNode {
  const { scope, money, seesMoney, holdings } = overview;
  if (money?.problem) {
    // The row already shows the problem, in the cell of machines.
    return holdings.machines.kind === 'problem' ? (
      '–'
    ) : (
      <ProblemLine problem={money.problem} place={scope.label} />
    );
  }
  if (money) return money.balance === null ? '–' : rupiah(money.balance);
  const why =
    scope.kind === 'project'
      ? 'seeOrganization'
      : scope.kind === 'account' || seesMoney
        ? 'hidden'
        : 'noMoney';
  return <span className="text-faint">{t(`places.${why}`)}</span>;
}
