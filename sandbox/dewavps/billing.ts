/** Spending: the month's summary D78, reports by month D88 and by service D89. */
import type { Month } from '../bills';
import { billOf, monthsOf } from '../bills';
import { fixedUuid } from '../ids';
import type { Ledger } from '../ledger';
import { monthHours, monthStart } from '../ledger';
import { Refusal } from '../refusal';
import type { DewavpsContext } from '../registry';
import { implement } from '../registry';
import { paged } from './instances';
import { dayText, isoDay, monthText } from './text';

implement('D78', (_, { cloud, account, now }) => {
  const balance = cloud.ledger.balance(account);
  const cost = cloud.ledger.spent({ account }, monthStart(now));
  const hourly = cloud.ledger.hourly(account);
  const paid = cloud.ledger.entries(account).filter(({ kind }) => kind === 'top-up');
  return {
    // The balance before this month's cost, and after it, which is the real balance.
    current_balance: balance + cost,
    actual_balance: balance,
    current_cost: cost,
    estimated_monthly_total: hourly * monthHours,
    current_hour_cost: hourly,
    last_topup: paid
      .slice(-3)
      .reverse()
      .map((entry) => ({ amount: entry.amount, date: dayText(entry.at) })),
  };
});

/** The date of a month's report: the first day after the month. */
const billingDate = (month: Month) => isoDay(month.to);

/** The id of a report in D89; the list has a number (QD6). */
export const reportUuid = (account: string, month: Month) =>
  fixedUuid(`report ${account} ${billingDate(month)}`);

function reportWire(ledger: Ledger, account: string, month: Month, now: number) {
  const over = month.to <= now;
  const charges = ledger.charges(account, month.from, month.to);
  return {
    'billing periode': monthText(month.from), // the documented key contains a space (QD17)
    billing_date: billingDate(month),
    status: over ? 'Settled' : 'Ongoing',
    fully_settle: over,
    total: charges.reduce((total, entry) => total - entry.amount, 0),
    can_download: over,
  };
}

/** The months of the account with the numbers of their reports, newest first. */
export function reportsOf({ cloud, account, now }: DewavpsContext) {
  const months = monthsOf(cloud.ledger, account, now);
  return months.map((month, index) => ({ id: months.length - index, month }));
}

implement('D88', ({ query }, context) => {
  const { cloud, account, now } = context;
  const { rows, page } = paged(reportsOf(context), query);
  return {
    rows: rows.map(({ id, month }) => ({ id, ...reportWire(cloud.ledger, account, month, now) })),
    page,
  };
});

implement('D89', ({ params }, context) => {
  const { cloud, account, now } = context;
  const found = reportsOf(context).find(({ month }) => billingDate(month) === params.summary_date);
  if (!found) throw new Refusal(404, 'Billing report not found.');
  const bill = billOf(cloud.ledger, account, found.month);
  return {
    id: reportUuid(account, found.month),
    ...reportWire(cloud.ledger, account, found.month, now),
    services: [...new Set(bill.map(({ service }) => service))].map((service) => {
      const reports = bill.filter((billed) => billed.service === service);
      return {
        service,
        total: reports.reduce((total, billed) => total + billed.total, 0),
        reports: reports.map((billed, index) => ({
          id: index + 1,
          service_name: billed.name,
          service_type: service,
          tier_name: billed.plan,
          tier_icon: null,
          total_cost: billed.total,
          details: billed.lines.map(({ name, rate, hours, amount }) => ({
            name,
            base_price: rate,
            total_uptime_hour: hours,
            total_cost: amount,
          })),
        })),
      };
    }),
  };
});
