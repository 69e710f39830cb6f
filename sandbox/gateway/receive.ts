/**
 * What a backend does with a callback of the gateway. Nobody has to sign in to send one, and the signature doesn't cover
 * the result: the amount and the merchant are compared with the stored deposit, and the gateway is asked before anything
 * is credited.
 */
import type { Backend } from '@/lib/contract/operation';
import type { Cloud } from '../cloud';
import { Refusal } from '../refusal';
import { credit, depositOrdered, totalOf } from './deposits';
import type { Deposit } from './deposits';
import { GatewayDown, transactionStatus } from './gateway';
import { sameSignature, signCallback, signStatus } from './signature';
import type { Signer } from './signature';

/** A callback. `amount` is the text that was sent, since that is what is signed; `resultCode` 0 means paid. */
export interface Notice {
  merchantCode?: string | undefined;
  merchantOrderId: string;
  amount: string;
  resultCode: number;
  reference: string;
  signature?: string | undefined;
}

/**
 * What became of a callback: `credited`, `repeated` (it was paid already), `kept` (it was paid, and stays so), `ended`
 * (it failed or is past its end), `unconfirmed` (the gateway itself doesn't say so).
 */
export type Outcome = 'credited' | 'repeated' | 'kept' | 'ended' | 'unconfirmed';

type Told = ReturnType<typeof transactionStatus>;

/** The deposit that a callback is about, if the sender is its merchant. @throws Refusal 403, 404, 422 */
function named(
  cloud: Cloud,
  backend: Backend,
  notice: Notice,
  signer: SignerOf,
): [Deposit, Signer] {
  const deposit = depositOrdered(cloud.store, notice.merchantOrderId);
  if (!deposit?.account_id.startsWith(`${backend}:`)) throw new Refusal(404, 'ORDER NOT FOUND');
  const code = deposit.merchant_code;
  const by = code === null ? undefined : signer(deposit, code);
  if (!by || code !== notice.merchantCode) throw new Refusal(403, 'ORDER OF ANOTHER MERCHANT');
  const right = signCallback(by, notice.merchantOrderId, notice.amount);
  if (!sameSignature(notice.signature ?? '', right)) throw new Refusal(403, 'WRONG SIGNATURE');
  if (notice.reference !== deposit.reference) throw new Refusal(422, 'ANOTHER REFERENCE');
  if (Number(notice.amount) !== totalOf(deposit)) throw new Refusal(422, 'ANOTHER AMOUNT');
  return [deposit, by];
}

/** The tenant whose deposit it is. */
export function tenantOf({ store }: Cloud, { account_id }: Deposit): string {
  const sql = 'select tenant_id from accounts where id = ?';
  const row = store.get<{ tenant_id: string }>(sql, account_id);
  if (!row) throw new Error(`no account ${account_id}`);
  return row.tenant_id;
}

/** Asks the gateway. @throws Refusal 503 if it can't be reached, so that the callback is sent again */
function ask(cloud: Cloud, by: Signer, order: string): Told {
  try {
    return transactionStatus(cloud, {
      merchantCode: by.code,
      merchantOrderId: order,
      signature: signStatus(by, order),
    });
  } catch (error) {
    if (error instanceof GatewayDown) throw new Refusal(503, 'PAYMENT GATEWAY IS NOT AVAILABLE');
    throw error;
  }
}

/** @param told null if the deposit was paid already, so that nothing can come of it */
function outcomeOf(deposit: Deposit, { resultCode }: Notice, told: Told | null): Outcome {
  if (!told) return resultCode === 0 ? 'repeated' : 'kept';
  if (told.statusCode === '02') return 'ended';
  const paid = told.statusCode === '00' && Number(told.amount) === totalOf(deposit);
  return paid && resultCode === 0 ? 'credited' : 'unconfirmed';
}

/** Finds the key of a merchant by the deposit and the merchant's code; undefined if the backend has none. */
export type SignerOf = (deposit: Deposit, code: string) => Signer | undefined;

/** Ends a deposit that nobody paid: it failed, or nobody can pay it any more. */
function end(cloud: Cloud, { id, expires_at }: Deposit, expired: boolean, now: number): void {
  const fields = expired ? { expires_at: Math.min(expires_at, now) } : { ended: 'failed' };
  cloud.store.update('deposits', { id }, fields);
}

/**
 * Takes a callback. Every one that is signed is kept in the deposit's history. @returns what became of it
 * @throws Refusal for a forged one, another merchant's, another amount; 503 while the gateway can't be asked; 409 if it
 * says paid and the gateway doesn't
 */
export function receive(cloud: Cloud, backend: Backend, notice: Notice, signer: SignerOf): Outcome {
  const [deposit, by] = named(cloud, backend, notice, signer);
  const tenantId = tenantOf(cloud, deposit);
  cloud.catchUp(tenantId);
  const now = cloud.now(tenantId);
  const told = deposit.paid_at === null ? ask(cloud, by, notice.merchantOrderId) : null;
  const outcome = outcomeOf(deposit, notice, told);
  cloud.store.transaction(() => {
    if (outcome === 'credited') credit(cloud, deposit, now);
    if (outcome === 'ended') end(cloud, deposit, told?.statusMessage === 'EXPIRED', now);
    const { amount, resultCode: result_code } = notice;
    cloud.store.insert('notices', {
      deposit_id: deposit.id,
      at: now,
      result_code,
      amount,
      outcome,
    });
  });
  if (outcome === 'unconfirmed' && notice.resultCode === 0)
    throw new Refusal(409, 'PAYMENT IS NOT CONFIRMED');
  return outcome;
}
