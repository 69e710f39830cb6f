/**
 * Serves the icons of organizations and projects, as the provider's storage does: at an address that the API tells
 * without its scheme, whatever was uploaded there.
 */
import type { ServerResponse } from 'node:http';
import type { Cloud } from './cloud';

type Kind = 'organizations' | 'projects';

/** What an answer says of an icon: its address without scheme; nothing if there is none. */
export function iconAddress(
  { pictureHost }: Cloud,
  kind: Kind,
  { uuid, icon }: { uuid: string; icon: string | null },
): string | null {
  return icon === null || pictureHost === '' ? icon : `${pictureHost}/icons/${kind}/${uuid}`;
}

/** The media type that a storage guesses from the first characters of base64; it doesn't check more. */
function typeOf(base64: string): string {
  if (base64.startsWith('/9j/')) return 'image/jpeg';
  if (base64.startsWith('UklGR')) return 'image/webp';
  if (base64.startsWith('R0lGOD')) return 'image/gif';
  return 'image/png';
}

/** Serves `/icons/{kind}/{uuid}`. @returns false for other paths */
export function servePicture({ store }: Cloud, path: string, response: ServerResponse): boolean {
  const [, kind, uuid] = /^\/icons\/(organizations|projects)\/([0-9a-f-]{36})$/.exec(path) ?? [];
  if (!kind || !uuid) return false;
  const row = store.get<{ icon: string | null }>(`select icon from ${kind} where uuid = ?`, uuid);
  if (!row?.icon) return false;
  const base64 = row.icon.replace(/^data:[^,]*,/, '');
  response.writeHead(200, { 'content-type': typeOf(base64), 'cache-control': 'no-store' });
  response.end(Buffer.from(base64, 'base64'));
  return true;
}
