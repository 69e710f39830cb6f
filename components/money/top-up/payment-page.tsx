import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { rupiah } from '@/lib/format';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { tryReadPayment } from '@/lib/next/payments';
import { titleOf } from '@/lib/next/title';
import { withOutline } from '@/lib/next/with-outline';
import type { MoneyScope } from '@/lib/paths';
import type { PageProps, PageQuery } from './page-query';
import { PaymentView } from './payment-view';

/** Reads a payment once for a page and its title. @param place the slug of a VPS account, or an organization */
const paymentIn = cache((kind: 'account' | 'org', place: string, id: string) =>
  tryReadPayment(kind === 'account' ? { account: place } : { org: place }, id),
);
const paymentOf = (of: MoneyScope, id: string) =>
  'account' in of ? paymentIn('account', of.account, id) : paymentIn('org', of.org, id);

type PaymentParams = { payment: string } & MoneyScope;

export async function generateMetadata({ params }: { params: Promise<PaymentParams> }) {
  const [t, { payment, ...of }] = await Promise.all([translator('top-up'), pageParams(params)]);
  const { data } = await paymentOf(of, payment);
  return titleOf(data && rupiah(data.amount), t('payment.plain'));
}

async function PaymentOf({ of, id, query }: { of: MoneyScope; id: string; query: PageQuery }) {
  const { data, problem } = await paymentOf(of, id);
  if (problem?.code === 'not_found') notFound();
  return (
    <Messages namespaces={['top-up', 'machines']}>
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
}: PageProps<{ org: string; payment: string }>) {
  const [{ org, payment: id }, query] = await Promise.all([pageParams(params), searchParams]);
  return PaymentOf({ of: { org }, id, query });
}

async function AccountPaymentOf({
  params,
  searchParams,
}: PageProps<{ account: string; payment: string }>) {
  const [{ account, payment: id }, query] = await Promise.all([pageParams(params), searchParams]);
  return PaymentOf({ of: { account }, id, query });
}

/** A payment into an organization. */
export const OrganizationPayment = withOutline(DetailLoading, OrganizationPaymentOf);
/** A payment into a VPS account. */
export const AccountPayment = withOutline(DetailLoading, AccountPaymentOf);
