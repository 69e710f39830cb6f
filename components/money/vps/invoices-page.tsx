import { inputOf } from '@/components/money/lists/source';
import { Messages } from '@/components/parts/shell/messages';
import { readForPage } from '@/lib/next/read-for-page';
import { billingPage } from './billing-page';
import { PostpaidList } from './postpaid-list';
import { postpaidSource } from './sources';

/** The page with the invoices of a postpaid account. */
export const { Page: InvoicesPage, generateMetadata } = billingPage(
  'invoices',
  async (query, account) => {
    const [list, summary] = await Promise.all([
      readForPage('D84', inputOf(postpaidSource, query), account),
      readForPage('D83', {}, account),
    ]);
    return { problem: list.problem, answers: [...list.answers, ...summary.answers] };
  },
  (problem) => (
    <Messages namespaces={['billing', 'documents']}>
      <PostpaidList problem={problem} />
    </Messages>
  ),
);
