import { inputOf } from '@/components/money/lists/source';
import { readForPage } from '@/lib/next/read-for-page';
import { billingPage } from './billing-page';
import { ReportList } from './report-list';
import { reportSource } from './sources';

/** The page with the monthly reports of an account. */
export const { Page: ReportsPage, generateMetadata } = billingPage(
  'reports',
  (query, account) => readForPage('D88', inputOf(reportSource, query), account),
  (problem) => <ReportList problem={problem} />,
);
