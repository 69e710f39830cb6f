import { paths } from '../../paths';
import type { Resource } from '../resource';

interface NamedDeposit {
  id: string;
  invoice_number: string | null;
}

/** The deposits of a DewaVPS account: payments into its balance, each with a receipt. */
export const deposits = {
  kind: 'deposit',
  ref: 'D79',
  id: ({ id }) => id,
  name: ({ invoice_number: number, id }) => number || id,
  page: (account) => paths.vpsBillingPart(account, 'deposits'),
  href: paths.vpsDeposit,
  words: ({ description, method, id }) => [description, method, id],
  pageSize: 20,
} as const satisfies Resource<'D79', NamedDeposit, string>;
