import { createHash } from 'node:crypto';
import type { Backend } from '@/lib/contract/operation';
import type { ViewAs } from '@/lib/contract/view-as';

/** The credentials of a call. Secret: never logged, and never part of a visible key. */
export type Credentials =
  /**
   * `provider`: the token belongs to an administrator of the provider, by AX7. `viewAs`: the person sees the console as
   * somebody with fewer rights (lib/access/view-as).
   */
  | { backend: 'awanio'; token: string; provider?: true; viewAs?: ViewAs | undefined }
  | { backend: 'dewavps'; key: string }
  /** Without a sign-in: sign-in, sign-up and the doctor's first check. */
  | { backend: Backend; anonymous: true };

/** The secret itself, or null for anonymous calls. */
export function secretOf(credentials: Credentials): string | null {
  if ('token' in credentials) return credentials.token;
  return 'key' in credentials ? credentials.key : null;
}

/** Identifies a credential without revealing it: the backend and a hash; `awanio:anonymous` without a sign-in. */
export function credentialHash(credentials: Credentials): string {
  const secret = secretOf(credentials);
  if (secret === null) return `${credentials.backend}:anonymous`;
  return `${credentials.backend}:${createHash('sha256').update(secret).digest('base64url')}`;
}

/** The header with the credential. */
export function authHeaders(credentials: Credentials): Record<string, string> {
  if ('token' in credentials) return { authorization: `Bearer ${credentials.token}` };
  return 'key' in credentials ? { 'x-apikey': credentials.key } : {};
}
