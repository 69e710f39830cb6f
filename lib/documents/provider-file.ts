/** Fetches the provider's own files: from the address that an answer names, if the operator lists its host. */
import { log } from '@/lib/log/log';
import type { OutsideFailure } from '@/lib/outside/fetch';
import type { OutsideKind } from '@/lib/outside/kinds';
import { fetchListed } from '@/lib/outside/listed';
import { problem } from '@/lib/problem';
import { settings } from '@/lib/settings';

/** A file that was checked by its first bytes. */
export interface CheckedFile {
  /** Its media type. */
  type: string;
  body: Buffer;
}

/** Most bytes of a file, and milliseconds to fetch it. */
const mostBytes = 16 * 1024 * 1024;
const patience = 20_000;

/** The problem of a file that isn't there or can't be read. */
export const noFile = (message: string) => problem('no_file', 404, message);

/** These say that our own settings keep us from the file, not that it is wrong. */
const unlisted: readonly OutsideFailure[] = ['host_refused'];

/**
 * Fetches a file of the provider.
 * @param address as an answer names it; without a scheme it is https
 * @returns null if the operator lists no such host, so that it can't be known what is there
 * @throws ProblemError `no_file` for a file that isn't one of the kinds, or can't be fetched
 */
export async function providerFile(
  address: string,
  kinds: readonly OutsideKind[],
  { requestId, signal }: { requestId: string; signal: AbortSignal },
): Promise<CheckedFile | null> {
  const listed = settings().NUSA_DOCUMENT_HOSTS;
  // The sandbox names its own files with http. `fetchListed` takes TLS away from hosts of this machine alone.
  const secure = /^https?:\/\//i.test(address)
    ? address.replace(/^http:/i, 'https:')
    : `https://${address}`;
  const rules = { kinds, bytes: mostBytes, milliseconds: patience, signal };
  const got = await fetchListed(secure, listed, rules);
  if (got.ok) return { type: got.type, body: got.body };
  // The address may contain a secret, so the log has the reason alone.
  log().warn({ requestId, why: got.why }, 'a file of the provider could not be fetched');
  if (got.why === 'aborted') throw problem('cancelled', 499, 'The caller went away.');
  if (unlisted.includes(got.why)) return null;
  throw noFile('The provider’s file can’t be read.');
}
