import type { Metadata } from 'next';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { serverNow } from '@/lib/clock';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { DepositView } from './deposit-view';
import { newestDeposits } from './sources';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vps-billing'))('deposit.title') };
}

async function Page({ params }: { params: Promise<{ account: string; deposit: string }> }) {
  const { account, deposit } = await pageParams(params);
  const [one, list] = await Promise.all([
    readForPage('D81', { params: { invoice_id: deposit } }, account),
    readForPage('D79', newestDeposits, account),
  ]);
  return (
    <Messages namespaces={['vps-billing', 'machines', 'documents']}>
      <Hydrate answers={[...one.answers, ...list.answers]}>
        <DepositView id={deposit} now={serverNow()} problem={one.problem} />
      </Hydrate>
    </Messages>
  );
}

/** The page of one deposit. */
export const DepositPage = withOutline(DetailLoading, Page);
