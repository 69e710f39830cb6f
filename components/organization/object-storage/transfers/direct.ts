/**
 * Sends parts straight to the store by signed addresses, where the bucket's CORS lets this console's pages do so. Addresses
 * are signed some at a time, and anew once they have ended. Whatever goes wrong there, the rest goes through the console.
 */
import { isOffline } from '@/lib/online';
import { serverNow } from '@/lib/clock';
import { ProblemError } from '@/lib/problem';
import { refOf, type Upload } from './upload';
import type { Sending, StorageWire } from './wire';

/** A part couldn't be sent to the store itself. It may have got there, so the parts are listed before the rest is sent. */
export class NotDirect extends Error {}

/** Addresses that are signed at once. */
const atOnce = 20;
/** Milliseconds before their end from which addresses are signed anew. */
const early = 60_000;

/** The answer where there is no address. */
const none = { status: 0, etag: null };

/** Sends one part. @returns its ETag; null where the browser may not see it */
export type PartSender = (number: number, sending: Sending) => Promise<string | null>;

/**
 * Makes what sends the parts of an upload.
 * @param numbers the parts that have to be sent, in their order
 * @throws NotDirect (of what it returns) once the store itself can't be used any more; `upload.direct` is false then
 */
export function partSender(
  wire: StorageWire,
  upload: Upload,
  numbers: readonly number[],
): PartSender {
  const { target } = upload;
  const ref = refOf(upload);
  if (!ref) throw new Error('the upload has not begun');
  const urls = new Map<number, string>();
  let expires = 0;
  let signing: Promise<void> | null = null;
  const sign = async (from: number, signal: AbortSignal) => {
    const wanted = numbers.filter((number) => number >= from).slice(0, atOnce);
    const signed = await wire.sign(target, ref, wanted, signal);
    urls.clear();
    for (const { number, url } of signed.urls) urls.set(number, url);
    expires = Date.parse(signed.expires);
  };
  const addressOf = async (number: number, signal: AbortSignal) => {
    if (serverNow() > expires - early) urls.clear();
    // Another part may have asked for the addresses from its number on.
    for (let tries = 0; tries < 2 && !urls.has(number); tries += 1) {
      signing ??= sign(number, signal).finally(() => (signing = null));
      await signing;
    }
    return urls.get(number) ?? null;
  };
  const giveUp = () => {
    upload.direct = false;
    throw new NotDirect();
  };
  return async (number, sending) => {
    if (!upload.direct) return wire.putPart(target, ref, number, sending);
    const put = async () => {
      const url = await addressOf(number, sending.signal);
      return { url, ...(url === null ? none : await wire.putOutside(url, sending)) };
    };
    try {
      let answer = await put();
      if (answer.status === 403) {
        // The address may have ended while the device slept, since the clock of a page stops then.
        if (urls.get(number) === answer.url) urls.clear();
        answer = await put();
      }
      const { status, etag } = answer;
      return status >= 200 && status < 300 ? etag : giveUp();
    } catch (error) {
      // Without a network nothing is learnt about the store; nor where the file itself can't be read.
      const lost = error instanceof ProblemError && error.problem.code === 'console_unreachable';
      if (!lost || isOffline()) throw error;
      return giveUp();
    }
  };
}
