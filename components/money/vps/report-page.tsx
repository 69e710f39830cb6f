import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { Hydrate } from '@/lib/next/hydrate';
import { locale, translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { titleOf } from '@/lib/next/title';
import { monthOf } from '@/lib/format';
import { reports } from '@/lib/resources/vps';
import { withOutline } from '@/lib/next/with-outline';
import { ReportView } from './report-view';

interface PageProps {
  params: Promise<{ account: string; date: string }>;
}

export async function generateMetadata({ params }: PageProps) {
  const { account, date } = await pageParams(params);
  const [t, language, { data }] = await Promise.all([
    translator('vps-billing'),
    locale(),
    readForPage('D89', { params: { summary_date: date } }, account),
  ]);
  return titleOf(data && monthOf(reports.name(data), language), t('report.plain'));
}

async function Page({ params }: PageProps) {
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
