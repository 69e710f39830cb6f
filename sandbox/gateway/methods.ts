/** The gateway's ways to pay: one or more of each kind, with fees and limits. Amounts are rupiah. */

/** `va` is paid to a number, `qris` by a QR code, `retail` with a code at a counter, the others on a page. */
export type MethodKind = 'va' | 'qris' | 'wallet' | 'retail' | 'card';

/** A way to pay. Its code is Duitku's; the name is for people. */
export interface Method {
  code: string;
  name: string;
  kind: MethodKind;
  /** The fixed part of the fee. */
  fee: number;
  /** The rest of the fee: so many of 10,000 parts of all that is paid, the fee included. */
  share: number;
  minimum: number;
  maximum: number;
  /** Whether the wallet is asked by a phone number. */
  phone?: true;
}

export const methods = [
  {
    code: 'BC',
    name: 'BCA VA',
    kind: 'va',
    fee: 4000,
    share: 0,
    minimum: 10_000,
    maximum: 50_000_000,
  },
  {
    code: 'BV',
    name: 'BSI VA',
    kind: 'va',
    fee: 3500,
    share: 0,
    minimum: 10_000,
    maximum: 50_000_000,
  },
  {
    code: 'M2',
    name: 'Mandiri VA',
    kind: 'va',
    fee: 4000,
    share: 0,
    minimum: 10_000,
    maximum: 50_000_000,
  },
  { code: 'SP', name: 'QRIS', kind: 'qris', fee: 0, share: 70, minimum: 1000, maximum: 10_000_000 },
  {
    code: 'OV',
    name: 'OVO',
    kind: 'wallet',
    fee: 0,
    share: 167,
    minimum: 10_000,
    maximum: 10_000_000,
    phone: true,
  },
  {
    code: 'DA',
    name: 'DANA',
    kind: 'wallet',
    fee: 0,
    share: 167,
    minimum: 10_000,
    maximum: 10_000_000,
  },
  {
    code: 'IR',
    name: 'Indomaret',
    kind: 'retail',
    fee: 6000,
    share: 0,
    minimum: 10_000,
    maximum: 5_000_000,
  },
  {
    code: 'VC',
    name: 'Credit Card',
    kind: 'card',
    fee: 2500,
    share: 290,
    minimum: 15_000,
    maximum: 100_000_000,
  },
] as const satisfies readonly Method[];

/** The names of the methods. */
export type MethodName = (typeof methods)[number]['name'];
export const methodNames = methods.map(({ name }) => name);

/** The method with a code; undefined if there is none. */
export const methodOf = (code: string): Method | undefined =>
  methods.find((method) => method.code === code);

/** The fee on top of an amount, in whole rupiah rounded up: 71 on 10,000 by QRIS. */
export function feeOn({ fee, share }: Pick<Method, 'fee' | 'share'>, amount: number): number {
  return Math.ceil(((amount + fee) * 10_000) / (10_000 - share)) - amount;
}
