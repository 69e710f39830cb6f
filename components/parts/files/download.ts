/** Asks the console for a file. For the browser; loaded late. */
import { CONTEXT_HEADER, DOCUMENT_HEADER, ENDS_HEADER } from '@/lib/header-names';
import { problem, ProblemError } from '@/lib/problem';
import { askToSignIn } from '@/lib/query/sign-in-gate';
import { problemOf, send } from '@/lib/session/fetcher';

/** A file that the console answered. */
export interface Download {
  blob: Blob;
  /** The file's name: `INV-2026-06-0001.pdf`. */
  name: string;
  /** Who made it: the provider, or this console. */
  from: 'provider' | 'own';
  /** Of a kubeconfig: the name of its context, and when its certificate ends (ISO 8601). Null for other files. */
  context: string | null;
  ends: string | null;
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
      context: answer.headers.get(CONTEXT_HEADER),
      ends: answer.headers.get(ENDS_HEADER),
    };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw problem('backend_unreadable', answer.status, 'The file was cut short.');
  }
}
