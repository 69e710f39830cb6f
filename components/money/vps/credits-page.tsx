import { serverNow } from '@/lib/clock';
import { readForPage } from '@/lib/next/read-for-page';
import { billingPage } from './billing-page';
import { CreditList } from './credit-list';
import { askedPeriod, balanceInput, creditsInput, dayBefore } from './sources';

/** The page with the movements of an account's balance. */
export const { Page: CreditsPage, generateMetadata } = billingPage(
  'credits',
  async (query, account) => {
    const { start, end } = askedPeriod(query);
    const [list, ...balances] = await Promise.all([
      readForPage('D82', creditsInput(query), account),
      readForPage('D82', balanceInput(end), account),
      ...(start === null ? [] : [readForPage('D82', balanceInput(dayBefore(start)), account)]),
    ]);
    const answers = [list, ...balances].flatMap((read) => read.answers);
    return { problem: list.problem, answers };
  },
  (problem) => <CreditList now={serverNow()} problem={problem} />,
);
