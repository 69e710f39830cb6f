/** The ways to pay, as both backends list them. */
import type { Result, Row } from '@/lib/contract/types';
import { accountMethods } from '@/lib/payments/account-methods';
import { kindOf, methodKinds, wantsPhone, type MethodKind } from '@/lib/payments/payment';

/** A method that can be chosen. Amounts are rupiah; null where the backend hasn't said. */
export interface Method {
  /** What is sent: Awanio's uuid, DewaVPS's code. */
  id: string;
  name: string;
  kind: MethodKind;
  fee: number | null;
  tax: number | null;
  /** The least amount that it takes. */
  minimum: number | null;
  /** Whether it asks for the payer's phone number. */
  phone: boolean;
}

const inOrder = (all: Method[]) =>
  all.toSorted((a, b) => methodKinds.indexOf(a.kind) - methodKinds.indexOf(b.kind));

/** The methods of A49. */
export const organizationMethods = (rows: readonly Row<'A49'>[]): Method[] =>
  inOrder(
    rows.map(({ uuid, name, description, service_fee, minimum_amount }) => ({
      id: uuid,
      name: description ?? name ?? uuid,
      kind: kindOf(name, description),
      fee: service_fee,
      tax: null,
      minimum: minimum_amount,
      phone: false, // A51 has no field for it
    })),
  );

/** The methods of D86. Fee and tax are those of the amount that was asked for. */
export const methodsOfAccount = (answer: Result<'D86'>): Method[] =>
  inOrder(
    accountMethods(answer).flatMap(({ code, name, kind, fee, vat }) =>
      code === null
        ? []
        : [
            {
              id: code,
              name: name ?? code,
              kind,
              fee,
              tax: vat,
              minimum: null,
              phone: wantsPhone(code, name),
            },
          ],
    ),
  );

/** The input of D86. @param amount rupiah, on which fees and taxes depend; null while none is typed */
export const methodsInput = (amount: number | null) =>
  amount === null || amount < 1 || amount > 1_000_000_000 ? { query: {} } : { query: { amount } };
