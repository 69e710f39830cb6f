/** Money, D78–D90 and DX3: balance, deposits, credits, postpaid invoices, top-up, reports. Amounts are IDR. */
import { z } from 'zod';
import {
  bool,
  embedded,
  id,
  idOrNull,
  instant,
  int,
  listOf,
  number,
  price,
  rupiah,
  text,
} from '../../decode';
import { shapes } from '../../shape';
import { bareOr, day, echo, month, row } from './decoders';
import { day as dayOf, id as idOf, input, line, paging, whole } from './inputs';

const invoice = input({ invoice_id: idOf() });
const paid = embedded(row({ amount: price(), vat: price(), payment_fee: price() }));

type Period = { start?: string | undefined; end?: string | undefined };
const period = { start: dayOf().optional(), end: dayOf().optional() };
const inOrder = ({ start, end }: Period) => !start || !end || start <= end;
const backwards = { error: 'end_before_start', path: ['end'] };

/**
 * An export; the documentation only says `data: object`. We assume a job that may already have its file; plain text
 * is read as the file's address.
 */
const started = bareOr(
  'download_url',
  { id: idOrNull(), status: text(), download_url: text() },
  { uuid: 'id', url: 'download_url', link: 'download_url', file: 'download_url' },
);

const method = row({ name: text(), code: text(), image: text(), fee: price(), vat: price() });

const reportFields = {
  /** YYYY-MM. */
  billing_periode: month(),
  /** YYYY-MM-DD, the `summary_date` of D89. */
  billing_date: day(),
  status: text(),
  fully_settle: bool(),
  total: price(),
  can_download: bool(),
};
/** The documented key contains a space. (QD17) */
const reportNames = { 'billing periode': 'billing_periode', uuid: 'id' } as const;

const service = row({
  service: text(),
  total: price(),
  reports: listOf(
    row({
      id: idOrNull(),
      service_name: text(),
      service_type: text(),
      tier_name: text(),
      tier_icon: text(),
      total_cost: price(),
      details: listOf(
        row({
          name: text(),
          base_price: price(),
          total_uptime_hour: number(),
          total_cost: price(),
        }),
      ),
    }),
  ),
});

export const billing = shapes({
  D78: {
    answer: 'object',
    wire: row({
      current_balance: price(),
      last_topup: listOf(row({ amount: price(), date: day() })),
      current_cost: price(),
      actual_balance: price(),
      estimated_monthly_total: price(),
      current_hour_cost: price(),
    }),
  },
  D79: {
    query: input(paging()),
    answer: 'list',
    wire: row({
      id: id(),
      invoice_number: text(),
      description: text(),
      detail: paid,
      method: text(),
      status: text(),
      created_at: instant(),
      expired_at: instant(),
    }),
  },
  D80: { query: input(period).refine(inOrder, backwards), answer: 'object', wire: started },
  /** The sample is `{}`, so no field is required. */
  D81: {
    params: invoice,
    answer: 'object',
    wire: echo({
      code: text(),
      method: text(),
      method_img: text(),
      detail: paid,
      va_number: text(),
      qr_string: text(),
      payment_url: text(),
      status: text(),
      expired_at: instant(),
      /** Seconds until it expires. */
      expired_seconds: int(),
    }),
  },
  D82: {
    query: input({
      ...paging(),
      ...period,
      type: z.enum(['A', 'D'], 'not_allowed').optional(),
    }).refine(inOrder, backwards),
    answer: 'list',
    /** Amounts are Indonesian text, `"Rp10.000,00"`. (QD15) */
    wire: row({
      id: id(),
      type: text(),
      description: text(),
      amount: rupiah(),
      balance_after: rupiah(),
      created_at: instant(),
    }),
  },
  D83: {
    answer: 'object',
    wire: row({
      total_paid: int(),
      total_paid_amount: price(),
      total_unpaid: int(),
      total_unpaid_amount: price(),
      est_month_cost: price(),
    }),
  },
  /** The documentation names no query, but its text says that the list is paginated. */
  D84: {
    query: input(paging()),
    answer: 'list',
    wire: row(
      {
        invoice_number: id(),
        /** The id for D85; the invoice's number if the backend gives no id. */
        id: idOrNull(),
        description: text(),
        detail: embedded(row({ amount: price(), vat: price(), total: price() })),
        status: text(),
        method: text(),
        created_at: instant(),
      },
      { uuid: 'id' },
    ),
  },
  D85: { params: invoice, answer: 'file' },
  D86: {
    query: input({ amount: whole(1, 1_000_000_000).optional() }),
    answer: 'object',
    wire: echo({
      bank: listOf(method),
      card: listOf(method),
      ritel: listOf(method),
      ewallet: listOf(method),
      qris: listOf(method),
    }),
  },
  /** Wallets such as OVO require `phone` (source: the provider's mobile client). */
  D87: {
    body: input({
      amount: whole(1, 1_000_000_000),
      payment_method: line(50),
      phone: z
        .string('phone_invalid')
        .regex(/^\+?\d{8,15}$/, 'phone_invalid')
        .nullish(),
    }),
    answer: 'object',
    wire: echo({
      invoice_id: idOrNull(),
      merchant_code: text(),
      reference_number: text(),
      payment_url: text(),
      amount: price(),
      details: paid,
      va_number: text(),
      qr_string: text(),
    }),
  },
  D88: {
    query: input(paging()),
    answer: 'list',
    wire: row({ id: id(), ...reportFields }, reportNames),
  },
  D89: {
    params: input({ summary_date: dayOf() }),
    answer: 'object',
    wire: row({ id: id(), ...reportFields, services: listOf(service) }, reportNames),
  },
  D90: { params: input({ summary_id: idOf() }), answer: 'object', wire: started },
  /**
   * Not documented, but a working client polls it. We accept a plain status word, or an object with the fields of a
   * receipt.
   */
  DX3: {
    params: invoice,
    answer: 'object',
    wire: bareOr('status', {
      status: text(),
      invoice_id: idOrNull(),
      amount: price(),
      paid_at: instant(),
    }),
  },
});
