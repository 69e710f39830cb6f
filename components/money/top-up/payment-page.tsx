import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { tryReadPayment } from '@/lib/next/payments';
import { withOutline } from '@/lib/next/with-outline';
import type { MoneyScope } from '@/lib/paths';
import type { PageProps, PageQuery } from './page-query';
import { PaymentView } from './payment-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('top-up'))('payment.plain') };
}

async function PaymentOf({ of, id, query }: { of: MoneyScope; id: string; query: PageQuery }) {
  const { data, problem } = await tryReadPayment(of, id);
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
