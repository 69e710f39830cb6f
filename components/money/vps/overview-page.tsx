import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { MoneyOverview } from '@/components/money/overview/money-overview';
import { PortalLink } from '@/components/organization/portal-link';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { KeyValue } from '@/components/ui/key-value';
import { ProblemNote } from '@/components/ui/late-error-state';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Result, Row } from '@/lib/contract/types';
import { rupiah } from '@/lib/format';
import { dayWords } from '@/lib/money/invoice';
import { movementOf } from '@/lib/money/month-end';
import { tryRead } from '@/lib/next/backend';
import { locale, translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { BillingHead } from './billing-head';
import { NoMoneyAccess } from './no-access';
import { newestCredits } from './sources';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vps-billing'))('heading') };
}

async function Page({ params }: { params: Promise<{ account: string }> }) {
  const { account } = await pageParams(params);
  const [summary, credits, overview] = await Promise.all([
    tryRead('D78', {}, account),
    tryRead('D82', newestCredits, account),
    MoneyOverview({ scope: `vps/${account}` }),
  ]);
  const refused = summary.problem?.code === 'no_access';
  return (
    <Messages namespaces={['vps-billing', 'machines']}>
      <BillingHead account={account} actions={refused ? undefined : <PortalLink button />} />
      {refused ? (
        <NoMoneyAccess />
      ) : (
        <div className="flex flex-col gap-4">
          {overview}
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Summary {...summary} />
            <NextSteps account={account} />
          </div>
          <Latest account={account} {...credits} />
        </div>
      )}
    </Messages>
  );
}

type Read<R extends 'D78' | 'D82'> = Awaited<ReturnType<typeof tryRead<R>>>;

/** The month as the provider sums it up, D78. */
async function Summary({ data, problem }: Read<'D78'>) {
  const [t, language] = await Promise.all([translator('vps-billing'), locale()]);
  if (problem) return <ProblemNote problem={problem} what={t('summary.failed')} />;
  const { actual_balance: balance, current_balance: before, last_topup: topUps } = data;
  const [last] = topUps;
  const known = (term: string, amount: number | null) =>
    amount === null ? [] : [{ term, value: rupiah(amount) }];
  return (
    <Panel title={t('summary.title')} description={t('summary.hint')}>
      <KeyValue
        pairs={[
          { term: t('summary.balance'), value: rupiah(balance ?? before) },
          ...(balance === before ? [] : known(t('summary.before'), balance && before)),
          { term: t('summary.cost'), value: rupiah(data.current_cost) },
          ...known(t('summary.hour'), data.current_hour_cost),
          ...known(t('summary.month'), data.estimated_monthly_total),
          {
            term: t('summary.lastTopUp'),
            value: last
              ? t('summary.topUp', {
                  amount: rupiah(last.amount),
                  day: dayWords(last.date, language),
                })
              : null,
          },
        ]}
      />
    </Panel>
  );
}

type Credit = Row<'D82'>;

/** The newest movements of the balance. */
async function Latest({ account, data, problem }: Read<'D82'> & { account: string }) {
  const t = await translator('vps-billing');
  const all = paths.vpsBillingPart(account, 'credits');
  return (
    <Panel
      title={t('latest.title')}
      actions={<TextLink href={all}>{t('latest.all')}</TextLink>}
      flush={Boolean(data?.data.length)}
    >
      {problem ? (
        <ProblemNote problem={problem} what={t('latest.failed')} />
      ) : data.data.length === 0 ? (
        <p className="text-muted">{t('latest.none')}</p>
      ) : (
        <Movements list={data} />
      )}
    </Panel>
  );
}

async function Movements({ list: { data } }: { list: Result<'D82'> }) {
  const t = await translator('vps-billing');
  return (
    <PlainTable<Credit>
      caption={t('latest.title')}
      rows={data}
      rowId={({ id }) => String(id)}
      columns={[
        column.text('what', t('credits.what'), ({ description }) => description, { main: true }),
        column.instant('time', t('credits.time'), ({ created_at: at }) => at, { as: 'exact' }),
        column.money('amount', t('credits.amount'), (row) => movementOf(row).amount),
        column.money('after', t('credits.after'), ({ balance_after: after }) => after),
      ]}
    />
  );
}

const steps = ['deposits', 'credits', 'invoices', 'reports'] as const;

/** What a person can do with the account's money, with links. */
async function NextSteps({ account }: { account: string }): Promise<ReactNode> {
  const t = await translator('vps-billing');
  return (
    <Panel title={t('next.title')}>
      <ul className="flex flex-col gap-2">
        {steps.map((step) => (
          <li key={step}>
            <TextLink href={paths.vpsBillingPart(account, step)}>{t(`next.${step}`)}</TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The first page of an account's money. */
export const BillingPage = withOutline(DetailLoading, Page);
