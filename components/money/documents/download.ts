/** Fetches documents with the buyer's data, and saves them. For the browser; loaded late. */
import { fetchDownload, type DocumentBody, type Download } from '@/components/parts/files/download';
import { saveBlob } from '@/components/parts/files/save-blob';
import { readBuyer } from './buyer';

/** For whom a document is made. */
export interface Reader {
  identity: string;
  language: DocumentBody['language'];
}

/**
 * Fetches a document, with the buyer's data that this browser keeps.
 * @param path of `lib/paths/downloads`
 * @param scopeKey whose buyer stands on it: `o/<org>` or `vps/<account>`
 * @param reader with `own` for the console's document, even where the provider has one
 * @throws ProblemError as `fetchDownload`
 */
export function fetchDocument(
  path: string,
  scopeKey: string,
  { identity, language, own = false }: Reader & { own?: boolean },
  signal?: AbortSignal,
): Promise<Download> {
  return fetchDownload(path, { language, buyer: readBuyer(identity, scopeKey), own }, signal);
}

/** Fetches a document, and saves it. @returns who made it @throws ProblemError as `fetchDownload` */
export async function saveDocument(
  ...of: Parameters<typeof fetchDocument>
): Promise<Download['from']> {
  const { blob, name, from } = await fetchDocument(...of);
  saveBlob(blob, name);
  return from;
}
