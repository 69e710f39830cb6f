import type { Metadata } from 'next';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { ReportView } from './report-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vps-billing'))('report.plain') };
}

async function Page({ params }: { params: Promise<{ account: string; date: string }> }) {
  const { account, date } = await pageParams(params);
  const { problem, answers } = await readForPage(
    'D89',
    { params: { summary_date: date } },
    account,
  );
  return (
    <Messages namespaces={['vps-billing', 'charts', 'machines']}>
      <Hydrate answers={answers}>
        <ReportView day={date} problem={problem} />
      </Hydrate>
    </Messages>
  );
}

/** The page of a month's report. */
export const ReportPage = withOutline(DetailLoading, Page);
