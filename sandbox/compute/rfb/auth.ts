import { createCipheriv, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

export const CHALLENGE_BYTES = 16;
const PASSWORD_CHARACTERS = 8;

/** Letters and digits that don't look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzACDEFHJKLMNPQRTUVWXY34679';

/** A random VncAuth password. The scheme uses only 8 characters. */
export function newPassword(): string {
  return Array.from(
    { length: PASSWORD_CHARACTERS },
    () => ALPHABET[randomInt(ALPHABET.length)],
  ).join('');
}

export function newChallenge(): Buffer {
  return randomBytes(CHALLENGE_BYTES);
}

/**
 * The correct answer to a challenge: the challenge encrypted by DES with the password as the key (source: RFC 6143
 * 7.2.2).
 */
export function answerTo(challenge: Buffer, password: string): Buffer {
  const key = Buffer.alloc(8);
  key.set(Buffer.from(password, 'latin1').subarray(0, 8));
  // VNC reverses the bits of each key byte.
  const mirrored = key.map(mirrorBits);
  // OpenSSL 3 has no single DES; triple DES with the same key three times gives the same result.
  const cipher = createCipheriv(
    'des-ede3-ecb',
    Buffer.concat([mirrored, mirrored, mirrored]),
    null,
  );
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(challenge), cipher.final()]);
}

export function isAnswer(answer: Buffer, challenge: Buffer, password: string): boolean {
  const expected = answerTo(challenge, password);
  return answer.length === expected.length && timingSafeEqual(answer, expected);
}

function mirrorBits(byte: number): number {
  let mirrored = 0;
  for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) mirrored |= 0x80 >> bit;
  return mirrored;
}
