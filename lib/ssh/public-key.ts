/**
 * Reads public SSH keys as OpenSSH writes them (RFC 4253 section 6.6, RFC 5656, RFC 8709, OpenSSH's PROTOCOL.u2f):
 * one line of type, base64 and comment. Browser-safe; says what is wrong with a key that isn't one.
 */

export const keyTypes = [
  'ssh-ed25519',
  'ssh-rsa',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'sk-ssh-ed25519@openssh.com',
  'sk-ecdsa-sha2-nistp256@openssh.com',
  'ssh-dss',
] as const;
export type KeyType = (typeof keyTypes)[number];

export interface PublicKey {
  type: KeyType;
  /** Length in bits, as `ssh-keygen -l` says it. */
  bits: number;
  /** The key itself, decoded; what the fingerprint is of. */
  blob: Uint8Array<ArrayBuffer>;
  comment: string;
  /** On one line, as it is sent. */
  line: string;
}

/**
 * - `private`: a private key, whole or in part, which nobody but its owner may have
 * - `several`: more than one key
 * - `format`: a key in another form than OpenSSH's one line (PEM, RFC 4716)
 * - `type`: doesn't begin with a type that is known
 * - `cut_short`: ends before the key does
 * - `damaged`: not what its type says
 */
export type KeyFault =
  'empty' | 'private' | 'several' | 'format' | 'type' | 'cut_short' | 'damaged';

export type ReadKey = { key: PublicKey; fault?: undefined } | { key?: undefined; fault: KeyFault };

/** PEM's and PuTTY's heads, and the base64 of `openssh-key-v1` for one pasted without its first line. */
const privateKey = /PRIVATE KEY|PuTTY-User-Key-File|Private-Lines|b3BlbnNzaC1rZXktdjE/;
const otherForm = /----\s?BEGIN /;

/** Whether a text holds a private key: such a text is to be thrown away, not shown or sent. */
export const holdsPrivateKey = (text: string): boolean => privateKey.test(text);

const typeOf = (line: string) => keyTypes.find((type) => line.split(/\s/, 1)[0] === type);

/** Reads one key; line breaks that a terminal put into it are taken out. */
export function readPublicKey(text: string): ReadKey {
  if (holdsPrivateKey(text)) return { fault: 'private' };
  const lines = text
    .split(/\r?\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [first] = lines;
  if (first === undefined) return { fault: 'empty' };
  if (otherForm.test(text)) return { fault: 'format' };
  if (lines.filter(typeOf).length > 1) return { fault: 'several' };
  const type = typeOf(first);
  if (!type) return { fault: 'type' };
  const alone = readLine(type, first);
  if (!alone.fault || lines.length === 1) return alone;
  const joined = readLine(type, lines.join(''));
  return joined.fault ? alone : joined;
}

function readLine(type: KeyType, line: string): ReadKey {
  const [, base64 = '', ...rest] = line.split(/\s+/);
  if (base64 === '') return { fault: 'cut_short' };
  if (!/^[A-Za-z0-9+/]+={0,3}$/.test(base64)) return { fault: 'damaged' };
  const blob = decode(base64);
  if (!blob) return { fault: 'cut_short' };
  const bits = bitsOf(type, blob);
  if (typeof bits !== 'number') return { fault: bits };
  const comment = rest.join(' ');
  return {
    key: { type, bits, blob, comment, line: [type, base64, comment].filter(Boolean).join(' ') },
  };
}

/** Null where the text ends in the midst of a byte. */
function decode(base64: string): Uint8Array<ArrayBuffer> | null {
  const bare = base64.replace(/=+$/, '');
  if (bare.length % 4 === 1) return null;
  return Uint8Array.from(atob(bare), (letter) => letter.charCodeAt(0));
}

/** How many strings follow the type's name in a key's blob. */
const parts: Record<KeyType, number> = {
  'ssh-ed25519': 1,
  'ssh-rsa': 2,
  'ecdsa-sha2-nistp256': 2,
  'ecdsa-sha2-nistp384': 2,
  'ecdsa-sha2-nistp521': 2,
  'sk-ssh-ed25519@openssh.com': 2,
  'sk-ecdsa-sha2-nistp256@openssh.com': 3,
  'ssh-dss': 4,
};

/** The strings of a blob, each after its length of four bytes; the rest that doesn't fit tells how it ended. */
function strings(blob: Uint8Array): { found: Uint8Array[]; whole: boolean } {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const found: Uint8Array[] = [];
  let at = 0;
  while (at + 4 <= blob.length) {
    const end = at + 4 + view.getUint32(at);
    if (end > blob.length) return { found, whole: false };
    found.push(blob.subarray(at + 4, end));
    at = end;
  }
  return { found, whole: at === blob.length };
}

function bitsOf(type: KeyType, blob: Uint8Array): number | 'cut_short' | 'damaged' {
  const { found, whole } = strings(blob);
  const [name, ...values] = found;
  if (!name) return 'cut_short';
  if (new TextDecoder().decode(name) !== type) return 'damaged';
  if (values.length < parts[type]) return 'cut_short';
  if (values.length > parts[type] || !whole) return 'damaged';
  const [first = name, second = name] = values;
  switch (type) {
    case 'ssh-ed25519':
    case 'sk-ssh-ed25519@openssh.com':
      return first.length === 32 ? 256 : 'damaged';
    case 'ssh-rsa':
      return lengthOf(second);
    case 'ssh-dss':
      return lengthOf(first);
    default:
      return curve(type, first, second);
  }
}

/** Bits of a number: its sign's leading zero byte doesn't count. */
function lengthOf(number: Uint8Array): number {
  const start = number.findIndex((byte) => byte !== 0);
  if (start < 0) return 0;
  return (number.length - start) * 8 - Math.clz32(number[start] ?? 0) + 24;
}

/** Bits of a curve whose name and point, uncompressed, fit. */
function curve(type: KeyType, name: Uint8Array, point: Uint8Array): number | 'damaged' {
  const bits = Number(/nistp(\d+)/.exec(type)?.[1]);
  const named = new TextDecoder().decode(name) === `nistp${bits}`;
  const fits = point.length === 1 + 2 * Math.ceil(bits / 8) && point[0] === 4;
  return named && fits ? bits : 'damaged';
}

/** What people call the type: `ED25519`, `RSA 3072`, `ECDSA 256`, `ED25519-SK`. */
export function keyName({ type, bits }: Pick<PublicKey, 'type' | 'bits'>): string {
  if (type === 'ssh-ed25519') return 'ED25519';
  if (type === 'sk-ssh-ed25519@openssh.com') return 'ED25519-SK';
  if (type === 'sk-ecdsa-sha2-nistp256@openssh.com') return 'ECDSA-SK';
  const family = type === 'ssh-rsa' ? 'RSA' : type === 'ssh-dss' ? 'DSA' : 'ECDSA';
  return `${family} ${bits}`;
}

/**
 * `SHA256:` and 43 letters, as `ssh-keygen -l` prints it. Null where the browser has no cryptography: on a page
 * that isn't served over HTTPS.
 */
export async function fingerprint({ blob }: Pick<PublicKey, 'blob'>): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const hash = new Uint8Array(await subtle.digest('SHA-256', blob));
  return `SHA256:${btoa(String.fromCharCode(...hash)).replace(/=+$/, '')}`;
}
