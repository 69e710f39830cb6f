import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { serverNow } from '@/lib/clock';
import { rupiah } from '@/lib/format';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import {
  billedOrganizations,
  mayReadBills,
  readMoney,
  type OrganizationMoney,
} from './billing-rights';
import { InvoiceList } from './invoice-list';
import { invoicesInput } from './invoices';
import { NoBillingAccess } from './no-access';

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('billing'))('heading') };
}

async function Page({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([pageParams(params), searchParams]);
  const one = (name: string) => [query[name]].flat()[0] ?? null;
  const [t, may, money, { organizations }, { problem, answers }] = await Promise.all([
    translator('billing'),
    mayReadBills(org),
    readMoney(org),
    billedOrganizations(),
    readForPage('A45', invoicesInput(org, { get: one })),
  ]);
  if (problem?.code === 'not_found') notFound();
  const allowed = may && problem?.code !== 'no_access';
  return (
    <Messages namespaces={['billing', 'machines']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={
          allowed ? (
            <>
              {organizations.length > 1 ? (
                <ButtonLink href={paths.allBilling()}>{t('everywhere.link')}</ButtonLink>
              ) : null}
              <ButtonLink href={paths.topUp({ org })} variant="primary">
                {t('topUp')}
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      {allowed ? (
        <>
          {money ? <Money of={money} /> : null}
          <Hydrate answers={answers}>
            <InvoiceList now={serverNow()} problem={problem} />
          </Hydrate>
        </>
      ) : (
        <NoBillingAccess />
      )}
    </Messages>
  );
}

/** The balance of a prepaid organization; what a postpaid one owes. */
async function Money({
  of: { balance, payment_plans: plan, account_payable: owed },
}: {
  of: OrganizationMoney;
}) {
  const t = await translator('billing');
  const postpaid = plan?.toLowerCase() === 'postpaid';
  const facts = [
    ...(postpaid ? [{ term: t('owed'), amount: owed }] : []),
    { term: t('balance'), amount: balance },
  ];
  return (
    <div className="mb-4">
      <dl className="flex flex-wrap gap-x-10 gap-y-2">
        {facts.map(({ term, amount }) => (
          <div key={term}>
            <dt className="text-faint text-sm">{term}</dt>
            <dd className="tabular text-lg">{rupiah(amount)}</dd>
          </div>
        ))}
      </dl>
      {postpaid ? <p className="text-muted mt-1 max-w-prose">{t('postpaid')}</p> : null}
    </div>
  );
}

/** The page with the invoices of an organization. */
export const InvoiceListPage = withOutline(ListLoading, Page);
