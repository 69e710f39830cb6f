import { createHash } from 'node:crypto';
import type { Backend } from '@/lib/contract/operation';

/** What a call is made with. Secret: never logged, never in a key of anything that is shown. */
export type Credentials =
  /** `provider`: the token is of a provider's administrator, by AX7. */
  | { backend: 'awanio'; token: string; provider?: true }
  | { backend: 'dewavps'; key: string }
  /** Signed out: sign-in, sign-up and the doctor's first look. */
  | { backend: Backend; anonymous: true };

/** The secret itself, or null for anonymous calls. */
export function secretOf(credentials: Credentials): string | null {
  if ('token' in credentials) return credentials.token;
  return 'key' in credentials ? credentials.key : null;
}

/** Names a credential without holding it: backend and a hash; `awanio:anonymous` when signed out. */
export function credentialHash(credentials: Credentials): string {
  const secret = secretOf(credentials);
  if (secret === null) return `${credentials.backend}:anonymous`;
  return `${credentials.backend}:${createHash('sha256').update(secret).digest('base64url')}`;
}

/** The header that carries it. */
export function authHeaders(credentials: Credentials): Record<string, string> {
  if ('token' in credentials) return { authorization: `Bearer ${credentials.token}` };
  return 'key' in credentials ? { 'x-apikey': credentials.key } : {};
}
