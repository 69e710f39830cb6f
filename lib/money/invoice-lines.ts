/** The lines of an invoice's sum, which add up on screen, on paper and in a file. Pure. */
import type { Result } from '@/lib/contract/types';
import { invoiceState, isRupiah } from './invoice';
import { halfUp, taxOn } from './tax';

type Invoice = Pick<
  Result<'A46'>,
  | 'subtotal'
  | 'discount_amount'
  | 'amount_after_discount'
  | 'tax_amount'
  | 'tax_in_percent'
  | 'amount_after_tax'
  | 'credit_from_balance'
  | 'amount'
  | 'status'
  | 'due_date'
  | 'currency'
> & { items: readonly Pick<Result<'A46'>['items'][number], 'amount'>[] };

/** One line. Its words are `billing.lines.<id>`. */
export interface InvoiceLine {
  id:
    | 'items'
    | 'subtotal'
    | 'discount'
    | 'afterDiscount'
    | 'otherBase'
    | 'tax'
    | 'total'
    | 'credit'
    | 'paid'
    | 'due'
    | 'difference';
  /** Of a difference: what doesn't agree with the lines above it. */
  of?: 'subtotal' | 'afterDiscount' | 'tax' | 'total' | 'due';
  /** In the invoice's currency, to its smallest unit that is shown. */
  amount: number;
  /** `add` is a part of the next sum; `sum` is the sum of the parts since the last one; `note` is neither. */
  role: 'add' | 'sum' | 'note';
  /** Of the tax: the rate in percent; null where the invoice names none. */
  percent?: number | null;
}

/** Collects lines, and keeps their running sum. */
class Lines {
  readonly lines: InvoiceLine[] = [];
  sum = 0;
  constructor(private readonly round: (amount: number) => number) {}
  add(line: Omit<InvoiceLine, 'role'>): void {
    this.lines.push({ ...line, role: 'add' });
    this.sum = this.round(this.sum + line.amount);
  }
  /** A difference between the sum and what the invoice says, where there is one. */
  settle(of: NonNullable<InvoiceLine['of']>, said: number): void {
    const amount = this.round(said - this.sum);
    if (amount !== 0) this.add({ id: 'difference', of, amount });
  }
  /** A sum that the invoice names. What it says is the authority; null is the sum of the lines. */
  total(id: 'subtotal' | 'afterDiscount' | 'total' | 'due', said: number | null): void {
    if (said !== null) this.settle(id, said);
    this.lines.push({ id, amount: this.sum, role: 'sum' });
  }
}

/** The tax: our own lines, and the difference to the invoice's `tax_amount`, which is the authority. */
function addTax(lines: Lines, base: number, percent: number | null, said: number | null): void {
  if (percent === null || percent === 0) {
    if (said !== null && said !== 0) lines.add({ id: 'tax', amount: said, percent: null });
    return;
  }
  const { otherBase, percent: rate, tax } = taxOn(base, percent);
  if (otherBase !== null) lines.lines.push({ id: 'otherBase', amount: otherBase, role: 'note' });
  const before = lines.sum;
  lines.add({ id: 'tax', amount: tax, percent: rate });
  if (said !== null) lines.settle('tax', before + said);
}

/**
 * The lines from the items to what is due. Each sum is exactly what the lines above it make: where the invoice's own
 * figures don't agree, a line names the difference. Amounts are rounded before they are added, to whole rupiah or the
 * hundredth of another currency.
 */
export function invoiceLines(invoice: Invoice): InvoiceLine[] {
  const hundredths = (amount: number) => halfUp(amount * 100) / 100;
  const round = isRupiah(invoice.currency) ? halfUp : hundredths;
  const whole = (amount: number | null) => (amount === null ? null : round(amount));
  const lines = new Lines(round);
  const items = invoice.items.reduce((sum, { amount }) => sum + round(amount ?? 0), 0);
  if (invoice.items.length > 0) lines.add({ id: 'items', amount: round(items) });
  lines.total('subtotal', whole(invoice.subtotal));
  const discount = whole(invoice.discount_amount) ?? 0;
  const reduced = whole(invoice.amount_after_discount);
  if (discount !== 0) lines.add({ id: 'discount', amount: -discount });
  if (discount !== 0 || (reduced !== null && reduced !== lines.sum))
    lines.total('afterDiscount', reduced);
  addTax(lines, lines.sum, invoice.tax_in_percent, whole(invoice.tax_amount));
  lines.total('total', whole(invoice.amount_after_tax));
  const credit = whole(invoice.credit_from_balance) ?? 0;
  if (credit !== 0) lines.add({ id: 'credit', amount: -credit });
  addDue(lines, invoice, whole(invoice.amount));
  return lines.lines;
}

/** What is due. `amount` of a paid invoice is what was paid otherwise than from the balance. */
function addDue(lines: Lines, invoice: Invoice, amount: number | null): void {
  const paid = invoiceState(invoice, 0) === 'paid';
  if (!paid) return lines.total('due', amount);
  if (amount !== null) lines.settle('due', amount);
  if (lines.sum !== 0) lines.add({ id: 'paid', amount: -lines.sum });
  lines.total('due', null);
}
