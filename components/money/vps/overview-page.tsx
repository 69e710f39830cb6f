import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { MoneyOverview } from '@/components/money/overview/money-overview';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Foreign } from '@/components/ui/foreign';
import { ProblemNote } from '@/components/ui/late-error-state';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Result, Row } from '@/lib/contract/types';
import { serverNow } from '@/lib/clock';
import { rupiah, signedRupiah } from '@/lib/format';
import { depositState } from '@/lib/money/deposit';
import { dayWords } from '@/lib/money/invoice';
import { movementOf } from '@/lib/money/month-end';
import { tryRead } from '@/lib/next/backend';
import { locale, translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { deposits } from '@/lib/resources/vps';
import { BillingHead } from './billing-head';
import { NoMoneyAccess } from './no-access';
import { newestCredits, newestDeposits } from './sources';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vps-billing'))('heading') };
}

async function Page({ params }: { params: Promise<{ account: string }> }) {
  const { account } = await pageParams(params);
  const [credits, payments] = await Promise.all([
    tryRead('D82', newestCredits, account),
    tryRead('D79', newestDeposits, account),
  ]);
  const refused = credits.problem?.code === 'no_access';
  return (
    <Messages namespaces={['vps-billing', 'machines']}>
      <BillingHead slug={account} refused={refused} />
      {refused ? (
        <NoMoneyAccess />
      ) : (
        <>
          <MoneyOverview scope={`vps/${account}`} />
          <div className="flex flex-col gap-4">
            <Latest slug={account} {...credits} />
            <div className="grid items-start gap-4 lg:grid-cols-2">
              <LatestDeposits slug={account} {...payments} />
              <NextSteps slug={account} />
            </div>
          </div>
        </>
      )}
    </Messages>
  );
}

type Read<R extends 'D79' | 'D82'> = Awaited<ReturnType<typeof tryRead<R>>>;

type Credit = Row<'D82'>;

/** The newest movements of the balance. */
async function Latest({ slug, data, problem }: Read<'D82'> & { slug: string }) {
  const t = await translator('vps-billing');
  const all = paths.vpsBillingPart(slug, 'credits');
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
        column.instant('time', t('credits.time'), ({ created_at: at }) => at, {
          as: 'exact',
          at: 'under',
        }),
        column.money('amount', t('credits.amount'), (row) => movementOf(row).amount, {
          cell: (row) => signedRupiah(movementOf(row).amount),
        }),
        column.money('after', t('credits.after'), ({ balance_after: after }) => after),
      ]}
    />
  );
}

/** So many deposits are shown. */
const mostDeposits = 3;

/** The newest deposits, with links to their receipts. */
async function LatestDeposits({ slug, data, problem }: Read<'D79'> & { slug: string }) {
  const [t, language] = await Promise.all([translator('vps-billing'), locale()]);
  const now = serverNow();
  return (
    <Panel
      title={t('deposits.latest')}
      actions={<TextLink href={deposits.page(slug)}>{t('deposit.back')}</TextLink>}
    >
      {problem ? (
        <ProblemNote problem={problem} what={t('deposits.failed')} />
      ) : data.data.length === 0 ? (
        <p className="text-muted">{t('deposits.emptyTitle')}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {data.data.slice(0, mostDeposits).map((row) => (
            <li key={row.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
              <TextLink
                href={deposits.href(slug, row.id)}
                className="justify-self-start wrap-anywhere"
              >
                <Foreign text={deposits.name(row)} />
              </TextLink>
              <span className="tabular text-right">{rupiah(row.detail?.amount)}</span>
              <span className="text-muted col-span-2 text-sm">
                {[
                  t(`deposits.states.${depositState(row, now)}`),
                  dayWords(row.created_at, language),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const steps = ['deposits', 'credits', 'invoices', 'reports'] as const;

/** What a person can do with the account's money, with links. */
async function NextSteps({ slug }: { slug: string }): Promise<ReactNode> {
  const t = await translator('vps-billing');
  return (
    <Panel title={t('next.title')}>
      <ul className="flex flex-col gap-2">
        {steps.map((step) => (
          <li key={step}>
            <TextLink href={paths.vpsBillingPart(slug, step)}>{t(`next.${step}`)}</TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The first page of an account's money. */
export const BillingPage = withOutline(DetailLoading, Page);
