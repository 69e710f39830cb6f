/** How a payment stands, for server components. */
import { headers } from 'next/headers';
import type { MoneyScope } from '@/lib/paths';
import type { Payment } from '@/lib/payments/payment';
import { readPayment } from '@/lib/payments/payments-api';
import { ProblemError } from '@/lib/problem';
import type { Tried } from './backend';
import { requireSession } from './session';

/** The payment, or its problem. @param id Awanio's reference, or DewaVPS's invoice id */
export async function tryReadPayment(of: MoneyScope, id: string): Promise<Tried<Payment>> {
  const [session, asked] = await Promise.all([requireSession(), headers()]);
  const at =
    'account' in of ? { kind: 'vps', place: of.account } : { kind: 'organizations', place: of.org };
  try {
    const requestId = asked.get('x-request-id') ?? undefined;
    return { data: await readPayment(session, at, id, { requestId }) };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    throw error;
  }
}
