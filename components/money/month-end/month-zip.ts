/** Makes the ZIP file of a month. For the browser; loaded late. */
import { downloadZip } from 'client-zip';
import { fetchDocument, type Reader } from '@/components/money/documents/download';
import { accountOfKey } from '@/components/money/invoices/place-links';
import { ProblemError, type Problem } from '@/lib/problem';
import { laneOf } from '@/lib/query/paced';
import type { MonthDocument } from './month-documents';

/** A document that couldn't be made. */
export interface FailedDocument {
  document: MonthDocument;
  problem: Problem;
}

interface ZipOf {
  documents: readonly MonthDocument[];
  /** A file that the ZIP file always has: the spreadsheet. */
  sheet: { name: string; blob: Blob };
  /** Writes the file that names what failed; it is made only where something did. */
  failedFile: { name: string; text: (failed: readonly FailedDocument[]) => string };
  fetch: (document: MonthDocument) => Promise<Blob>;
  /** Told before each document, and at the end. */
  onProgress: (done: number) => void;
  signal: AbortSignal;
}

/** The files, each fetched when its place in the ZIP file comes: only one is in memory. */
async function* filesOf(of: ZipOf, failed: FailedDocument[]) {
  const lastModified = new Date();
  yield { name: of.sheet.name, input: of.sheet.blob, lastModified };
  for (const [done, document] of of.documents.entries()) {
    of.signal.throwIfAborted();
    of.onProgress(done);
    try {
      yield { name: document.name, input: await of.fetch(document), lastModified };
    } catch (error) {
      if (of.signal.aborted || !(error instanceof ProblemError)) throw error;
      failed.push({ document, problem: error.problem });
    }
  }
  of.onProgress(of.documents.length);
  if (failed.length === 0) return;
  yield { name: of.failedFile.name, input: of.failedFile.text(failed), lastModified };
}

/**
 * Makes the ZIP file. A document that fails is named in it, and the ZIP file is still made.
 * @throws the signal's reason, and errors that are no `ProblemError`
 */
export async function makeMonthZip(of: ZipOf): Promise<{ blob: Blob; failed: FailedDocument[] }> {
  const failed: FailedDocument[] = [];
  const blob = await downloadZip(filesOf(of, failed)).blob();
  return { blob, failed };
}

/**
 * Fetches a document within the calls a minute of its account. Where the provider's file is none that can be read, it is
 * our own document, which says who made it.
 */
export const pacedFetch =
  (reader: Reader, signal: AbortSignal) =>
  async ({ path, place }: MonthDocument): Promise<Blob> => {
    const ask = async (own: boolean) => {
      const fetch = () => fetchDocument(path, place, { ...reader, own }, signal);
      return (await laneOf(accountOfKey(place)).run(fetch, { signal })).blob;
    };
    try {
      return await ask(false);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'no_file') throw error;
      return ask(true);
    }
  };
