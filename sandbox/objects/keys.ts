/** The keys of object storages, as the S3 endpoint asks for them. */
import type { Store } from '../db';

/** What is known of an access key. */
export interface KnownKey {
  secret: string;
  /** The uuid of the object storage. */
  owner: string;
  /** Whether it may only read. */
  readOnly: boolean;
  /** Whether it works no more. */
  revoked: boolean;
}

interface KeyRow {
  secret_key: string;
  storage_uuid: string;
  read_only: number;
  revoked: number;
}

/** Finds a key, also one that is revoked. */
export function findKey(store: Store, accessKey: string): KnownKey | null {
  const sql = 'select * from storage_keys where access_key = ?';
  const row = store.get<KeyRow>(sql, accessKey);
  if (!row) return null;
  const { secret_key: secret, storage_uuid: owner } = row;
  return { secret, owner, readOnly: row.read_only === 1, revoked: row.revoked === 1 };
}

/**
 * Revokes a key of a tenant, or lets it only read; or lifts that.
 * @returns whether the tenant has the key
 */
export function changeKey(
  store: Store,
  tenantId: string,
  accessKey: string,
  change: { revoked?: boolean; readOnly?: boolean },
): boolean {
  const sql = `select storage_keys.uuid from storage_keys
    join object_storages on object_storages.uuid = storage_uuid where tenant_id = ? and access_key = ?`;
  const row = store.get<{ uuid: string }>(sql, tenantId, accessKey);
  if (!row) return false;
  const fields = {
    ...(change.revoked === undefined ? {} : { revoked: change.revoked }),
    ...(change.readOnly === undefined ? {} : { read_only: change.readOnly }),
  };
  if (Object.keys(fields).length > 0) store.update('storage_keys', { uuid: row.uuid }, fields);
  return true;
}
