import { inputOf } from '@/components/money/lists/source';
import { serverNow } from '@/lib/clock';
import { readForPage } from '@/lib/next/read-for-page';
import { billingPage } from './billing-page';
import { DepositList } from './deposit-list';
import { ExportDeposits } from './export-button';
import { depositSource } from './sources';

/** The page with the deposits of an account. */
export const { Page: DepositsPage, generateMetadata } = billingPage(
  'deposits',
  (query, account) => readForPage('D79', inputOf(depositSource, query), account),
  (problem) => <DepositList now={serverNow()} problem={problem} />,
  <ExportDeposits />,
);
