/** Deposits into a VPS account's balance (D79). They are no invoices, but they carry tax. Pure. */
import type { Row } from '@/lib/contract/types';
import { added } from './sum';

/** A deposit that was paid. Amounts in rupiah. */
export interface Deposit {
  id: string;
  number: string;
  /** When it was made; the provider doesn't tell when it was paid. */
  made: string | null;
  /** What the balance gained. */
  amount: number | null;
  tax: number | null;
  /** What the payment itself cost. */
  fee: number | null;
  method: string | null;
}

/** The deposit of a row of D79; null if it isn't paid. */
export function paidDeposit(row: Row<'D79'>): Deposit | null {
  if (!/^(paid|success\w*|settle\w*|complete\w*)$/i.test(row.status?.trim() ?? '')) return null;
  const { amount = null, vat: tax = null, payment_fee: fee = null } = row.detail ?? {};
  return {
    id: String(row.id),
    number: row.invoice_number || String(row.id),
    made: row.created_at,
    amount,
    tax,
    fee,
    method: row.method,
  };
}

/** What was paid for a deposit, with tax and fee; null where its amount isn't known. */
export const depositTotal = ({ amount, tax, fee }: Deposit): number | null =>
  amount === null ? null : added([amount, tax ?? 0, fee ?? 0]);
