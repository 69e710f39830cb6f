import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { OpenPayments } from '@/components/money/top-up/open-payments';
import { messagesAddress } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { requireSession } from '@/lib/next/session';
import { AccountScope } from '@/lib/query/scope';

/** Tells its pages their account by its slug. It is not found if the session has no key of it. */
export default async function AccountLayout({
  params,
  children,
}: {
  params: Promise<{ account: string }>;
  children: ReactNode;
}) {
  const [{ account }, session, words] = await Promise.all([
    pageParams(params),
    requireSession(),
    messagesAddress(['payments']),
  ]);
  if (!session.accounts.some(({ slug }) => slug === account)) notFound();
  return (
    <AccountScope account={account}>
      <OpenPayments of={{ account }} words={words} />
      {children}
    </AccountScope>
  );
}
