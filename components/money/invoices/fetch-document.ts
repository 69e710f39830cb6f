/** Fetches the PDF of an invoice or a receipt with the buyer's data that this browser keeps. For the browser; loaded late. */
import { readBuyer } from '@/components/money/documents/buyer';
import { fetchDownload, saveBlob, type Download } from '@/components/parts/files/download';
import type { AccountInvoice } from '@/lib/money/account-invoice';
import type { Locale } from '@/lib/intl/locales';
import { ProblemError } from '@/lib/problem';
import { askToSignIn } from '@/lib/query/sign-in-gate';
import { invoiceDownload } from './place-links';

/** For whom a document is made. */
export interface Reader {
  identity: string;
  language: Locale;
}

/**
 * Fetches a document. If the session has ended, sign-in opens over the page, and it is fetched after it. Where the
 * provider's file is none that can be read, it is our own document, which says who made it.
 * @param path of `lib/paths/downloads`
 * @param place the key of the account's scope, whose buyer stands on it
 * @throws ProblemError
 */
export async function fetchDocument(
  path: string,
  place: string,
  { identity, language }: Reader,
  signal?: AbortSignal,
): Promise<Download> {
  const ask = (own: boolean) =>
    fetchDownload(path, { language, buyer: readBuyer(identity, place), own }, signal);
  const codeOf = (error: unknown) => (error instanceof ProblemError ? error.problem.code : null);
  try {
    return await ask(false);
  } catch (error) {
    if (codeOf(error) === 'no_file') return ask(true);
    if (codeOf(error) !== 'not_signed_in') throw error;
    await askToSignIn('ended');
    return ask(false);
  }
}

/** Fetches the PDF of an invoice, and saves it. @throws ProblemError */
export async function saveInvoice(invoice: AccountInvoice, reader: Reader): Promise<void> {
  const { blob, name } = await fetchDocument(invoiceDownload(invoice), invoice.place, reader);
  saveBlob(blob, name);
}
