/**
 * `/api/payments/{organizations|vps}/{place}`: makes a payment, once (`./pay-once`). `…/{payment}` tells how it stands.
 * Nothing here handles a card: whoever pays by card does so on the payment company's page.
 */
import { z } from 'zod';
import { answering, json, readJson, requireOrigin } from '@/lib/session/http';
import { credentialsFor, accountOf } from '@/lib/session/credentials';
import { requestId, requireRequestSession } from '@/lib/session/session-api';
import type { Session } from '@/lib/session/session';
import { refuseInView } from '@/lib/session/view-as';
import { credentialHash, type CallOptions } from '@/lib/backend';
import { problem, ProblemError, type Problem } from '@/lib/problem';
import { settings } from '@/lib/settings';
import { accountTill, readAccountPayment } from './account-till';
import { organizationTill, readOrganizationPayment } from './organization-till';
import { payOnce } from './pay-once';
import type { Payment, PaymentState, Started } from './payment';
import { asker, knownPayments, storeKey, type Ask, type Known } from './place';
import { paymentStore } from './store';

const bodyShape = z.strictObject({
  method: z.string('required').min(1, 'required').max(100, 'too_long'),
  amount: z.int('number_whole').min(1, 'too_small').max(1_000_000_000, 'too_large'),
  phone: z
    .string('phone_invalid')
    .regex(/^\+?\d{8,15}$/, 'phone_invalid')
    .optional(),
  again: z.string().max(64).optional(),
});

/** Where a payment goes. `place`: an organization's uuid, or the slug of a VPS account. */
interface Place {
  kind: string;
  place: string;
}

type How = Pick<CallOptions, 'requestId' | 'signal'>;

interface Counter {
  ask: Ask;
  known: Known;
  /** Person and place, in texts. */
  scope: readonly string[];
}

/** @throws ProblemError `not_found` for another kind of place */
async function counterOf(session: Session, at: Place, how: How): Promise<Counter> {
  const backend = { organizations: 'awanio', vps: 'dewavps' } as const;
  if (at.kind !== 'organizations' && at.kind !== 'vps')
    throw problem('not_found', 404, 'There is no such page.');
  const credentials = credentialsFor(session, backend[at.kind], at.place);
  // An account is its key: its slug is another one in another session.
  const name =
    at.kind === 'vps'
      ? credentialHash({ backend: 'dewavps', key: accountOf(session, at.place).key })
      : at.place;
  const scope = [session.identity, at.kind, name];
  return {
    ask: asker(credentials, how),
    known: knownPayments(await paymentStore(), scope),
    scope,
  };
}

/** The fields of the backends' own bodies, by ours. */
const fieldNames = new Map([
  ['payment_method_uuid', 'method'],
  ['payment_method', 'method'],
  ['phone_number', 'phone'],
]);

/** A refusal with the fields named as in our body. */
function ownFields({ fields, ...rest }: Problem): ProblemError {
  const entries = Object.entries(fields ?? {}).map(
    ([name, codes]) => [fieldNames.get(name) ?? name, codes] as const,
  );
  return new ProblemError({ ...rest, ...(fields ? { fields: Object.fromEntries(entries) } : {}) });
}

const waiting: { state: PaymentState; said: null } = { state: 'waiting', said: null };

/** POST `{ method, amount, phone?, again? }`: `Started`. */
export function startPayment(request: Request, at: Place): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const session = await requireRequestSession(request);
    refuseInView(session);
    const { again, ...wanted } = await readJson(request, bodyShape);
    // A payment is shared by equal requests, so none of them ends it by going away: no signal.
    const { ask, known, scope } = await counterOf(session, at, { requestId: requestId(request) });
    const till =
      at.kind === 'vps'
        ? accountTill(ask, wanted, known)
        : organizationTill(ask, at.place, wanted, known);
    const key = storeKey('attempt', ...scope, wanted.amount, wanted.method);
    const limit = settings().NUSA_BACKEND_TIMEOUT;
    try {
      const made = await payOnce(await paymentStore(), key, till, { again, limit, now: Date.now });
      const payment: Payment = { ...made.payment, ...waiting };
      return json({ payment, resumed: made.resumed } satisfies Started);
    } catch (error) {
      throw error instanceof ProblemError ? ownFields(error.problem) : error;
    }
  });
}

/** A payment as its backend says it stands. @throws ProblemError */
export async function readPayment(
  session: Session,
  at: Place,
  id: string,
  how: How,
): Promise<Payment> {
  const { ask, known } = await counterOf(session, at, how);
  return at.kind === 'vps'
    ? readAccountPayment(ask, id, known)
    : readOrganizationPayment(ask, at.place, id, known);
}

/** GET: the `Payment`. The status is the backend's, whatever the return address of a payment page said. */
export function showPayment(request: Request, at: Place, id: string): Promise<Response> {
  return answering(requestId(request), async () => {
    const session = await requireRequestSession(request);
    const how = { requestId: requestId(request), signal: request.signal };
    return json(await readPayment(session, at, id, how));
  });
}
