/** The part of the control API about payments: what became of them, and callbacks that are late, doubled or forged. */
import { z } from 'zod';
import type { Cloud } from '../cloud';
import { Refusal } from '../refusal';
import { actAndTell, paymentActions } from './actions';
import { callbackOf, send } from './callbacks';
import type { CallbackAnswer } from './callbacks';
import { stateOf, totalOf } from './deposits';
import type { Deposit } from './deposits';
import { paymentBy } from './gateway';
import type { Payment } from './gateway';

/** A payment as the gateway and the backend know it. */
export interface KnownPayment {
  /** The number by which the control API's paths name it: Awanio's reference, DewaVPS's invoice id. */
  order: string;
  reference: string;
  page: string;
  /** Rupiah that the balance gains, and all that is paid. */
  amount: number;
  total: number;
  /** At the gateway, and at the backend. */
  gateway: string;
  backend: string;
  /** The callbacks that were signed, oldest first. */
  notices: { result_code: number; amount: string; outcome: string }[];
}

const wire = (cloud: Cloud, tenantId: string, deposit: Deposit): KnownPayment => ({
  order: deposit.order_number ?? '',
  reference: deposit.reference ?? '',
  page: `http://${cloud.pictureHost}/gateway/pay/${deposit.reference}`,
  amount: deposit.amount,
  total: totalOf(deposit),
  gateway: paymentBy(cloud.store, deposit.reference ?? '')?.state ?? '',
  backend: stateOf(deposit, cloud.now(tenantId)),
  notices: cloud.store.all(
    'select result_code, amount, outcome from notices where deposit_id = ? order by id',
    deposit.id,
  ),
});

/** The payments of a tenant that are or were at the gateway, oldest first. */
export function paymentsOfTenant(cloud: Cloud, tenantId: string): KnownPayment[] {
  const sql = `select deposits.* from deposits join accounts on accounts.id = account_id
    where tenant_id = ? and reference is not null order by created_at, deposits.rowid`;
  return cloud.store.all<Deposit>(sql, tenantId).map((deposit) => wire(cloud, tenantId, deposit));
}

function paymentOfOrder({ store }: Cloud, tenantId: string, order: string): Payment {
  const sql = 'select * from payments where tenant_id = ? and order_number = ?';
  const payment = store.get<Payment>(sql, tenantId, order);
  if (!payment) throw new Refusal(404, 'The tenant has no such payment.');
  return payment;
}

/** Does something with a payment. @returns the answer to the callback, if one was sent. @throws Refusal 404, 409 */
export async function controlPayment(
  cloud: Cloud,
  tenantId: string,
  order: string,
  action: string,
): Promise<{ callback: CallbackAnswer | null }> {
  const known = paymentActions.find((name) => name === action);
  if (!known) throw new Refusal(404, 'The control API has no such path.');
  const payment = paymentOfOrder(cloud, tenantId, order);
  return { callback: await actAndTell(cloud, payment, known) };
}

/** A callback that is sent by hand. */
export const callbackInput = z.strictObject({
  resultCode: z.enum(['00', '01', '02']).default('00'),
  times: z.int().min(1).max(20).default(1),
  /** Whether all are sent at once; otherwise each after the answer to the one before. */
  together: z.boolean().default(false),
  /** In place of the right ones. */
  amount: z.string().optional(),
  key: z.string().optional(),
  merchantCode: z.string().optional(),
});

/** Sends callbacks of a payment, whether or not they are true. @returns the answers. @throws Refusal 404 */
export async function controlCallbacks(
  cloud: Cloud,
  tenantId: string,
  order: string,
  { resultCode, times, together, ...changed }: z.output<typeof callbackInput>,
): Promise<CallbackAnswer[]> {
  const payment = paymentOfOrder(cloud, tenantId, order);
  const once = () => send(cloud, payment, callbackOf(cloud, payment, resultCode, changed));
  if (together) return Promise.all(Array.from({ length: times }, once));
  const answers: CallbackAnswer[] = [];
  for (let sent = 0; sent < times; sent += 1) answers.push(await once());
  return answers;
}
