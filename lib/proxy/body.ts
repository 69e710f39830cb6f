/** Reads the body of a browser's request: JSON, at most one megabyte, counted while it arrives. */
import { problem } from '@/lib/problem';

const bodyLimit = 1024 * 1024;

const tooLarge = () => problem('too_large', 413, 'The input is larger than one megabyte.');
const unfit = (code: string, message: string) =>
  problem('bad_input', 422, message, { fields: { body: [code] } });

export interface BodyFacts {
  contentLength: string | null;
  contentType: string | null;
  chunks: AsyncIterable<Uint8Array> | null;
}

/** @throws ProblemError too_large */
async function gather({ contentLength, chunks }: BodyFacts): Promise<Buffer> {
  if (contentLength !== null && Number(contentLength) > bodyLimit) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  if (chunks) {
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size > bodyLimit) throw tooLarge();
      parts.push(chunk);
    }
  }
  return Buffer.concat(parts);
}

/**
 * @returns the parsed object, or undefined if nothing was sent
 * @throws ProblemError `too_large` 413; `bad_input` 422 for another media type, for invalid JSON, and for anything but
 *   an object
 */
export async function readJson(facts: BodyFacts): Promise<Record<string, unknown> | undefined> {
  const bytes = await gather(facts);
  if (bytes.byteLength === 0) return undefined;
  if (!/^application\/json\s*(;|$)/i.test(facts.contentType ?? ''))
    throw unfit('media_type', 'The input must be JSON.');
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw unfit('not_json', 'The input is not JSON.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw unfit('type', 'The input must be an object.');
  return json as Record<string, unknown>;
}
