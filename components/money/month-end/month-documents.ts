/** The documents of a month, and the names of their files in a ZIP file. Pure. */
import { accountOfKey, invoiceDownload } from '@/components/money/invoices/place-links';
import { downloads } from '@/lib/paths/downloads';
import type { PlaceMonth } from './read-month';

/** A document that the ZIP file gets. */
export interface MonthDocument {
  /** Its file in the ZIP file: `Kopi Nusantara/INV-2026-06-0001.pdf`. */
  name: string;
  /** What it is called on screen. */
  label: string;
  /** Its address, of `lib/paths/downloads`. */
  path: string;
  /** The key of the account's scope. */
  place: string;
}

const longestName = 80;

/** Names that Windows refuses, with any extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name that every system takes: no slashes, no quotes, no dots or spaces at its ends, not too long. What comes from the
 * provider never leads out of the folder into which the ZIP file is unpacked.
 */
export function safeName(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._ -]+/gu, '-')
    .slice(0, longestName)
    .replace(/^[. -]+|[. -]+$/g, '');
  if (clean === '') return '_';
  return reserved.test(clean) ? `_${clean}` : clean;
}

/** Gives names of which no two are the same, also for systems that don't tell capitals apart. */
export function uniqueNames(): (base: string, extension?: string) => string {
  const taken = new Set<string>();
  return (base, extension = '') => {
    for (let nth = 1; ; nth += 1) {
      const name = nth === 1 ? `${base}${extension}` : `${base} (${nth})${extension}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

/** The invoices of a month, and the receipts of its deposits. Cancelled invoices are among them. @param receipt what a receipt is called */
export function monthDocuments(months: readonly PlaceMonth[], receipt: string): MonthDocument[] {
  const unique = uniqueNames();
  return months.flatMap(({ place, invoices, account }) => {
    const folder = unique(safeName(place.name));
    const one = (label: string, path: string): MonthDocument => ({
      name: unique(`${folder}/${safeName(label)}`, '.pdf'),
      label: `${place.name}: ${label}`,
      path,
      place: place.key,
    });
    const slug = accountOfKey(place.key) ?? '';
    return [
      ...invoices.map((invoice) => one(invoice.number, invoiceDownload(invoice))),
      ...(account?.deposits ?? []).map(({ id, number }) =>
        one(`${receipt} ${number}`, downloads.receipt(slug, id)),
      ),
    ];
  });
}
