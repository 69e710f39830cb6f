/** A customer's API keys; only their hashes are stored. */
import { randomBytes } from 'node:crypto';
import type { Cloud } from '../cloud';
import { keyHash } from '../tokens';

export const scopes = [
  'super',
  'read_instance',
  'write_instance',
  'billing',
  'read_network',
  'write_network',
] as const;

/** Stores an API key. @param key the key; by default a new one is made. @returns the key */
export function makeKey(
  cloud: Cloud,
  tenantId: string,
  label: string,
  of: readonly string[],
  key?: string,
): string {
  const made = key ?? `dewa_test_${randomBytes(20).toString('hex')}`;
  cloud.store.insert('api_keys', {
    key_hash: keyHash(made),
    tenant_id: tenantId,
    label,
    scopes: of.join(','),
    expires_real: null,
  });
  return made;
}
