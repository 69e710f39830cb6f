/**
 * Postpaid accounts: one invoice for each month that is over (D83, D84) and its PDF (D85). What came into the account
 * pays the oldest invoices first.
 */
import type { Month } from '../bills';
import { monthsOf } from '../bills';
import type { Cloud } from '../cloud';
import { asSet } from '../document-kind';
import { hour, monthHours, monthStart } from '../ledger';
import { textPdf } from '../pdf';
import { Refusal } from '../refusal';
import type { DewavpsContext } from '../registry';
import { implement } from '../registry';
import { taxOf, vatPercent } from '../tax';
import { methods } from '../gateway/methods';
import { keepDeposit } from './deposit';
import { paged } from './instances';
import { isoDay, monthText, rupiahText } from './text';

interface PostpaidInvoice {
  /** `PP-2024-07-0003`, by the month that it charges. */
  number: string;
  month: Month;
  /** The month's charges in rupiah, and the tax on top of them. */
  amount: number;
  vat: number;
  paid: boolean;
}

const totalOf = ({ amount, vat }: PostpaidInvoice) => amount + vat;
const descriptionOf = ({ month }: PostpaidInvoice) => `Usage of ${monthText(month.from)}`;
const paidBy = methods[0].name;

/** The invoices of an account, newest first; none if it is prepaid. */
function invoicesOf({ ledger }: Cloud, account: string, now: number): PostpaidInvoice[] {
  if (!ledger.isPostpaid(account)) return [];
  let left = ledger.balance(account) + ledger.spent({ account }, 0);
  return monthsOf(ledger, account, now)
    .filter(({ to }) => to <= now)
    .reverse()
    .map((month, index) => {
      const charges = ledger.charges(account, month.from, month.to);
      const amount = charges.reduce((total, entry) => total - entry.amount, 0);
      left -= amount;
      return {
        number: `PP-${isoDay(month.from).slice(0, 7)}-${String(index + 1).padStart(4, '0')}`,
        month,
        amount,
        vat: taxOf(amount, vatPercent),
        paid: left >= 0,
      };
    })
    .filter(({ amount }) => amount > 0)
    .reverse();
}

const ofCaller = ({ cloud, account, now }: DewavpsContext) => invoicesOf(cloud, account, now);

/** Pays all invoices of a new account but the newest, each on the fifth of the month after its own. */
export function payAllButNewest(cloud: Cloud, account: string, now: number): void {
  const [, ...older] = invoicesOf(cloud, account, now);
  for (const { number, month, amount, paid } of older.reverse()) {
    const at = month.to + 4 * 24 * hour;
    const description = `Invoice ${number}`;
    if (!paid) keepDeposit(cloud, account, { at, amount, paid: true, description });
  }
}

implement('D83', (_, context) => {
  const { cloud, account } = context;
  const invoices = ofCaller(context);
  const paid = invoices.filter((invoice) => invoice.paid);
  const unpaid = invoices.filter((invoice) => !invoice.paid);
  const sum = (of: PostpaidInvoice[]) => of.reduce((total, invoice) => total + totalOf(invoice), 0);
  return {
    total_paid: paid.length,
    total_paid_amount: sum(paid),
    total_unpaid: unpaid.length,
    total_unpaid_amount: sum(unpaid),
    est_month_cost: cloud.ledger.hourly(account) * monthHours,
  };
});

/** Only the invoices that were made in the current month, as the documentation says. */
implement('D84', ({ query }, context) => {
  const made = ofCaller(context).filter(({ month }) => month.to >= monthStart(context.now));
  const { rows, page } = paged(made, query);
  return {
    rows: rows.map((invoice) => ({
      invoice_number: invoice.number,
      description: descriptionOf(invoice),
      detail: { amount: invoice.amount, vat: invoice.vat, total: totalOf(invoice) },
      status: invoice.paid ? 'Paid' : 'Not Paid',
      method: invoice.paid ? paidBy : null,
      created_at: isoDay(invoice.month.to),
    })),
    page,
  };
});

implement('D85', ({ params }, context) => {
  const invoice = ofCaller(context).find(({ number }) => number === params.invoice_id);
  if (!invoice) throw new Refusal(404, 'Invoice not found.');
  const lines = [
    `Invoice ${invoice.number}`,
    `Date ${isoDay(invoice.month.to)}`,
    descriptionOf(invoice),
    `Amount ${rupiahText(invoice.amount)}`,
    `VAT ${vatPercent}% ${rupiahText(invoice.vat)}`,
    `Total ${rupiahText(totalOf(invoice))}`,
    invoice.paid ? 'Paid' : 'Not Paid',
  ];
  const name = `${invoice.number}.pdf`;
  const file = { type: 'application/pdf', name, bytes: textPdf(lines) };
  return asSet(context.store, context.tenant.id, 'dewavps', file);
});
