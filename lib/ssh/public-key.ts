/** The displayed values of a public SSH key. `lib/contract/reading/public-key` parses keys. */
import type { PublicKey } from '@/lib/contract/reading/public-key';

export { holdsPrivateKey } from '@/lib/contract/reading/private-key';
export { readKeyLine, readPublicKey, type PublicKey } from '@/lib/contract/reading/public-key';

/** The usual name of the type: `ED25519`, `RSA 3072`, `ECDSA 256`, `ED25519-SK`. */
export function keyName({ type, bits }: Pick<PublicKey, 'type' | 'bits'>): string {
  if (type === 'ssh-ed25519') return 'ED25519';
  if (type === 'sk-ssh-ed25519@openssh.com') return 'ED25519-SK';
  if (type === 'sk-ecdsa-sha2-nistp256@openssh.com') return 'ECDSA-SK';
  const family = type === 'ssh-rsa' ? 'RSA' : type === 'ssh-dss' ? 'DSA' : 'ECDSA';
  return `${family} ${bits}`;
}

/**
 * The fingerprint of a key, `SHA256:` and 43 letters, as `ssh-keygen -l` prints it. Null if the browser has no
 * cryptography, because the page isn't served over HTTPS.
 */
export async function fingerprint({ blob }: Pick<PublicKey, 'blob'>): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const hash = new Uint8Array(await subtle.digest('SHA-256', blob));
  return `SHA256:${btoa(String.fromCharCode(...hash)).replace(/=+$/, '')}`;
}
