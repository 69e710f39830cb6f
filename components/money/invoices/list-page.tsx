import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { inputOf } from '@/components/money/lists/source';
import { serverNow } from '@/lib/clock';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { MoneyOverview } from '../overview/money-overview';
import { billedPlaces } from './billing-places';
import { mayReadBills } from './billing-rights';
import { InvoiceList } from './invoice-list';
import { invoicesOf } from './invoices';
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
  const [t, may, { places }, { problem, answers }, overview] = await Promise.all([
    translator('billing'),
    mayReadBills(org),
    billedPlaces(),
    readForPage('A45', inputOf(invoicesOf(org), { get: one })),
    MoneyOverview({ scope: `o/${org}` }), // begins with its reads
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
              {places.length > 1 ? (
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
          {overview}
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

/** The page with the invoices of an organization. */
export const InvoiceListPage = withOutline(ListLoading, Page);
