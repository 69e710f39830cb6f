import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { OpenPayments } from '@/components/money/top-up/open-payments';
import { scopeTitles } from '@/components/parts/shell/scope-titles';
import { messagesAddress } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { requireSession } from '@/lib/next/session';
import { AccountScope } from '@/lib/query/scope';

interface Props {
  params: Promise<{ account: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>) {
  const { account } = await pageParams(params);
  return scopeTitles(`vps/${account}`);
}

/** Tells its pages their account by its slug. It is not found if the session has no key of it. */
export default async function AccountLayout({ params, children }: Props) {
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
