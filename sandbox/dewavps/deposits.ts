/** Reads of deposits: their history D79, one of them D81, and the state of one DX3. */
import { depositsOf, payPageOf, stateOf } from '../gateway/deposits';
import type { Deposit, DepositState } from '../gateway/deposits';
import { Refusal } from '../refusal';
import type { DewavpsContext } from '../registry';
import { implement } from '../registry';
import { paged } from './instances';
import { dateTextPlain, microText } from './text';

const words: Record<DepositState, string> = {
  waiting: 'PENDING',
  paid: 'SUCCESS',
  expired: 'EXPIRED',
  failed: 'FAILED',
  refunded: 'REFUNDED',
  'charged back': 'CHARGEBACK',
};

/** The state of a deposit in the backend's word. */
export const statusOf = (deposit: Deposit, now: number) => words[stateOf(deposit, now)];

/** What is paid, in its parts. */
export const detailOf = ({ amount, vat, fee }: Deposit) => ({ amount, vat, payment_fee: fee });

/** A deposit of the caller. @throws Refusal 404 */
function ofCaller({ store, account }: DewavpsContext, id: string): Deposit {
  const deposit = depositsOf(store, account).find((known) => known.id === id);
  if (!deposit) throw new Refusal(404, 'Invoice not found.');
  return deposit;
}

implement('D79', ({ query }, { store, account, now }) => {
  const { rows, page } = paged(depositsOf(store, account), query);
  return {
    rows: rows.map((deposit) => ({
      id: deposit.id,
      invoice_number: deposit.number,
      description: deposit.description,
      detail: detailOf(deposit),
      method: deposit.method,
      status: statusOf(deposit, now),
      created_at: dateTextPlain(deposit.created_at),
      expired_at: dateTextPlain(deposit.expires_at),
    })),
    page,
  };
});

implement('D81', ({ params }, context) => {
  const { cloud, now } = context;
  const deposit = ofCaller(context, params.invoice_id);
  const waits = stateOf(deposit, now) === 'waiting';
  return {
    code: deposit.number,
    method: deposit.method,
    method_img: null,
    detail: detailOf(deposit),
    va_number: deposit.va_number,
    qr_string: deposit.qr_string,
    payment_url: waits ? payPageOf(cloud, deposit) : null,
    status: statusOf(deposit, now),
    // The list says Jakarta's time without a zone, this answer UTC (QD16).
    expired_at: microText(deposit.expires_at),
    expired_seconds: waits ? Math.floor((deposit.expires_at - now) / 1000) : 0,
  };
});

implement('DX3', ({ params }, context) => {
  const deposit = ofCaller(context, params.invoice_id);
  const paid = deposit.paid_at;
  return {
    status: statusOf(deposit, context.now),
    invoice_id: deposit.id,
    amount: deposit.amount,
    paid_at: paid === null ? null : microText(paid),
  };
});
