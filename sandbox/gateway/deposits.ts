/**
 * Payments into accounts of the ledger, of both backends: each waits, is paid, fails or passes its end, and may be given
 * back later. A paid one is a top-up in the ledger, whatever the gateway says afterwards.
 */
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import type { MethodName } from './methods';
import { pageOf } from './gateway';
import type { InquiryAnswer } from './gateway';

/** What a deposit became that is not simply paid: the last two were paid before. */
export type Ended = 'failed' | 'refunded' | 'charged back';

/** A deposit. Amounts are rupiah, instants milliseconds of tenant time; `paid_at` is null until it is paid. */
export interface Deposit {
  id: string;
  account_id: string;
  /** What people call it: `INV/2024/08/0001` at DewaVPS, `gkv-uq6W` at Awanio. */
  number: string;
  description: string;
  /** What the balance gains; tax and fee are paid on top of it. */
  amount: number;
  vat: number;
  fee: number;
  method: MethodName;
  va_number: string | null;
  qr_string: string | null;
  created_at: number;
  expires_at: number;
  paid_at: number | null;
  ended: Ended | null;
  /** What the gateway knows it by; null if it never was at the gateway. */
  order_number: string | null;
  merchant_code: string | null;
  /** The gateway's reference. */
  reference: string | null;
}

export type DepositState = 'waiting' | 'paid' | 'expired' | Ended;

/** Where a deposit stands. */
export function stateOf({ ended, paid_at, expires_at }: Deposit, now: number): DepositState {
  if (ended) return ended;
  if (paid_at !== null) return 'paid';
  return expires_at <= now ? 'expired' : 'waiting';
}

/** All that is paid for a deposit. */
export const totalOf = ({ amount, vat, fee }: Pick<Deposit, 'amount' | 'vat' | 'fee'>) =>
  amount + vat + fee;

/** The address of its payment page while it can be paid. */
export const payPageOf = (cloud: Cloud, { reference }: Deposit) =>
  reference === null ? null : pageOf(cloud, reference);

/** The deposits of an account, newest first. */
export const depositsOf = (store: Store, account: string) =>
  store.all<Deposit>(
    'select * from deposits where account_id = ? order by created_at desc, number desc',
    account,
  );

/** The deposit that the gateway knows by a number. */
export const depositOrdered = (store: Store, orderNumber: string) =>
  store.get<Deposit>('select * from deposits where order_number = ?', orderNumber);

/** Keeps a deposit with what the gateway answered to the request for its payment. */
export function keepAtGateway(
  store: Store,
  deposit: Deposit & { order_number: string },
  answer: InquiryAnswer,
): Deposit {
  const kept: Deposit = {
    ...deposit,
    merchant_code: answer.merchantCode,
    reference: answer.reference,
    va_number: answer.vaNumber || null,
    qr_string: answer.qrString || null,
    fee: Number(answer.amount) - deposit.amount - deposit.vat,
  };
  store.insert('deposits', { ...kept });
  return kept;
}

/** Marks a deposit as paid and adds it to the balance, once: one that is paid already must not come here. */
export function credit(cloud: Cloud, deposit: Deposit, at: number): void {
  const { id, account_id, amount, description, method } = deposit;
  cloud.store.transaction(() => {
    cloud.store.update('deposits', { id }, { paid_at: at, ended: null });
    const entry = { at, amount, description: `${description}, ${method}` } as const;
    cloud.ledger.post(account_id, { ...entry, kind: 'top-up', resource: id });
  });
}

/** Takes a paid deposit off the balance again, once. @returns whether there was something to take */
export function giveBack(
  cloud: Cloud,
  deposit: Deposit,
  ended: 'refunded' | 'charged back',
  at: number,
): boolean {
  if (deposit.paid_at === null || deposit.ended !== null) return false;
  const { id, account_id, amount, description, method } = deposit;
  const word = ended === 'refunded' ? 'Refund' : 'Chargeback';
  cloud.store.transaction(() => {
    cloud.store.update('deposits', { id }, { ended });
    const entry = { at, amount: -amount, description: `${word}: ${description}, ${method}` };
    cloud.ledger.post(account_id, { ...entry, kind: 'refund', resource: id });
  });
  return true;
}
