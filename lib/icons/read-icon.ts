/** Makes of an icon's text a picture that a browser may show: decoded, or fetched from a host of the operator's list. */
import { Lru } from '@/lib/backend/lru';
import { pictureSource, pictureTypes, readPicture } from '@/lib/contract/reading/pictures';
import { perProcess } from '@/lib/log/per-process';
import { fetchListed } from '@/lib/outside/listed';
import { pictures } from '@/lib/outside/kinds';
import { settings } from '@/lib/settings';

/** A picture whose first bytes and size were checked. */
export interface SafePicture {
  type: string;
  body: Buffer;
}

/** Most bytes of a picture. */
const mostBytes = 1024 * 1024;
/** Most pixels: decoded, these are 16 MB, and a page shows many pictures. */
const mostPixels = 4_000_000;
/** Milliseconds to fetch one. */
const patience = 5_000;
/** Milliseconds for which a fetched picture is kept, and for which one that failed isn't asked for again. */
const keptFor = 10 * 60_000;
const failedFor = 60_000;

interface Kept {
  until: number;
  picture: Promise<SafePicture | null>;
}

const kept = () => perProcess('icons.outside', () => new Lru<Kept>(64));

/** The picture, if it is one; null for HTML, SVG, damaged ones and traps of many pixels. */
function checked(body: Buffer): SafePicture | null {
  const read = readPicture(body, mostPixels);
  return 'picture' in read ? { type: pictureTypes[read.picture.kind], body } : null;
}

async function fetchPicture(address: string): Promise<SafePicture | null> {
  const got = await fetchListed(address, settings().NUSA_ICON_HOSTS, {
    kinds: pictures,
    bytes: mostBytes,
    milliseconds: patience,
  });
  return got.ok ? checked(got.body) : null;
}

/** Fetches a picture once for all who want it. */
function fetchedPicture(address: string, at: string): Promise<SafePicture | null> {
  const key = `${address}\n${at}`;
  const held = kept().get(key);
  if (held && held.until > performance.now()) return held.picture;
  const picture = fetchPicture(address);
  const entry: Kept = { until: performance.now() + keptFor, picture };
  kept().set(key, entry);
  void picture.then((found) => {
    if (!found) entry.until = performance.now() + failedFor;
  });
  return picture;
}

/**
 * The picture of an icon's text.
 * @param text an `icon` or `avatar` as the backend gave it
 * @param at when it was changed: at one address there may be another picture since
 * @returns null where there is none that may be shown
 */
export async function readIcon(text: string | null, at = ''): Promise<SafePicture | null> {
  const source = pictureSource(text);
  if (source === null) return null;
  if ('address' in source) return fetchedPicture(source.address, at);
  if (source.base64.length > mostBytes * 1.4) return null;
  return checked(Buffer.from(source.base64, 'base64'));
}
