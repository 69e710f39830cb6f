/** The storage key of the request being rendered. Server only. */
import { headers } from 'next/headers';
import { parseCookies } from '@/lib/session/cookies';
import { keyHint } from '@/lib/session/keys';
import { storageKeyOf } from '@/lib/session/storage-keys';
import { settings } from '@/lib/settings';
import type { StorageKeyView } from '@/lib/storage/storage-api';
import { currentSession } from './session';

/** What a page knows of the storage key of one organization or project. */
export interface StorageAccess {
  /** Whether the operator has set the endpoint that a key is for. */
  linkable: boolean;
  /** The linked key, as `GET /api/storage/…/key` answers it. */
  linked: StorageKeyView | null;
}

/** Reads whether the person linked a key. A view has none, since it would be the admin's own. */
export async function storageAccess(of: {
  group_type: 'organizations' | 'projects';
  uuid: string;
}): Promise<StorageAccess> {
  const linkable = settings().NUSA_AWANIO_S3_ENDPOINT !== undefined;
  const session = await currentSession();
  if (!session || session.viewAs) return { linkable, linked: null };
  const cookies = parseCookies((await headers()).get('cookie'));
  const owner = { groupType: of.group_type, group: of.uuid };
  const key = await storageKeyOf(cookies, session.identity, owner);
  if (!key) return { linkable, linked: null };
  const { accessKey, since } = key;
  return { linkable, linked: { hint: keyHint(accessKey), since: new Date(since).toISOString() } };
}
