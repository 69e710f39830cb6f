import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { serverNow } from '@/lib/clock';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { titleOf } from '@/lib/next/title';
import { withOutline } from '@/lib/next/with-outline';
import { DepositView } from './deposit-view';
import { newestDeposits } from './sources';

interface PageProps {
  params: Promise<{ account: string; deposit: string }>;
}

export async function generateMetadata({ params }: PageProps) {
  const { account, deposit } = await pageParams(params);
  const [t, { data }] = await Promise.all([
    translator('vps-billing'),
    readForPage('D81', { params: { invoice_id: deposit } }, account),
  ]);
  return titleOf(data && (data.code || deposit), t('deposit.title'));
}

async function Page({ params }: PageProps) {
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
