import type { Metadata } from 'next';
import { mayReadBills, paysLater } from '@/components/money/invoices/billing-rights';
import { NoBillingAccess } from '@/components/money/invoices/no-access';
import { roleIn } from '@/components/organization/vms/access';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { roleMay } from '@/components/parts/shell/group-role';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { operation } from '@/lib/contract';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { OrganizationCheckout } from './organization-checkout';
import { amountOf, isOfInvoice, type PageProps } from './page-query';
import { VoucherPanel } from './voucher-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('top-up'))('heading') };
}

async function OrganizationPage({ params, searchParams }: PageProps<{ org: string }>) {
  const [{ org }, query] = await Promise.all([pageParams(params), searchParams]);
  const [t, may, role, postpaid, { problem, answers }] = await Promise.all([
    translator('top-up'),
    mayReadBills(org),
    roleIn({ org }),
    paysLater(org),
    readForPage('A49', {}),
  ]);
  const mayPay = roleMay(role, operation('A51').permission);
  const first = amountOf(query);
  return (
    <Messages namespaces={['top-up', 'billing']}>
      <Breadcrumbs
        trail={[{ label: t('billing'), href: paths.moneyOf({ org }) }, { label: t('heading') }]}
      />
      <PageHeader title={t('heading')} description={t('description')} />
      {may && problem?.code !== 'no_access' ? (
        <div className="flex flex-col gap-4">
          {postpaid ? <p className="text-muted max-w-prose">{t('postpaid')}</p> : null}
          <Hydrate answers={answers}>
            <OrganizationCheckout
              {...{ problem, first }}
              fromInvoice={isOfInvoice(query)}
              may={mayPay}
            />
          </Hydrate>
          <VoucherPanel may={mayPay} />
        </div>
      ) : (
        <NoBillingAccess />
      )}
    </Messages>
  );
}

/** Where an organization's balance is topped up. */
export const OrganizationTopUp = withOutline(DetailLoading, OrganizationPage);
