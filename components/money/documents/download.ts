/** Asks the console for a file, and saves it. For the browser; loaded late. */
import { saveBlob } from '@/components/parts/files/save-blob';
import { DOCUMENT_HEADER } from '@/lib/header-names';
import { problem, ProblemError } from '@/lib/problem';
import { askToSignIn } from '@/lib/query/sign-in-gate';
import { problemOf, send } from '@/lib/session/fetcher';
import { readBuyer } from './buyer';

/** A file that the console answered. */
export interface Download {
  blob: Blob;
  /** The file's name: `INV-2026-06-0001.pdf`. */
  name: string;
  /** Who made it: the provider, or this console. */
  from: 'provider' | 'own';
}

/** What a document is asked with. */
export interface DocumentBody {
  /** The language of a document that we make. */
  language: 'en' | 'id';
  /** The buyer's data on a document that we make. */
  buyer?: { name: string; address: string; taxNumber: string } | null;
  /** Asks for our own document, even where the provider has one. */
  own?: boolean;
}

/** The name in a `Content-Disposition` header. Our server writes plain ASCII names only. */
const nameIn = (header: string | null): string =>
  /filename="([^"]+)"/.exec(header ?? '')?.[1] ?? 'document';

/**
 * Fetches a file. If the session has ended, sign-in opens over the page, and the file is asked for after it.
 * @param path of `lib/paths/downloads`
 * @throws ProblemError; code `no_file` where the provider has no file
 */
export async function fetchDownload(
  path: string,
  body: DocumentBody | { start?: string; end?: string },
  signal?: AbortSignal,
): Promise<Download> {
  const sent = { method: 'POST', json: body, signal };
  const answer = await send(path, sent);
  if (!answer.ok) {
    // A download changes nothing, so nothing is in doubt, and it can be asked for again.
    const { outcome: _, ...told } = await problemOf(answer, sent);
    if (told.code !== 'not_signed_in') throw new ProblemError(told);
    await askToSignIn('ended');
    return fetchDownload(path, body, signal);
  }
  try {
    return {
      blob: await answer.blob(),
      name: nameIn(answer.headers.get('content-disposition')),
      from: answer.headers.get(DOCUMENT_HEADER) === 'provider' ? 'provider' : 'own',
    };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw problem('backend_unreadable', answer.status, 'The file was cut short.');
  }
}

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
