import type { ReactNode } from 'react';
import type { Scope } from '@/components/parts/shell/scopes';
import { Instant } from '@/components/ui/instant';
import { TextLink } from '@/components/ui/text-link';
import { pricePerHour, pricePerMonth, rupiah } from '@/lib/format';
import { forecast, lastDay, urgency, wholeSum } from '@/lib/pricing';
import { Fact, Facts } from '@/components/ui/fact';
import { countByGroup } from './machine';
import { rowsOf } from './holdings';
import type { ScopeOverview } from './scope-overview';
import { machinesPath, topUpPath } from './scope-paths';
import { StateCounts } from './state-counts';
import type { Totals } from './summary-numbers';
import { dashboardWords, runwayWords, type Language } from './words';

interface SummaryProps {
  overviews: readonly ScopeOverview[];
  totals: Totals;
  /** When the figures were read, in milliseconds since 1970. */
  at: number;
  /** Shown at the end of the footer. */
  children: ReactNode;
}

/** The top of a dashboard: the balance and how long it lasts, what an hour costs, and the states of machines. */
export async function Summary({ overviews, totals, at, children }: SummaryProps) {
  const words = await dashboardWords();
  const { t, language } = words;
  const seesMoney = overviews.some((overview) => overview.seesMoney);
  const seesMachines = overviews.some(({ holdings }) => holdings.machines.kind !== 'hidden');
  return (
    <section aria-label={t('summary.title')} className="border-line bg-surface rounded-md border">
      {seesMoney || seesMachines ? (
        <Facts>
          {seesMoney ? <Balance {...{ overviews, totals, at, words }} /> : null}
          {totals.first ? <RunwayFact totals={totals} at={at} words={words} /> : null}
          {seesMoney ? (
            <Fact
              term={t('summary.cost')}
              value={totals.perHour === null ? '–' : pricePerHour(totals.perHour, language)}
            >
              {totals.perMonth === null ? (
                t('summary.costUnknown')
              ) : (
                <span className="tabular">
                  {t('summary.month', { amount: pricePerMonth(totals.perMonth, language) })}
                </span>
              )}
            </Fact>
          ) : null}
          {seesMachines ? (
            <MachinesFact overviews={overviews} totals={totals} words={words} />
          ) : null}
        </Facts>
      ) : null}
      <div className="border-line text-faint flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t px-4 py-1.5 text-xs">
        {seesMoney ? <Basis totals={totals} overviews={overviews} words={words} /> : <span />}
        {children}
      </div>
    </section>
  );
}

interface Part {
  overviews: readonly ScopeOverview[];
  totals: Totals;
  words: Language;
}

function Balance({
  overviews,
  totals: { balance, wallets },
  at,
  words: { t },
}: Part & { at: number }) {
  const told = wallets.filter(({ money }) => money.spent !== null);
  const spent = told.map(({ money }) => money.spent ?? 0);
  const byEnd = wholeSum(told.map(({ money, costs }) => forecast(money.spent, costs.perHour, at)));
  const payable = wallets.reduce((sum, { money }) => sum + (money.payable ?? 0), 0);
  const onlyProjects =
    wallets.length === 0 && overviews.every(({ scope }) => scope.kind === 'project');
  return (
    <Fact
      term={t('summary.balance')}
      value={balance === null ? '–' : rupiah(balance)}
      strong={balance !== null && balance <= 0 ? 'danger' : null}
    >
      {onlyProjects ? t('summary.ofOrganization') : null}
      {!onlyProjects && wallets.length === 0 ? t('summary.noBalance') : null}
      {wallets.length > 1 ? t('summary.wallets', { count: wallets.length }) : null}
      {spent.length > 0 ? (
        <span className="tabular">
          {t('summary.spent', { amount: rupiah(spent.reduce((sum, amount) => sum + amount, 0)) })}
          {byEnd === null ? null : <>, {t('summary.byEnd', { amount: rupiah(byEnd) })}</>}
        </span>
      ) : null}
      {payable > 0 ? t('summary.payable', { amount: rupiah(payable) }) : null}
    </Fact>
  );
}

interface RunwayFactProps extends Omit<Part, 'overviews'> {
  at: number;
}

