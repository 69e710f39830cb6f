import type { ReactNode } from 'react';
import { Messages } from '@/components/parts/shell/messages';
import { spanWords } from '@/components/parts/forms/span-words';
import { Skeleton } from '@/components/ui/skeleton';
import { exact, jakartaOffset, monthOf, rupiah } from '@/lib/format';
import { translator } from '@/lib/next/intl';
import { ContentOrOutline } from '@/lib/next/with-outline';
import { Fact, Facts } from '@/components/ui/fact';
import { Missing } from '../dashboards/missing';
import { Basis, RunwayFact } from '../dashboards/summary';
import { totalsOf } from '../dashboards/summary-numbers';
import { dashboardWords } from '../dashboards/words';
import { LowBalanceButton } from '../low-balance/low-balance-button';
import { projectRows, serviceRows, thingRows, unusedOf } from './cost-rows';
import { CostsButton } from './costs-button';
import type { MonthFigures } from './month-figures';
import { readMoneyOf, type ScopeMoney } from './read-money';

/** How many machines, disks and addresses are listed. */
const mostThings = 30;

/**
 * The money of one scope, at the top of its billing pages: its balance and how long it lasts, this month and the last,
 * and where the money goes. Renders nothing for people who may not see it. It waits for its own reads alone.
 * @param scope the key of a scope: `o/{org}` or `vps/{account}`
 */
export function MoneyOverview({ scope }: { scope: string }): ReactNode {
  return (
    <ContentOrOutline outline={<Skeleton className="mb-4 h-28 w-full" />}>
      {Shown({ scope })}
    </ContentOrOutline>
  );
}

async function Shown({ scope }: { scope: string }) {
  const money = await readMoneyOf(scope);
  if (!money) return null;
  const [t, words] = await Promise.all([translator('money-overview'), dashboardWords()]);
  const { overviews, wallet, months, at } = money;
  const totals = totalsOf(overviews);
  const { problem } = wallet.money;
  // These are parts of this component, so that the page waits for all of it.
  const [balance, month, costs] = await Promise.all([
    BalanceFact(money),
    MonthFacts({ months, failed: money.problem !== null }),
    Costs(money),
  ]);
  return (
    <Messages namespaces={['money-overview', 'dashboards', 'charts', 'billing']}>
      <section
        aria-label={t('title')}
        className="border-line bg-surface mb-4 min-w-0 rounded-md border"
      >
        {problem ? null : (
          <Facts>
            {balance}
            {wallet.money.postpaid ? null : <RunwayFact totals={totals} at={at} words={words} />}
            {month}
          </Facts>
        )}
        <div className="border-line flex flex-col gap-2 border-t px-4 py-2 first:border-t-0">
          <Missing overviews={overviews} />
          {costs}
          <div className="text-faint text-xs">
            <Basis totals={totals} overviews={overviews} words={words} />
          </div>
        </div>
      </section>
    </Messages>
  );
}

/** The balance with its last top-up; what is owed, where it is paid after use. */
async function BalanceFact({ wallet: { money, overview, costs } }: ScopeMoney) {
  const [t, { language }] = await Promise.all([translator('money-overview'), dashboardWords()]);
  const { balance, booked, postpaid, payable, topUps } = money;
  const [last] = topUps;
  const day = (date: string | null) =>
    date ? exact(`${date}T00:00:00+07:00`, language, jakartaOffset, 'date') : '–';
  const account = overview.scope.kind === 'account';
  if (postpaid)
    return (
      <Fact term={t('owed')} value={rupiah(payable)}>
        <span>{t('postpaid')}</span>
        {balance === null || account ? null : (
          <span>{t('balanceIs', { amount: rupiah(balance) })}</span>
        )}
      </Fact>
    );
  return (
    <Fact
      term={t('balance')}
      value={rupiah(balance)}
      strong={balance !== null && balance <= 0 ? 'danger' : null}
    >
      {booked === null ? null : <span>{t('booked', { amount: rupiah(booked) })}</span>}
      {last ? (
        <span>{t('topUp', { amount: rupiah(last.amount), date: day(last.date) })}</span>
      ) : account ? (
        <span>{t('noTopUp')}</span>
      ) : null}
      <LowBalanceButton
        scope={overview.scope.key}
        name={overview.scope.label}
        perHour={costs.perHour}
      />
    </Fact>
  );
}

/** What this month has cost, what it will have cost, and what the last one did. */
async function MonthFacts({ months, failed }: { months: MonthFigures; failed: boolean }) {
  const [t, { language }] = await Promise.all([translator('money-overview'), dashboardWords()]);
  const { month, lastMonth, spent, estimated, last, forecast } = months;
  const about = (amount: number) => `≈\u00a0${rupiah(amount)}`;
  const before = monthOf(lastMonth, language);
  const lastNote =
    last !== null
      ? t('lastBill', { month: before })
      : failed
        ? t('failed')
        : t('lastNone', { month: before });
  return (
    <>
      <Fact
        term={t('spent')}
        value={spent === null ? '–' : estimated ? about(spent) : rupiah(spent)}
      >
        {spent === null ? null : t(estimated ? 'spentEstimate' : 'spentNote')}
      </Fact>
      {forecast === null ? null : (
        <Fact term={t('forecast', { month: monthOf(month, language) })} value={about(forecast)}>
          {t('forecastNote')}
        </Fact>
      )}
      <Fact term={t('last')} value={rupiah(last)}>
        {lastNote}
      </Fact>
    </>
  );
}

/** What nothing uses, in a sentence, and the button that shows where the money goes. */
async function Costs({ overviews, wallet, bill }: ScopeMoney) {
  const [t, { ui }] = await Promise.all([translator('money-overview'), dashboardWords()]);
  const things = thingRows(overviews, wallet);
  const unused = unusedOf(things, wallet);
  const sentence = () => {
    if (!unused) return null;
    const { count, perHour, gain } = unused;
    if (perHour === null) return t('unusedUnknown', { count });
    const gained =
      gain?.kind === 'hours'
        ? t('unusedGain', { span: spanWords(ui, gain.hours) })
        : gain
          ? t('unusedForever')
          : '';
    return `${t('unused', { count, day: rupiah(perHour * 24) })} ${gained}`;
  };
  return (
    <>
      {unused ? <p className="text-sm">{sentence()}</p> : null}
      <CostsButton
        rows={{
          service: serviceRows(wallet),
          thing: things.slice(0, mostThings),
          project: projectRows(overviews, wallet),
        }}
        more={Math.max(0, things.length - mostThings)}
        perHour={wallet.costs.perHour}
        prepaid={!wallet.money.postpaid}
        bill={bill}
      />
    </>
  );
}
