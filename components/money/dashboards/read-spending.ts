/** Reads the reports and invoices of a scope, once a request, so that a page can begin with it early. Server only. */
import { cache } from 'react';
import { roleCan } from '@/lib/contract/permissions';
import { tryRead } from '@/lib/next/backend';
import { isRefused } from '@/lib/next/key-rights';
import { roleOf, type GroupScope } from './read-group';
import { mostMonths } from './spending';

/** Reads the monthly reports of a DewaVPS account. @param account its slug */
export const readReports = cache((account: string) =>
  tryRead('D88', { query: { limit: mostMonths } }, account),
);

/** Reads the newest invoices of an organization. @param organization its uuid */
export const readInvoices = cache((organization: string) =>
  tryRead('A45', { params: { uuid: organization }, query: { per_page: 15 } }),
);

/** Begins to read the reports of an account, by its slug, beside the rest of its page. */
export async function beginReports(account: string): Promise<void> {
  if (!(await isRefused(account, 'billing'))) await readReports(account);
}

/** Begins to read the invoices of an organization, beside the rest of its page. */
export async function beginInvoices(scope: GroupScope): Promise<void> {
  if (scope.kind !== 'organization') return;
  if (roleCan(await roleOf(scope), 'billing.read')) await readInvoices(scope.group.org);
}
