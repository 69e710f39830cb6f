import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { AccountCheckout } from './account-checkout';
import { methodsInput } from './methods';
import { amountOf, isOfInvoice, type PageProps } from './page-query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('top-up'))('heading') };
}

async function AccountPage({ params, searchParams }: PageProps<{ account: string }>) {
  const [{ account }, query] = await Promise.all([pageParams(params), searchParams]);
  const first = amountOf(query);
  const [t, { problem, answers }] = await Promise.all([
    translator('top-up'),
    readForPage('D86', methodsInput(first), account),
  ]);
  return (
    <Messages namespaces={['top-up']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} description={t('description')} />
      <Hydrate answers={answers}>
        <AccountCheckout {...{ problem, first }} fromInvoice={isOfInvoice(query)} />
      </Hydrate>
    </Messages>
  );
}

/** Where a VPS account's balance is topped up. */
export const AccountTopUp = withOutline(DetailLoading, AccountPage);