/** How long the balance lasts that runs out first. */
export function RunwayFact({ totals: { first, wallets }, at, words }: RunwayFactProps) {
  if (!first) return null;
  const end = first.runway.kind === 'lasts' ? lastDay(first.runway.hours, at) : null;
  const { t } = words;
  const lasts = runwayWords(first.runway, words);
  const told = first.runway.kind === 'lasts' || first.runway.kind === 'empty';
  return (
    <Fact term={t('summary.lasts')} value={told ? lasts : '–'} strong={urgency(first.runway)}>
      {told ? null : lasts}
      {told && wallets.length > 1
        ? t('summary.firstToRunOut', { place: first.overview.scope.label })
        : null}
      {end ? (
        <span>
          {t('summary.until')} <Instant iso={end} as="exact" style="date" />
        </span>
      ) : null}
      {first.runway.kind === 'empty' ? (
        <TopUpNow scope={first.overview.scope} words={words} />
      ) : null}
    </Fact>
  );
}

/** Asks for a top-up. Whoever sees the balance may pay. */
function TopUpNow({ scope, words: { t } }: { scope: Scope; words: Language }) {
  const href = topUpPath(scope);
  return href === null ? (
    t('summary.topUpNow')
  ) : (
    <TextLink href={href}>{t('summary.topUpNow')}</TextLink>
  );
}

/** Counts the machines of an organization itself and those of its projects. Null for other scopes. */
function ownAndProjects([first, ...others]: readonly ScopeOverview[]) {
  const projects = others.every(({ scope }) => scope.kind === 'project');
  if (first?.scope.kind !== 'organization' || others.length === 0 || !projects) return null;
  const count = ({ holdings: { machines } }: ScopeOverview) => rowsOf(machines).length;
  return { own: count(first), projects: others.reduce((sum, each) => sum + count(each), 0) };
}

function MachinesFact({ overviews, totals: { machines }, words: { t } }: Part) {
  const [only] = overviews;
  const partly = overviews.some(
    ({
      holdings: {
        machines: { kind },
      },
    }) => kind === 'problem' || kind === 'unread',
  );
  const unknown = overviews.every(({ holdings }) => holdings.machines.kind !== 'known');
  const all = overviews.reduce(
    (sum, { holdings }) => sum + (holdings.machines.kind === 'known' ? holdings.machines.total : 0),
    0,
  );
  const split = ownAndProjects(overviews);
  return (
    <Fact term={t('summary.machines')} value={unknown ? '–' : all}>
      {machines.length > 0 ? (
        <StateCounts
          counts={countByGroup(machines)}
          list={overviews.length === 1 && only ? machinesPath(only.scope) : undefined}
        />
      ) : null}
      {all > machines.length
        ? t('summary.counted', { counted: machines.length, total: all })
        : null}
      {split ? t('summary.split', split) : null}
      {partly && !unknown ? t('summary.partly') : null}
      {all === 0 && !unknown && !partly ? t('summary.noMachine') : null}
    </Fact>
  );
}

/** Says what the estimates of costs are made of, and what they leave out. */
export function Basis({ totals, overviews, words: { t, language } }: Part) {
  const { basis, whole, perHour, leftOut } = totals;
  const list = new Intl.ListFormat(language).format(leftOut.map((what) => t(`leftOut.${what}`)));
  const cloud = overviews.some(({ scope }) => scope.kind !== 'account');
  const lines = [
    perHour === null
      ? null
      : basis === null
        ? t('estimateBasis.mixed')
        : t(`estimateBasis.${basis}`),
    cloud && perHour !== null ? t('estimateBasis.notCounted') : null,
    leftOut.length === 0 || perHour === null ? null : t('estimateBasis.leftOut', { list }),
    whole || leftOut.length > 0 || perHour === null ? null : t('estimateBasis.partial'),
  ].filter((line) => line !== null);
  if (lines.length === 0) return <span />;
  return (
    <details className="max-w-[90ch] grow basis-0">
      <summary className="cursor-pointer py-1">
        {whole && leftOut.length === 0 ? t('estimateBasis.title') : t('estimateBasis.titlePartial')}
      </summary>
      <p className="pb-1">{lines.join(' ')}</p>
    </details>
  );
}
