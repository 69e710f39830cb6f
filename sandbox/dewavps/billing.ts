/** The month's summary: D78. */
import { monthHours, monthStart } from '../ledger';
import { implement } from '../registry';
import { dayText } from './text';

implement('D78', (_, { cloud, account, now }) => {
  const balance = cloud.ledger.balance(account);
  const cost = cloud.ledger.spent({ account }, monthStart(now));
  const hourly = cloud.ledger.hourly(account);
  const paid = cloud.ledger.entries(account).filter(({ kind }) => kind === 'top-up');
  return {
    // Before this month's cost, and after it: what is really left.
    current_balance: balance + cost,
    actual_balance: balance,
    current_cost: cost,
    estimated_monthly_total: hourly * monthHours,
    current_hour_cost: hourly,
    last_topup: paid.slice(-3).reverse().map((entry) => ({ amount: entry.amount, date: dayText(entry.at) })), // prettier-ignore
  };
});
