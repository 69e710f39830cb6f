/**
 * A stand-in for the payment gateway Duitku: requests for payments, their status, the methods, and what becomes of a
 * payment. The backends call it in this process; `./http.ts` serves the same calls and the payment page.
 */
import { randomInt } from 'node:crypto';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { randomText } from '../ids';
import { feeOn, methodOf, methods } from './methods';
import type { Method } from './methods';
import { qrisText } from './qris';
import { sameSignature, signInquiry, signMethods, signStatus } from './signature';
import type { Signer } from './signature';
import { settingsOf } from './settings';

/** Where a payment stands at the gateway; whether a waiting one is past its end is told by `expires_at`. */
export type PaymentState = 'waiting' | 'paid' | 'failed' | 'refunded' | 'charged back';

/** A payment at the gateway. Amounts are rupiah, instants milliseconds of tenant time. */
export interface Payment {
  reference: string;
  tenant_id: string;
  merchant_code: string;
  /** The merchant's own number. */
  order_number: string;
  /** What the merchant asked for, and what the payer pays on top of it. */
  amount: number;
  fee: number;
  method: string;
  phone: string | null;
  /** Of a virtual account, or the code for a counter. */
  number: string | null;
  qr_string: string | null;
  product: string;
  callback_url: string;
  return_url: string;
  state: PaymentState;
  created_at: number;
  expires_at: number;
}

/** A merchant's account at the gateway. */
export interface Merchant extends Signer {
  tenant_id: string;
  /** 1 if the payer pays the fee on top of the amount; else it is in the amount that the merchant asks for. */
  surcharge: number;
}

/** The gateway can't be reached. */
export class GatewayDown extends Error {
  override readonly name = 'GatewayDown';
}

/** The numbers in the gateway's refusals. They are the sandbox's own: the documentation names none. */
const refusals = {
  signature: '-100',
  method: '-101',
  minimum: '-102',
  maximum: '-103',
  phone: '-104',
  order: '-105',
  unknown: '-106',
} as const;
type RefusalReason = keyof typeof refusals;

/** The gateway refused a message. */
export class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal';
  /** The number in its answer. */
  readonly code: string;
  constructor(
    readonly reason: RefusalReason,
    message: string,
  ) {
    super(message);
    this.code = refusals[reason];
  }
}

/** Keeps a merchant's account. */
export function keepMerchant(store: Store, merchant: Omit<Merchant, 'form'>): void {
  store.insert('merchants', { ...merchant });
}

/** The account with a code. @throws GatewayDown, GatewayRefusal */
function merchantOf(cloud: Cloud, code: string): Merchant {
  const row = cloud.store.get<Merchant>('select * from merchants where code = ?', code);
  if (!row) throw new GatewayRefusal('unknown', 'Merchant not found');
  const { down, form } = settingsOf(cloud.store, row.tenant_id);
  if (down) throw new GatewayDown('the gateway is down');
  return { ...row, form };
}

function requireSigned(given: string, right: string): void {
  if (!sameSignature(given, right)) throw new GatewayRefusal('signature', 'Wrong signature');
}

/** A request for a payment; `expiryPeriod` is in minutes. */
export interface Inquiry {
  merchantCode: string;
  paymentAmount: number;
  paymentMethod: string;
  merchantOrderId: string;
  productDetails: string;
  phoneNumber?: string | undefined;
  callbackUrl: string;
  returnUrl: string;
  expiryPeriod: number;
  signature: string;
}

/** @throws GatewayRefusal if the method can't be used for the request */
function requireUsable(cloud: Cloud, merchant: Merchant, inquiry: Inquiry): void {
  const { withdrawn } = settingsOf(cloud.store, merchant.tenant_id);
  const method = methodOf(inquiry.paymentMethod);
  if (!method || withdrawn.includes(method.code))
    throw new GatewayRefusal('method', 'Payment method is not available');
  if (inquiry.paymentAmount < method.minimum)
    throw new GatewayRefusal('minimum', `Minimum payment is ${method.minimum}`);
  if (inquiry.paymentAmount > method.maximum)
    throw new GatewayRefusal('maximum', `Maximum payment is ${method.maximum}`);
  if (method.phone && !inquiry.phoneNumber)
    throw new GatewayRefusal('phone', 'phoneNumber is mandatory');
}

/** The answer to a request for a payment. `amount` is all that is paid; texts are empty for what a method has not. */
export interface InquiryAnswer {
  merchantCode: string;
  reference: string;
  paymentUrl: string;
  vaNumber: string;
  qrString: string;
  amount: string;
  statusCode: string;
  statusMessage: string;
}

