/** Payments into a DewaVPS account: D87 makes them, D81 and DX3 tell their status, D79 lists them. */
import { problem } from '@/lib/problem';
import type { Row } from '@/lib/contract/types';
import { accountMethods, type AccountMethod } from './account-methods';
import type { Till } from './pay-once';
import { isSettled, kindOf, paymentState, type Payment, type PaymentFacts } from './payment';
import { merged, paymentPage, statusLasts, type Ask, type Known, type Wanted } from './place';

async function methodOf(ask: Ask, { method: code, amount }: Wanted): Promise<AccountMethod | null> {
  try {
    const all = accountMethods(await ask('D86', { query: { amount } }));
    return all.find((method) => method.code === code) ?? null;
  } catch {
    return null; // only its name and kind are needed
  }
}

/**
 * The payment of an invoice id, by D81, and by DX3 where D81 says no status.
 * @throws ProblemError
 */
export async function readAccountPayment(ask: Ask, id: string, known: Known): Promise<Payment> {
  const params = { invoice_id: id };
  const [deposit, held] = await Promise.all([
    ask('D81', { params }, { keepFor: statusLasts }),
    known.of(id),
  ]);
  const status =
    deposit.status ?? (await ask('DX3', { params }, { keepFor: statusLasts })).status ?? null;
  const { detail } = deposit;
  const facts = merged(
    {
      id,
      amount: detail?.amount ?? null,
      fee: detail?.payment_fee ?? null,
      tax: detail?.vat ?? null,
      method: null,
      methodName: deposit.method,
      kind: held?.kind ?? kindOf(null, deposit.method),
      number: deposit.va_number,
      qr: deposit.qr_string,
      url: paymentPage(deposit.payment_url),
      expires: deposit.expired_at,
      created: null,
    },
    held,
  );
  return { ...facts, state: paymentState(status), said: status };
}

/**
 * Milliseconds by which a deposit may be older than its request: the list tells minutes, and the clocks differ a little.
 */
const slack = 2 * 60_000;
/** As many of the newest deposits as are searched. */
const searched = 25;

const sameName = (a: string | null, b: string | null) =>
  a === null || b === null || a.toLowerCase().trim() === b.toLowerCase().trim();

/** The deposit that a lost request made: the newest of its amount, method and time that isn't known already. */
async function findDeposit(
  ask: Ask,
  wanted: Wanted,
  since: number,
  known: Known,
): Promise<Row<'D79'> | null> {
  const [list, method] = await Promise.all([
    ask('D79', { query: { limit: searched, page: 1 } }, { fresh: true }),
    methodOf(ask, wanted),
  ]);
  for (const row of list.data) {
    const young = row.created_at === null || Date.parse(row.created_at) >= since - slack;
    if (!young || row.detail?.amount !== wanted.amount) continue;
    if (!sameName(row.method, method?.name ?? null)) continue;
    if ((await known.of(row.id)) === null) return row;
  }
  return null;
}

export function accountTill(ask: Ask, wanted: Wanted, known: Known): Till {
  const read = (id: string) => readAccountPayment(ask, id, known);
  const find = async (since: number): Promise<PaymentFacts | null> => {
    const row = await findDeposit(ask, wanted, since, known);
    if (!row) return null;
    const { state: _state, said: _said, ...told } = await read(row.id);
    const payment = { ...told, created: told.created ?? row.created_at };
    await known.note(payment);
    return payment;
  };
  return {
    async make() {
      const { amount, method: code, phone } = wanted;
      const method = await methodOf(ask, wanted);
      const sent = Date.now();
      const made = await ask('D87', { body: { amount, payment_method: code, phone } });
      if (made.invoice_id === null) {
        const found = await find(sent).catch(() => null);
        if (found) return found;
        throw problem('backend_unreadable', 502, 'The answer names no payment.', {
          ref: 'D87',
          outcome: 'unknown',
        });
      }
      const payment: PaymentFacts = {
        id: made.invoice_id,
        amount: made.details?.amount ?? amount,
        fee: made.details?.payment_fee ?? method?.fee ?? null,
        tax: made.details?.vat ?? method?.vat ?? null,
        method: code,
        methodName: method?.name ?? code,
        kind: method?.kind ?? kindOf(code, null),
        number: made.va_number,
        qr: made.qr_string,
        url: paymentPage(made.payment_url),
        expires: null,
        created: new Date().toISOString(),
      };
      await known.note(payment).catch(() => undefined);
      return payment;
    },
    settled: async ({ id }) => isSettled((await read(id)).state),
    find,
  };
}
