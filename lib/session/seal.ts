/**
 * Seals values that are stored in a browser: JWE, `dir` with A256GCM. Each purpose has its own key, derived from the
 * secret by HKDF, so a ticket can't be used as a session. The `kid` in the header names the secret. The previous secret
 * still opens values, so changing it ends no session.
 */
import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import { settings } from '@/lib/settings';

export type Purpose = 'session' | 'keys' | 'storage' | 'console' | 'verify';

interface SealingKey {
  kid: string;
  key: Uint8Array;
}

const derived = new Map<string, SealingKey>();

function sealingKey(secret: string, purpose: Purpose): SealingKey {
  const name = `${purpose}\n${secret}`;
  const known = derived.get(name);
  if (known) return known;
  const derive = (info: string, length: number) =>
    new Uint8Array(hkdfSync('sha256', secret, 'nusa', info, length));
  const made = {
    kid: Buffer.from(derive(`kid ${purpose}`, 6)).toString('base64url'),
    key: derive(`seal ${purpose}`, 32),
  };
  if (derived.size >= 64) derived.clear();
  derived.set(name, made);
  return made;
}

/** Seals a JSON value. The text is safe in URLs and cookies. */
export async function seal(purpose: Purpose, value: unknown): Promise<string> {
  const { kid, key } = sealingKey(settings().NUSA_SECRET, purpose);
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid })
    .encrypt(key);
}

/**
 * Opens what `seal` made for the same purpose. Returns undefined for anything else: another purpose, an unknown secret,
 * a changed text. The caller checks shape and end of the value.
 */
export async function open(purpose: Purpose, text: string): Promise<unknown> {
  try {
    const { kid } = decodeProtectedHeader(text);
    const { NUSA_SECRET, NUSA_SECRET_PREVIOUS } = settings();
    const secrets = NUSA_SECRET_PREVIOUS ? [NUSA_SECRET, NUSA_SECRET_PREVIOUS] : [NUSA_SECRET];
    const match = secrets
      .map((secret) => sealingKey(secret, purpose))
      .find((candidate) => candidate.kid === kid);
    if (!match) return undefined;
    const { plaintext } = await compactDecrypt(text, match.key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch {
    return undefined;
  }
}
