/** What a payment is: the form in which the console shows a top-up of either backend. Browser-safe. */

/** The ways to pay. `other` is one that we don't know. */
export const methodKinds = ['va', 'qris', 'ewallet', 'retail', 'card', 'other'] as const;
export type MethodKind = (typeof methodKinds)[number];

/** - `waiting`: nobody has paid yet. - `unknown`: the backend's word isn't one that we know. */
export type PaymentState =
  'waiting' | 'paid' | 'failed' | 'expired' | 'refunded' | 'charged-back' | 'unknown';

/** A payment, without its state. Amounts are rupiah; what the backend hasn't said is null. */
export interface PaymentFacts {
  /** Awanio's reference, or DewaVPS's invoice id. */
  id: string;
  /** What the balance gains. */
  amount: number | null;
  fee: number | null;
  tax: number | null;
  /** The method's code, its name for people, and its kind. */
  method: string | null;
  methodName: string | null;
  kind: MethodKind | null;
  /** The number of a virtual account, or the code for a shop's till. */
  number: string | null;
  /** The text of a QR code. */
  qr: string | null;
  /** The payment company's page, on an allowed host. */
  url: string | null;
  /** ISO 8601. */
  expires: string | null;
  created: string | null;
}

export interface Payment extends PaymentFacts {
  state: PaymentState;
  /** The backend's own word for the state. */
  said: string | null;
}

/** What a request for a payment answers. */
export interface Started {
  payment: Payment;
  /** It is one that was asked for before and isn't finished. */
  resumed: boolean;
}

const words: Record<Exclude<PaymentState, 'unknown'>, readonly string[]> = {
  waiting: [
    '',
    'pending',
    'wait',
    'waiting',
    'waitingpayment',
    'unpaid',
    'notpaid',
    'new',
    'open',
    'created',
    'process',
    'processing',
  ],
  paid: [
    'paid',
    'success',
    'successful',
    'successfully',
    'settle',
    'settled',
    'settlement',
    'completed',
    'complete',
  ],
  failed: [
    'fail',
    'failed',
    'failure',
    'cancel',
    'cancelled',
    'canceled',
    'deny',
    'denied',
    'reject',
    'rejected',
    'error',
  ],
  expired: ['expired', 'expire', 'timeout'],
  refunded: ['refunded', 'refund', 'partiallyrefunded', 'reversed'],
  'charged-back': ['chargeback', 'chargedback', 'disputed'],
};
const states = new Map(
  Object.entries(words).flatMap(([state, said]) =>
    said.map((word) => [word, state as PaymentState] as const),
  ),
);

/** The state that a backend's word means. No word means that nobody has paid yet. */
export const paymentState = (word: string | null): PaymentState =>
  states.get((word ?? '').toLowerCase().replace(/[\s_-]+/g, '')) ?? 'unknown';

/** Whether a payment of this state can't be paid any more. Only such a state ends an attempt. */
export const isSettled = (state: PaymentState): boolean =>
  state !== 'waiting' && state !== 'unknown';

/** The codes of the payment company that aren't virtual accounts (contract/api.md 4.7). */
const codes: Record<Exclude<MethodKind, 'va' | 'other'>, readonly string[]> = {
  card: ['VC'],
  retail: ['FT', 'IR', 'A2'],
  ewallet: ['OV', 'OL', 'SA', 'SL', 'LF', 'LA', 'DA', 'JP'],
  qris: ['SP', 'NQ', 'GQ', 'SQ', 'LQ', 'DQ'],
};
const accounts = 'BC M1 M2 VA I1 B1 BT A1 AG NC BR S1 DM BV'.split(' ');
const kinds = new Map<string, MethodKind>([
  ...Object.entries(codes).flatMap(([kind, all]) =>
    all.map((code) => [code, kind as MethodKind] as const),
  ),
  ...accounts.map((code) => [code, 'va'] as const),
]);
const names: readonly (readonly [RegExp, MethodKind])[] = [
  [/\bqris?\b/i, 'qris'],
  [/\b(va|virtual account|briva)\b/i, 'va'],
  [/\b(ovo|dana|linkaja|shopeepay|gopay|jenius)\b/i, 'ewallet'],
  [/\b(alfa\w*|indomaret|pegadaian|pos)\b/i, 'retail'],
  [/\b(card|kartu|visa|mastercard)\b/i, 'card'],
];

/** The kind of a method, by the payment company's code or else by its name. */
export function kindOf(code: string | null, name: string | null): MethodKind {
  return (
    kinds.get(code?.toUpperCase() ?? '') ??
    names.find(([pattern]) => pattern.test(`${name ?? ''} ${code ?? ''}`))?.[1] ??
    'other'
  );
}

/** What is paid in all; null until the backend has said enough. */
export const totalOf = ({ amount, fee, tax }: PaymentFacts): number | null =>
  amount === null || fee === null ? null : amount + fee + (tax ?? 0);

/** Whether a wallet asks for the payer's phone number (the provider's mobile client does so for OVO). */
export const wantsPhone = (code: string | null, name: string | null): boolean =>
  code?.toUpperCase() === 'OV' || /\bovo\b/i.test(name ?? '');
