/** What becomes of a payment: the payer pays or it fails, it passes its end, or it is given back. */
import type { Cloud } from '../cloud';
import { Refusal } from '../refusal';
import { callbackOf, send } from './callbacks';
import type { CallbackAnswer } from './callbacks';
import { depositOrdered, giveBack } from './deposits';
import { isOver, paymentBy } from './gateway';
import type { Payment, PaymentState } from './gateway';
import { settingsOf } from './settings';

export const paymentActions = ['pay', 'fail', 'expire', 'refund', 'chargeback'] as const;
export type PaymentAction = (typeof paymentActions)[number];

/** The result in the callback that follows an action; giving back has none. */
const resultOf: Partial<Record<PaymentAction, string>> = { pay: '00', fail: '01', expire: '02' };

function setState({ store }: Cloud, { reference }: Payment, state: PaymentState): void {
  store.update('payments', { reference }, { state });
}

/** Gives a payment back, and takes it off the balance as the provider's staff would. */
function takeBack(cloud: Cloud, payment: Payment, action: 'refund' | 'chargeback'): void {
  if (payment.state !== 'paid') throw new Refusal(409, 'The payment is not paid.');
  const state = action === 'refund' ? 'refunded' : 'charged back';
  const now = cloud.now(payment.tenant_id);
  cloud.catchUp(payment.tenant_id);
  cloud.store.transaction(() => {
    setState(cloud, payment, state);
    const deposit = depositOrdered(cloud.store, payment.order_number);
    if (deposit) giveBack(cloud, deposit, state, now);
  });
}

/**
 * Does something with a payment, but sends no callback. @throws Refusal 409 if it is not in the state for it: only a
 * waiting one can be paid, fail or pass its end, and only a paid one be given back
 */
export function act(cloud: Cloud, payment: Payment, action: PaymentAction): void {
  if (action === 'refund' || action === 'chargeback') {
    takeBack(cloud, payment, action);
    return;
  }
  const now = cloud.now(payment.tenant_id);
  if (isOver(payment, now)) throw new Refusal(409, 'The payment is past its end.');
  if (payment.state !== 'waiting') throw new Refusal(409, `The payment is ${payment.state}.`);
  if (action === 'expire') {
    const { reference } = payment;
    cloud.store.update('payments', { reference }, { expires_at: now });
  } else setState(cloud, payment, action === 'pay' ? 'paid' : 'failed');
}

/**
 * Does something with a payment and sends the callback, unless callbacks are held.
 * @returns the answer to it; null if none was sent. @throws Refusal as {@link act}
 */
export async function actAndTell(
  cloud: Cloud,
  payment: Payment,
  action: PaymentAction,
): Promise<CallbackAnswer | null> {
  act(cloud, payment, action);
  const result = resultOf[action];
  if (result === undefined || settingsOf(cloud.store, payment.tenant_id).held) return null;
  const changed = paymentBy(cloud.store, payment.reference) ?? payment;
  return send(cloud, changed, callbackOf(cloud, changed, result));
}
