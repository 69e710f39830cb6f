/** Reads of deposits: their history D79, and one of them D81. */
import { Refusal } from '../refusal';
import { implement } from '../registry';
import type { Deposit } from './deposit';
import { depositsOf } from './deposit';
import { paged } from './instances';
import { dateTextPlain, microText } from './text';

/** The state of a deposit in the backend's word. */
export const statusOf = ({ paid_at, expires_at }: Deposit, now: number) =>
  paid_at !== null ? 'SUCCESS' : expires_at <= now ? 'EXPIRED' : 'PENDING';

const amountsOf = ({ amount, vat, fee }: Deposit) => ({ amount, vat, payment_fee: fee });

implement('D79', ({ query }, { store, account, now }) => {
  const { rows, page } = paged(depositsOf(store, account), query);
  return {
    rows: rows.map((deposit) => ({
      id: deposit.id,
      invoice_number: deposit.number,
      description: deposit.description,
      detail: amountsOf(deposit),
      method: deposit.method,
      status: statusOf(deposit, now),
      created_at: dateTextPlain(deposit.created_at),
      expired_at: dateTextPlain(deposit.expires_at),
    })),
    page,
  };
});

implement('D81', ({ params }, { store, account, now }) => {
  const deposit = depositsOf(store, account).find(({ id }) => id === params.invoice_id);
  if (!deposit) throw new Refusal(404, 'Invoice not found.');
  const status = statusOf(deposit, now);
  const waits = status === 'PENDING';
  return {
    code: deposit.number,
    method: deposit.method,
    method_img: null,
    detail: amountsOf(deposit),
    va_number: deposit.va_number,
    qr_string: deposit.va_number === null ? `00020101021226FAKE${deposit.number}` : null,
    payment_url: waits ? `https://pay.example.id/t/${deposit.id}` : null,
    status,
    // The list says Jakarta's time without a zone, this answer UTC (QD16).
    expired_at: microText(deposit.expires_at),
    expired_seconds: waits ? Math.floor((deposit.expires_at - now) / 1000) : 0,
  };
});
