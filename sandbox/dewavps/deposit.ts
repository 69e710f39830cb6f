/** Keeps deposits: payments into a DewaVPS account, waiting or paid. A paid one is a top-up in the ledger. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { hour } from '../ledger';
import { taxOf, vatPercent } from '../tax';
import { isoDay } from './text';

/** The ways to pay, with their fee in rupiah. */
export const payments = [
  { code: 'BC', name: 'BCA VA', fee: 4000, kind: 'va' },
  { code: 'BV', name: 'BSI VA', fee: 3500, kind: 'va' },
  { code: 'SP', name: 'QRIS', fee: 1500, kind: 'qr' },
] as const;
export const paymentNames = payments.map(({ name }) => name);
export type PaymentName = (typeof payments)[number]['name'];

/** A deposit. Amounts are rupiah, instants milliseconds of tenant time; `paid_at` is null until it is paid. */
export interface Deposit {
  id: string;
  account_id: string;
  /** `INV/2024/08/0001`. */
  number: string;
  description: string;
  /** What the balance gains; tax and fee are paid on top of it. */
  amount: number;
  vat: number;
  fee: number;
  method: PaymentName;
  va_number: string | null;
  created_at: number;
  expires_at: number;
  paid_at: number | null;
}

/** The time in which a deposit can be paid. */
const payable = 24 * hour;

/** The deposits of an account, newest first. */
export const depositsOf = (store: Store, account: string) =>
  store.all<Deposit>(
    'select * from deposits where account_id = ? order by created_at desc, number desc',
    account,
  );

/**
 * Keeps a deposit that was asked for at an instant, and adds it to the balance if it is paid.
 * @param of the amount in rupiah without tax and fee; `paid` says whether it was paid, which it is at once
 */
export function keepDeposit(
  cloud: Cloud,
  account: string,
  of: { at: number; amount: number; method?: PaymentName; paid: boolean; description?: string },
): Deposit {
  const payment = payments.find(({ name }) => name === of.method) ?? payments[0];
  const [year, month] = isoDay(of.at).split('-');
  const count = depositsOf(cloud.store, account).length + 1;
  const deposit: Deposit = {
    id: randomUUID(),
    account_id: account,
    number: `INV/${year}/${month}/${String(count).padStart(4, '0')}`,
    description: of.description ?? 'Top up',
    amount: of.amount,
    vat: taxOf(of.amount, vatPercent),
    fee: payment.fee,
    method: payment.name,
    // It begins with zeros, which a spreadsheet must keep.
    va_number: payment.kind === 'va' ? `00${randomInt(1e13, 1e14)}` : null,
    created_at: of.at,
    expires_at: of.at + payable,
    paid_at: of.paid ? of.at : null,
  };
  cloud.store.insert('deposits', { ...deposit });
  if (deposit.paid_at !== null) {
    const description = `${deposit.description}, ${deposit.method}`;
    const { paid_at: at, amount } = deposit;
    cloud.ledger.post(account, { at, amount, kind: 'top-up', description });
  }
  return deposit;
}
