import { paths } from '../../paths';
import type { Resource } from '../resource';

interface NamedPostpaidInvoice {
  invoice_number: string;
}

/** The invoices of a postpaid DewaVPS account. D84 gives those of the current month. */
export const postpaidInvoices = {
  kind: 'invoice',
  ref: 'D84',
  id: ({ invoice_number: number }) => number,
  name: ({ invoice_number: number }) => number,
  page: (account) => paths.vpsBillingPart(account, 'invoices'),
  href: (account) => paths.vpsBillingPart(account, 'invoices'),
  words: ({ description, method }) => [description, method],
  pageSize: 20,
} as const satisfies Resource<'D84', NamedPostpaidInvoice, string>;