/** Keeps a payment that was asked for at an instant, without checks. @throws GatewayRefusal for an unknown method */
export function keepPayment(
  cloud: Cloud,
  merchant: Merchant,
  inquiry: Inquiry,
  at: number,
): InquiryAnswer {
  const { merchantOrderId: order_number, paymentAmount: amount } = inquiry;
  const method = methodOf(inquiry.paymentMethod);
  if (!method) throw new GatewayRefusal('method', 'Payment method is not available');
  const reference = `${merchant.code}${randomText(16).toUpperCase()}`;
  const fee = merchant.surcharge === 1 ? feeOn(method, amount) : 0;
  const payment: Payment = {
    reference,
    tenant_id: merchant.tenant_id,
    merchant_code: merchant.code,
    order_number,
    amount,
    fee,
    method: method.code,
    phone: inquiry.phoneNumber ?? null,
    number: numberFor(method),
    qr_string: method.kind === 'qris' ? qrisText(amount + fee, reference.slice(-16)) : null,
    product: inquiry.productDetails,
    callback_url: inquiry.callbackUrl,
    return_url: inquiry.returnUrl,
    state: 'waiting',
    created_at: at,
    expires_at: at + inquiry.expiryPeriod * 60_000,
  };
  cloud.store.insert('payments', { ...payment });
  return {
    merchantCode: merchant.code,
    reference,
    paymentUrl: pageOf(cloud, reference),
    vaNumber: payment.number ?? '',
    qrString: payment.qr_string ?? '',
    amount: String(amount + fee),
    statusCode: '00',
    statusMessage: 'SUCCESS',
  };
}

/**
 * Takes a request for a payment. @throws GatewayDown; GatewayRefusal for a wrong signature, amount or method, or an
 * order that has a payment already
 */
export function inquire(cloud: Cloud, inquiry: Inquiry): InquiryAnswer {
  const merchant = merchantOf(cloud, inquiry.merchantCode);
  const { merchantOrderId: order, paymentAmount: amount } = inquiry;
  requireSigned(inquiry.signature, signInquiry(merchant, order, amount));
  requireUsable(cloud, merchant, inquiry);
  if (paymentOf(cloud.store, merchant.code, order))
    throw new GatewayRefusal('order', 'Order already has a payment');
  return keepPayment(cloud, merchant, inquiry, cloud.now(merchant.tenant_id));
}

/** The number to pay to, if a method has one. It begins with zeros, which a spreadsheet must keep. */
export function numberFor({ kind }: Method): string | null {
  if (kind === 'va') return `00${randomInt(1e13, 1e14)}`;
  return kind === 'retail' ? `00${randomInt(1e9, 1e10)}` : null;
}

/** The address of a payment's page. */
export const pageOf = ({ pictureHost }: Cloud, reference: string) =>
  `http://${pictureHost}/gateway/pay/${reference}`;

/** The payment of a merchant's order. */
export const paymentOf = (store: Store, merchantCode: string, order: string) =>
  store.get<Payment>(
    'select * from payments where merchant_code = ? and order_number = ?',
    merchantCode,
    order,
  );

/** The payment with a reference. */
export const paymentBy = (store: Store, reference: string) =>
  store.get<Payment>('select * from payments where reference = ?', reference);

/** Whether nobody can pay it any more, though nobody has. */
export const isOver = ({ state, expires_at }: Payment, now: number) =>
  state === 'waiting' && expires_at <= now;

/** The state of a payment in the gateway's numbers: 00 paid, 01 waiting, 02 failed, past its end or given back. */
function codeOf(payment: Payment, now: number): [code: string, message: string] {
  if (isOver(payment, now)) return ['02', 'EXPIRED'];
  if (payment.state === 'waiting') return ['01', 'PROCESS'];
  return payment.state === 'paid' ? ['00', 'SUCCESS'] : ['02', payment.state.toUpperCase()];
}

/**
 * Tells where an order's payment stands; `amount` is all that is paid, its fee included.
 * @throws GatewayDown; GatewayRefusal for a wrong signature or an unknown order
 */
export function transactionStatus(
  cloud: Cloud,
  asked: { merchantCode: string; merchantOrderId: string; signature: string },
) {
  const merchant = merchantOf(cloud, asked.merchantCode);
  requireSigned(asked.signature, signStatus(merchant, asked.merchantOrderId));
  const payment = paymentOf(cloud.store, merchant.code, asked.merchantOrderId);
  if (!payment) throw new GatewayRefusal('unknown', 'Transaction not found');
  const [statusCode, statusMessage] = codeOf(payment, cloud.now(merchant.tenant_id));
  return {
    merchantOrderId: payment.order_number,
    reference: payment.reference,
    amount: String(payment.amount + payment.fee),
    fee: String(payment.fee),
    statusCode,
    statusMessage,
  };
}

/** Lists the methods with their fee on an amount. @throws GatewayDown, GatewayRefusal */
export function paymentMethods(
  cloud: Cloud,
  asked: { merchantcode: string; amount: number; datetime: string; signature: string },
) {
  const merchant = merchantOf(cloud, asked.merchantcode);
  requireSigned(asked.signature, signMethods(merchant, asked.amount, asked.datetime));
  const { withdrawn } = settingsOf(cloud.store, merchant.tenant_id);
  const offered = methods.filter(({ code }) => !withdrawn.includes(code));
  return {
    responseCode: '00',
    responseMessage: 'SUCCESS',
    paymentFee: offered.map((method) => ({
      paymentMethod: method.code,
      paymentName: method.name,
      paymentImage: '',
      totalFee: String(feeOn(method, asked.amount)),
    })),
  };
}
