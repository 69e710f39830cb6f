import { paths, type GroupScope } from '../../paths';
import type { Resource } from '../resource';

interface NamedInvoice {
  uuid: string;
  number: string | null;
}

/** The invoices of an organization. The backend searches and pages them. */
export const invoices = {
  kind: 'invoice',
  ref: 'A45',
  id: ({ uuid }) => uuid,
  name: ({ number, uuid }) => number || uuid,
  page: paths.billing,
  href: paths.invoice,
  words: ({ billed_to: to, uuid }) => [to, uuid],
  pageSize: 15,
} as const satisfies Resource<'A45', NamedInvoice, GroupScope>;
