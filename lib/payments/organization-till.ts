/** Payments into an Awanio organization: A51 makes them, A50 tells their status. */
import { problem } from '@/lib/problem';
import type { Result, Row } from '@/lib/contract/types';
import type { Till } from './pay-once';
import { kindOf, paymentState, isSettled, type Payment, type PaymentFacts } from './payment';
import { merged, paymentPage, statusLasts, type Ask, type Known, type Wanted } from './place';

type Method = Row<'A49'>;

const instantOf = (at: number) => new Date(at).toISOString();

/** The payment page and the QR code, which stand beside the amount or in `meta`. */
const wherePaid = (told: Pick<Result<'A50'>, 'payment_url' | 'qr_string' | 'meta'>) => ({
  qr: told.qr_string ?? told.meta?.qr_string ?? null,
  url: paymentPage(told.payment_url ?? told.meta?.payment_url ?? null),
});

/** The method as the backend lists it; null where the list can't be read, since only its name and fee are needed. */
async function methodOf(ask: Ask, uuid: string): Promise<Method | null> {
  try {
    return (await ask('A49', {})).data.find((method) => method.uuid === uuid) ?? null;
  } catch {
    return null;
  }
}

/**
 * The payment of a reference.
 * @throws ProblemError `not_found` for one of another organization
 */
export async function readOrganizationPayment(
  ask: Ask,
  org: string,
  id: string,
  known: Known,
): Promise<Payment> {
  const params = { reference_number: id };
  const [topUp, held] = await Promise.all([
    ask('A50', { params }, { keepFor: statusLasts }),
    known.of(id),
  ]);
  if (topUp.organization ? topUp.organization.uuid !== org : !held)
    throw problem('not_found', 404, 'This organization has no such payment.', { ref: 'A50' });
  const facts = merged(
    {
      id,
      amount: topUp.amount,
      fee: topUp.service_fee,
      tax: null,
      method: null,
      methodName: null,
      kind: null,
      number: topUp.va_number,
      ...wherePaid(topUp),
      expires: null, // A50 doesn't say it; the request's answer did
      created: topUp.created_at,
    },
    held,
  );
  return { ...facts, state: paymentState(topUp.status), said: topUp.status };
}

/** Awanio lists no top-ups, so one whose answer was lost can't be found. */
export function organizationTill(ask: Ask, org: string, wanted: Wanted, known: Known): Till {
  return {
    async make() {
      const { method: uuid, amount } = wanted;
      const method = await methodOf(ask, uuid);
      const body = { payment_method_uuid: uuid, organization_uuid: org, amount };
      const made = await ask('A51', { body });
      if (made.reference === null)
        throw problem('backend_unreadable', 502, 'The answer names no payment.', {
          ref: 'A51',
          outcome: 'unknown',
        });
      const now = Date.now();
      const payment: PaymentFacts = {
        id: made.reference,
        amount,
        fee: method?.service_fee ?? null,
        tax: null,
        method: method?.name ?? null,
        methodName: method?.description ?? method?.name ?? null,
        kind: method ? kindOf(method.name, method.description) : null,
        number: made.va_number,
        ...wherePaid(made),
        expires: made.expiry_period === null ? null : instantOf(now + made.expiry_period * 60_000),
        created: instantOf(now),
      };
      await known.note(payment).catch(() => undefined);
      return payment;
    },
    settled: async ({ id }) =>
      isSettled((await readOrganizationPayment(ask, org, id, known)).state),
    find: null,
  };
}
