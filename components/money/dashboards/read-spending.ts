/** Reads the reports and invoices of a scope, once a request, so that a page can begin with it early. Server only. */
import { cache } from 'react';
import { allows } from '@/components/parts/shell/nav-entries';
import type { Scope } from '@/components/parts/shell/scopes';
import { roleCan } from '@/lib/contract/permissions';
import { tryRead } from '@/lib/next/backend';
import { roleOf } from './read-group';
import { mostMonths } from './spending';

/** Reads the monthly reports of a DewaVPS account. @param account its slug */
export const readReports = cache((account: string) =>
  tryRead('D88', { query: { limit: mostMonths } }, account),
);

/** Reads the newest invoices of an organization. @param organization its uuid */
export const readInvoices = cache((organization: string) =>
  tryRead('A45', { params: { uuid: organization }, query: { per_page: 15 } }),
);

/** Begins to read what the spending panel shows, in parallel with the rest of the page. */
export async function beginSpending(scope: Scope): Promise<void> {
  if (scope.kind === 'account') {
    if (allows(scope, 'billing')) await readReports(scope.account);
  } else if (scope.kind === 'organization' && roleCan(await roleOf(scope), 'billing.read')) {
    await readInvoices(scope.group.org);
  }
}
