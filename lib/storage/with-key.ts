/** The key that a request's person linked for the storage that its path names. It stays in a sealed cookie. */
import type { S3Client } from '@aws-sdk/client-s3';
import { problem } from '@/lib/problem';
import { parseCookies } from '@/lib/session/cookies';
import { credentialsFor } from '@/lib/session/credentials';
import { requireOrigin } from '@/lib/session/http';
import type { Session } from '@/lib/session/session';
import { requireRequestSession } from '@/lib/session/session-api';
import type { StorageKey } from '@/lib/session/shape';
import { storageKeyOf } from '@/lib/session/storage-keys';
import { refuseInView } from '@/lib/session/view-as';
import { storageClient, storageDeadline } from './client';
import { storageProblem } from './refusal';

/** The storage that a request's path names. */
export interface StoragePath {
  group_type: string;
  group: string;
}

/** @throws ProblemError `not_found` for another kind of group; `no_access` without an Awanio account */
export function ownerOf(session: Session, { group_type, group }: StoragePath) {
  if (group_type !== 'organizations' && group_type !== 'projects')
    throw problem('not_found', 404, 'There is no such page.');
  credentialsFor(session, 'awanio');
  return { groupType: group_type, group } as const;
}

/** The key of a session for a storage; null where none is linked, and in a view, since it would be the admin's own. */
export async function keyOfSession(
  session: Session,
  cookie: string | null,
  at: StoragePath,
): Promise<StorageKey | null> {
  const of = ownerOf(session, at);
  return session.viewAs ? null : storageKeyOf(parseCookies(cookie), session.identity, of);
}

/** The same of a request. */
export async function keyFor(request: Request, at: StoragePath): Promise<StorageKey | null> {
  const session = await requireRequestSession(request);
  return keyOfSession(session, request.headers.get('cookie'), at);
}

/** @throws ProblemError `conflict` with the storage's `NoKey` where none is linked */
export function requireKey(key: StorageKey | null): StorageKey {
  if (!key) throw problem('conflict', 409, 'No storage key is linked.', { storage: 'NoKey' });
  return key;
}

/** Checks that a request that changes something comes from a page of this person, who sees the console as themselves. */
export async function requireChange(request: Request): Promise<void> {
  requireOrigin(request);
  refuseInView(await requireRequestSession(request));
}

/**
 * Runs a handler with a client of the linked key.
 * @param times how many calls the handler makes one after the other
 * @param slow how many times the limit of a backend's call one of them may take: the store copies before it answers
 * @throws ProblemError `conflict` with the storage's `NoKey` where none is linked
 */
export async function withKey<Answer>(
  request: Request,
  at: StoragePath,
  handler: (client: S3Client, deadline: AbortSignal, key: StorageKey) => Promise<Answer>,
  times = 1,
  slow = 1,
): Promise<Answer> {
  const key = requireKey(await keyFor(request, at));
  const client = storageClient(key, slow);
  const deadline = storageDeadline(request.signal, times);
  try {
    return await handler(client, deadline, key);
  } catch (error) {
    throw storageProblem(error, request.signal, deadline);
  } finally {
    client.destroy();
  }
}
