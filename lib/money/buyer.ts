/** The buyer on a document: the API knows no tax number, so the person types it. Pure; for server and browser. */
import { readTaxNumber } from './tax-number';

/** Who buys, as it stands on invoices. */
export interface Buyer {
  /** Up to 150 characters. */
  name: string;
  /** Lines of an address, up to 500 characters. May be empty. */
  address: string;
  /** The digits of an NPWP or NIK, 15 or 16; empty without one. */
  taxNumber: string;
}

/** Most characters of each field. */
export const buyerLimits = { name: 150, address: 500, taxNumber: 40 } as const;

/** Characters that no font draws, and those that turn the direction of the text after them. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A text without unseen characters and without spaces at its ends. */
const plain = (text: string, most: number) =>
  text.replace(/\r\n?/g, '\n').replace(unseen, '').trim().slice(0, most);

/** A buyer in the one form in which it is kept and sent; null if it isn't one. @param value of any shape */
export function buyerOf(value: unknown): Buyer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, address, taxNumber } = value as Record<string, unknown>;
  if (typeof name !== 'string' || typeof address !== 'string' || typeof taxNumber !== 'string')
    return null;
  const digits = taxNumber.trim() === '' ? '' : readTaxNumber(taxNumber);
  const read = {
    name: plain(name, buyerLimits.name).replace(/\n/g, ' '),
    address: plain(address, buyerLimits.address),
  };
  return read.name === '' || digits === null ? null : { ...read, taxNumber: digits };
}
