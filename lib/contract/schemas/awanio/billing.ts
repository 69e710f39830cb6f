/** Money: voucher A35, invoices A45–A46, payment A47–A53. Amounts are rupiah. */
import { z } from 'zod';
import {
  embedded,
  id,
  idOrNull,
  instant,
  int,
  listOf,
  number,
  text,
  wireObject,
} from '../../decode';
import { shapes } from '../../shape';
import { input, reference, some, whole, word } from '../shared';
import { identified, listQuery, uuidParams, webAddress } from './common';
import { owner } from './people';

const redeemed = wireObject({ new_balance: number(), status: text() });

const invoiceFields = {
  uuid: id(),
  number: text(),
  status: text(),
  due_date: instant(),
  billed_to: text(),
  billing_address: text(),
  billing_method: text(),
  note: text(),
  currency: text(),
  subtotal: number(),
  discount_amount: number(),
  discount_in_price: number(),
  discount_in_percent: number(),
  amount_after_discount: number(),
  tax_amount: number(),
  tax_in_percent: number(),
  amount_after_tax: number(),
  /** The part that was paid from the balance; `amount` is the rest, so it may be 0. (QA25) */
  credit_from_balance: number(),
  amount: number(),
  periode_started_date: instant(),
  periode_ended_date: instant(),
  /** Comes without a scheme in the samples. It is a link only if `readWebAddress` accepts it. */
  invoice_url: text(),
  created_at: instant(),
  updated_at: instant(),
};
const invoiceAliases = { InvoiceUrl: 'invoice_url' } as const;

/** A line of an invoice. `unit_price` is the billing unit ("3 month"); `price_per_unit` is the price. (QA24) */
const invoiceItem = wireObject({
  uuid: id(),
  label: text(),
  note: text(),
  resource_type: text(),
  pricing_type: text(),
  quantity: number(),
  unit_price: text(),
  price_per_unit: number(),
  amount: number(),
  discount_percent: number(),
  tax_in_percent: number(),
  started_date: instant(),
  ended_date: instant(),
});

const invoice = wireObject(invoiceFields, invoiceAliases);
const invoiceDetail = wireObject(
  {
    ...invoiceFields,
    organization: identified(owner),
    items: listOf(invoiceItem),
    company_name: text(),
    company_address: text(),
  },
  invoiceAliases,
);

/** A payment gateway. Its `merchant_key` is not named, so it is dropped. */
const gateway = wireObject({
  uuid: id(),
  name: text(),
  merchant_code: text(),
  url: text(),
  output_type: text(),
  vat: number(),
  created_at: instant(),
  updated_at: instant(),
});

/** A payment method. `name` is the gateway's code (`VC`, `BK`); `description` is the name for people. */
const method = wireObject({
  uuid: id(),
  name: text(),
  description: text(),
  service_fee: number(),
  minimum_amount: number(),
  payment_gateway: text(),
  country: text(),
});

/**
 * Where a top-up is paid, and the text of its QR code. No field is documented for them; they may stand beside the amount
 * or in `meta`, which is null in the samples.
 */
const waysToPay = { payment_url: webAddress(), qr_string: text() };
const waysAliases = {
  paymentUrl: 'payment_url',
  url: 'payment_url',
  qrString: 'qr_string',
} as const;
const topUpMeta = wireObject(waysToPay, waysAliases);

/** A top-up in progress; the payment company's ids and secrets (`client_secret`) are not named, so they are dropped. */
const topUp = wireObject(
  {
    uuid: idOrNull(),
    organization: identified(owner),
    reference_number: text(),
    /** `pending`; others are undocumented. */
    status: text(),
    amount: number(),
    service_fee: number(),
    balance: number(),
    va_number: text(),
    meta: embedded(topUpMeta),
    created_at: instant(),
    updated_at: instant(),
    ...waysToPay,
  },
  waysAliases,
);

/** A new top-up. `webview` means that there is a payment page. */
const topUpStarted = wireObject(
  {
    output_type: text(),
    amount: number(),
    va_number: text(),
    reference: text(),
    status: text(),
    /** Minutes. */
    expiry_period: int(),
    meta: embedded(topUpMeta),
    ...waysToPay,
  },
  { expiryPeriod: 'expiry_period', ...waysAliases },
);

/** The provider's minimum amount in rupiah (source: contract/api.md A49 and AWB). */
export const minimumTopUp = 50_000;

const topUpBody = input({
  payment_method_uuid: reference(),
  organization_uuid: reference(),
  amount: whole(minimumTopUp, 1_000_000_000),
});

const newGateway = input({
  name: word(100),
  merchant_code: word(100),
  merchant_key: word(200),
  callback: z.url({ protocol: /^https?$/, error: 'url_invalid' }),
  /** A path at the payment company, such as `/webapi/api/merchant/v2/inquiry`. */
  url: word(500),
  meta: some(input({ return: word(500), expiryPeriod: word(10) }), 10).optional(),
  output_type: word(32),
  vat: whole(0, 100),
});

/**
 * The payment company's message to the provider; the console never sends it. The documentation leaves out what makes it
 * one: the merchant and the signature over the amount as it is sent (contract/api.md 4.7). (QA21)
 */
const callback = input({
  merchantOrderId: word(100),
  amount: word(20),
  resultCode: z.int('invalid'),
  additionalParam: z.union([z.int(), z.string().max(255)]).optional(),
  reference: word(100),
  merchantCode: word(100).optional(),
  paymentCode: word(10).optional(),
  signature: word(128).optional(),
});

export const billingShapes = shapes({
  A35: { params: uuidParams, body: input({ code: word(64) }), answer: 'object', wire: redeemed },
  A45: { params: uuidParams, query: listQuery, answer: 'list', wire: invoice },
  A46: { params: uuidParams, answer: 'object', wire: invoiceDetail },
  A47: { answer: 'list', wire: gateway },
  A48: { body: newGateway, answer: 'object', wire: gateway },
  A49: { answer: 'list', wire: method },
  A50: { params: input({ reference_number: reference() }), answer: 'object', wire: topUp },
  A51: { body: topUpBody, answer: 'object', wire: topUpStarted },
  A52: { body: topUpBody, answer: 'object', wire: topUpStarted },
  A53: { body: callback, answer: 'sentence' },
});
