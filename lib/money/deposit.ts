/** What a deposit of DewaVPS says: its state, and the amounts that add up. Pure; for server and browser. */
import type { Row } from '@/lib/contract/types';
import { paymentState } from '@/lib/payments/payment';
import { added } from './sum';

/** The states that we tell apart; the last two before `other` were paid before. `other` is a word that we don't know. */
export const depositStates = [
  'paid',
  'waiting',
  'expired',
  'failed',
  'refunded',
  'charged-back',
  'other',
] as const;
export type DepositState = (typeof depositStates)[number];

/**
 * The state of a deposit (D79, D81). One that waits past its end has expired, whatever its word still says.
 * @param now milliseconds since 1970
 */
export function depositState(
  { status, expired_at: end }: { status: string | null; expired_at: string | null },
  now: number,
): DepositState {
  const word = status?.trim() ?? '';
  if (word === '') return 'other'; // a list that leaves the word out tells nothing
  const said = paymentState(word);
  const state = said === 'unknown' ? 'other' : said;
  return state === 'waiting' && end !== null && Date.parse(end) < now ? 'expired' : state;
}

type Detail = Row<'D79'>['detail'];

/** What is paid in all, in rupiah: the amount that the balance gains, with PPN and fee on top. Null if it isn't known. */
export function depositTotal(detail: Detail): number | null {
  if (!detail || detail.amount === null) return null;
  return added([detail.amount, detail.vat ?? 0, detail.payment_fee ?? 0]);
}

/** A deposit that was paid, as a month's end needs it. Amounts in rupiah. */
export interface PaidDeposit {
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
export function paidDeposit(row: Row<'D79'>): PaidDeposit | null {
  if (depositState(row, 0) !== 'paid') return null;
  const { amount = null, vat: tax = null, payment_fee: fee = null } = row.detail ?? {};
  const { id, invoice_number: number, created_at: made, method } = row;
  return { id, number: number || id, made, amount, tax, fee, method };
}
