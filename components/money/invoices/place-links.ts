/** Where the bills of an account stand, by the key of its scope. Browser-safe. */
import type { AccountInvoice } from '@/lib/money/account-invoice';
import { paths } from '@/lib/paths';
import { downloads } from '@/lib/paths/downloads';

const after = (key: string, start: string): string | null =>
  key.startsWith(start) ? key.slice(start.length) : null;

/** The slug of a VPS account; null for an organization. */
export const accountOfKey = (key: string): string | null => after(key, 'vps/');

/** The uuid of an organization; null for a VPS account. */
export const organizationOfKey = (key: string): string | null => after(key, 'o/');

/** The bills of an account. */
export function billsHref(key: string): string {
  const account = accountOfKey(key);
  return account === null
    ? paths.billing({ org: organizationOfKey(key) ?? '' })
    : paths.vpsBilling(account);
}

/** The page of an invoice. Those of a VPS account have none, so it is their list, searched for its number. */
export function invoiceHref({
  place,
  document,
  number,
}: Pick<AccountInvoice, 'place' | 'document' | 'number'>): string {
  const account = accountOfKey(place);
  if (account === null) return paths.invoice({ org: organizationOfKey(place) ?? '' }, document);
  const search = new URLSearchParams({ q: number });
  return `${paths.vpsBillingPart(account, 'invoices')}?${search.toString()}`;
}

/** The address of an invoice's PDF, for `DownloadButton`. */
export function invoiceDownload({
  place,
  document,
}: Pick<AccountInvoice, 'place' | 'document'>): string {
  const account = accountOfKey(place);
  return account === null
    ? downloads.invoice(organizationOfKey(place) ?? '', document)
    : downloads.vpsInvoice(account, document);
}
