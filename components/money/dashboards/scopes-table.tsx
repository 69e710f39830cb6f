import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { cx } from '@/components/ui/cx';
import { Panel } from '@/components/ui/panel';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { rate, rupiah } from '@/lib/format';
import { urgency } from '@/lib/pricing';
import { settings } from '@/lib/settings';
import { rowsOf } from './holdings';
import { countByGroup } from './machine';
import { costsOf, type ScopeOverview, type ScopeWallet } from './scope-overview';
import { machinesPath, overviewPath } from './scope-paths';
import { ProblemLine } from './problem-line';
import { StateCounts } from './state-counts';
import { dashboardWords, runwayWords, type Language, type Words } from './words';

/** Which columns have anything to say for this person. */
interface Columns {
  money: boolean;
  create: boolean;
}

/** Each organization, project and VPS account with its machines and its money. */
export async function ScopesTable({
  overviews,
  wallets,
}: {
  overviews: readonly ScopeOverview[];
  wallets: readonly ScopeWallet[];
}) {
  const words = await dashboardWords();
  const { t } = words;
  const columns: Columns = {
    money: overviews.some(({ seesMoney }) => seesMoney),
    create: overviews.some(({ create }) => create !== null),
  };
  return (
    <Panel title={t('places.title')} flush>
      <Table caption={t('places.title')}>
        <TableHead>
          <HeadCell>{t('places.place')}</HeadCell>
          <HeadCell>{t('places.kind')}</HeadCell>
          <HeadCell>{t('places.machines')}</HeadCell>
          <HeadCell numeric>{t('places.balance')}</HeadCell>
          {columns.money ? <HeadCell numeric>{t('places.lasts')}</HeadCell> : null}
          {columns.money ? <HeadCell numeric>{t('places.cost')}</HeadCell> : null}
          {columns.create ? (
            <HeadCell>
              <span className="sr-only">{t('places.create')}</span>
            </HeadCell>
          ) : null}
        </TableHead>
        <TableBody>
          {overviews.map((overview) => {
            const wallet = wallets.find((each) => each.overview === overview) ?? null;
            return <ScopeRow key={overview.scope.key} {...{ overview, wallet, columns, words }} />;
          })}
        </TableBody>
      </Table>
    </Panel>
  );
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

interface Row {
  overview: ScopeOverview;
  wallet: ScopeWallet | null;
  columns: Columns;
  words: Language;
}

function ScopeRow({ overview, wallet, columns, words }: Row) {
  const { t } = words;
  const { scope } = overview;
  return (
    <TableRow>
      <Cell main>
        <TextLink href={overviewPath(scope)}>{scope.label}</TextLink>
      </Cell>
      <Cell label={t('places.kind')} className="text-muted">
        {kindOf(overview, t)}
      </Cell>
      <Cell label={t('places.machines')}>
        <MachinesOf overview={overview} t={t} />
      </Cell>
      <Cell label={t('places.balance')} numeric>
        <BalanceOf overview={overview} t={t} />
      </Cell>
      {columns.money ? (
        <Cell label={t('places.lasts')} numeric>
          <LastsOf {...{ wallet, words }} />
        </Cell>
      ) : null}
      {columns.money ? (
        <Cell label={t('places.cost')} numeric>
          {overview.seesMoney ? rate(costsOf(overview).perHour) : '–'}
        </Cell>
      ) : null}
      {columns.create ? <CreateCell overview={overview} t={t} /> : null}
    </TableRow>
  );
}

function LastsOf({ wallet, words }: { wallet: ScopeWallet | null; words: Language }) {
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

function CreateCell({ overview: { scope, create }, t }: { overview: ScopeOverview; t: Words }) {
  return (
    <Cell className="text-right">
      {create ? (
        <ButtonLink
          href={create}
          size="sm"
          variant="quiet"
          icon={<Plus aria-hidden />}
          aria-label={t('places.createIn', { place: scope.label })}
        >
          {t('places.create')}
        </ButtonLink>
      ) : null}
    </Cell>
  );
}

function MachinesOf({
  overview: { holdings, scope },
  t,
}: {
  overview: ScopeOverview;
  t: Words;
}): ReactNode {
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
              {t('places.of', { counted, total: machines.total })}
            </span>
          ) : null}
        </span>
      );
    }
  }
}

function BalanceOf({ overview, t }: { overview: ScopeOverview; t: Words }): ReactNode {
  const { scope, money, seesMoney, holdings } = overview;
  if (money?.problem) {
    // One refusal is said once a row.
    return holdings.machines.kind === 'problem' ? (
      '–'
    ) : (
      <ProblemLine problem={money.problem} place={scope.label} />
    );
  }
  if (money) return money.balance === null ? '–' : rupiah(money.balance);
  const why =
    scope.kind === 'project'
      ? 'notHere'
      : scope.kind === 'account' || seesMoney
        ? 'hidden'
        : 'noMoney';
  return <span className="text-faint">{t(`places.${why}`)}</span>;
}
