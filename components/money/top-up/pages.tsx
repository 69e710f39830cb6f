/** The pages of top-ups, of organizations and VPS accounts. Server only. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { roleIn } from '@/components/organization/vms/access';
import { NoBillingAccess } from '@/components/money/invoices/no-access';
import { mayReadBills, readMoney } from '@/components/money/invoices/billing-rights';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { operation } from '@/lib/contract';
import { roleCan } from '@/lib/contract/permissions';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { tryReadPayment } from '@/lib/next/payments';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import type { MoneyScope } from '@/lib/paths';
import { AccountCheckout, OrganizationCheckout } from './checkouts';
import { methodsInput } from './methods';
import { PaymentView } from './payment-view';
import { VoucherPanel } from './voucher-panel';

interface Props<Names> {
  params: Promise<Names>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The amount that a link brings along, in rupiah; null where it is none. */
function amountOf(query: Record<string, string | string[] | undefined>): number | null {
  const text = [query.amount].flat()[0] ?? '';
  const amount = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return amount > 0 && amount <= 1_000_000_000 ? amount : null;
}

export async function topUpMetadata(): Promise<Metadata> {
  return { title: (await translator('top-up'))('heading') };
}

export async function paymentMetadata(): Promise<Metadata> {
  return { title: (await translator('top-up'))('payment.plain') };
}

async function OrganizationPage({ params, searchParams }: Props<{ org: string }>) {
  const [{ org }, query] = await Promise.all([pageParams(params), searchParams]);
  const [t, may, role, money, { problem, answers }] = await Promise.all([
    translator('top-up'),
    mayReadBills(org),
    roleIn({ org }),
    readMoney(org),
    readForPage('A49', {}),
  ]);
  const mayPay = role === null || roleCan(role, operation('A51').permission);
  const first = amountOf(query);
  return (
    <Messages namespaces={['top-up', 'billing']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} description={t('description')} />
      {may && problem?.code !== 'no_access' ? (
        <div className="flex flex-col gap-8">
          {money?.payment_plans?.toLowerCase() === 'postpaid' ? (
            <p className="text-muted max-w-prose">{t('postpaid')}</p>
          ) : null}
          <Hydrate answers={answers}>
            <OrganizationCheckout
              {...{ problem, first }}
              fromInvoice={first !== null}
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

async function AccountPage({ params, searchParams }: Props<{ account: string }>) {
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
        <AccountCheckout {...{ problem, first }} fromInvoice={first !== null} />
      </Hydrate>
    </Messages>
  );
}

async function PaymentOf({
  of,
  id,
  query,
}: {
  of: MoneyScope;
  id: string;
  query: Record<string, string | string[] | undefined>;
}) {
  const { data, problem } = await tryReadPayment(of, id);
  if (problem?.code === 'not_found') notFound();
  return (
    <Messages namespaces={['top-up', 'billing']}>
      <PaymentView
        {...{ of, id }}
        first={data ?? null}
        problem={problem ?? null}
        returned={query.resultCode !== undefined}
      />
    </Messages>
  );
}

async function OrganizationPaymentOf({
  params,
  searchParams,
}: Props<{ org: string; payment: string }>) {
  const [{ org, payment: id }, query] = await Promise.all([pageParams(params), searchParams]);
  return PaymentOf({ of: { org }, id, query });
}

async function AccountPaymentOf({
  params,
  searchParams,
}: Props<{ account: string; payment: string }>) {
  const [{ account, payment: id }, query] = await Promise.all([pageParams(params), searchParams]);
  return PaymentOf({ of: { account }, id, query });
}

/** Where an organization's balance is topped up. */
export const OrganizationTopUp = withOutline(DetailLoading, OrganizationPage);
/** Where a VPS account's balance is topped up. */
export const AccountTopUp = withOutline(DetailLoading, AccountPage);
/** A payment into an organization. */
export const OrganizationPayment = withOutline(DetailLoading, OrganizationPaymentOf);
/** A payment into a VPS account. */
export const AccountPayment = withOutline(DetailLoading, AccountPaymentOf);
