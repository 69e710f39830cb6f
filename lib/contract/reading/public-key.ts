/**
 * Reads public SSH keys in OpenSSH's form: one line of type, base64 and comment (sources: RFC 4253 section 6.6, RFC
 * 5656, RFC 8709, OpenSSH's PROTOCOL.u2f). A complete key is accepted, however it was copied; an incomplete one is
 * refused with the reason. Browser-safe.
 */
import { refuse, type Reading } from './fault';
import { holdsPrivateKey } from './private-key';

/** The known types of keys. */
const keyTypes = [
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

/** A parsed key. */
export interface PublicKey {
  type: KeyType;
  /** The length in bits, as `ssh-keygen -l` prints it. */
  bits: number;
  /** The decoded base64, from which the fingerprint is computed. */
  blob: Uint8Array<ArrayBuffer>;
  comment: string;
  /** The key on one line, as it is sent. */
  line: string;
}

/**
 * Why a text is no usable public key:
 * - `private`: a private key, or a part of one, which nobody but its owner may have
 * - `several`: more than one key
 * - `format`: a key in another form than OpenSSH's one line (PEM)
 * - `fingerprint`: what `ssh-keygen -l` prints of a key
 * - `options`: a line of authorized_keys with options before the key, which would be lost
 * - `type`: it doesn't begin with a known type
 * - `mismatch`: the type before the base64 differs from the type inside it
 * - `cut_short`: the end of the key is missing
 * - `damaged`: its content doesn't fit its type
 */
export type KeyFault =
  | 'empty'
  | 'private'
  | 'several'
  | 'format'
  | 'fingerprint'
  | 'options'
  | 'type'
  | 'mismatch'
  | 'cut_short'
  | 'damaged';

/** A key, or the reason why there is none. */
export type ReadKey = { key: PublicKey; fault?: undefined } | { key?: undefined; fault: KeyFault };

const pem = /----\s?BEGIN /;
const rfc4716 =
  /^----\s?BEGIN SSH2 PUBLIC KEY\s?----\s*([\s\S]*?)(?:----\s?END SSH2 PUBLIC KEY\s?----\s*|$)$/;
const printed = /^\d{2,5}\s+(SHA256:|MD5:|([\da-f]{2}:){15})|^SHA256:[\w+/]{20,}/i;
const optionNames =
  /^(restrict|no-[a-z\d-]+|cert-authority|agent-forwarding|port-forwarding|pty|user-rc|verify-required|x11-forwarding|[a-z-]+="?)/i;

const isType = (word: string | undefined): word is KeyType =>
  keyTypes.some((type) => type === word);

/** Removes what copying adds: a byte order mark, characters without width, quotes around the text. */
function withoutCopyTraces(text: string): string {
  const plain = text.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim();
  return /^(["'`]).*\1$/s.test(plain) || /^[“‘«].*[”’»]$/s.test(plain)
    ? plain.slice(1, -1).trim()
    : plain;
}

/** Reads one key. Line breaks inside it, which a terminal or mail added, are removed. */
export function readPublicKey(text: string): ReadKey {
  if (holdsPrivateKey(text)) return { fault: 'private' };
  const given = withoutCopyTraces(text);
  const ssh2 = rfc4716.exec(given);
  if (ssh2) return readRfc4716(ssh2[1] ?? '');
  const lines = given
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [first] = lines;
  if (first === undefined) return { fault: 'empty' };
  if (pem.test(given)) return { fault: 'format' };
  if (printed.test(first)) return { fault: 'fingerprint' };
  if (lines.filter((line) => isType(line.split(/\s/, 1)[0])).length > 1)
    return { fault: 'several' };
  return readWords(lines.map((line) => line.split(/\s+/)));
}

/** Reads the words of the lines: an optional type, base64 that may continue over lines, and the comment. */
function readWords(lines: readonly (readonly string[])[]): ReadKey {
  const words = lines.flatMap((line) => line.map((word, index) => ({ word, begins: index === 0 })));
  const [head] = words;
  const type = isType(head?.word) ? head.word : null;
  // A double click selects only the base64, which contains the type.
  if (!type && !/^AAAA[CEGIB]/.test(head?.word ?? '')) return { fault: prefixFault(words) };
  const rest = type ? words.slice(1) : words;
  let base64 = '';
  let last: ReadKey = { fault: 'cut_short' };
  for (const [index, { word, begins }] of rest.entries()) {
    // Only the first word of a line can continue the base64 of the line before.
    if (index > 0 && !begins) break;
    base64 += word;
    const comment = rest
      .slice(index + 1)
      .map((each) => each.word)
      .join(' ');
    const read = readBlob(type, base64, comment);
    if (read.key || read.fault !== 'cut_short') return read.key || index === 0 ? read : last;
    last = read;
    if (rest[index + 1] && !rest[index + 1]?.begins) break;
  }
  return last;
}

/** The reason why a line without a type at its beginning is no key. */
function prefixFault(words: readonly { word: string }[]): KeyFault {
  const at = words.findIndex(({ word }) => isType(word));
  return at > 0 && optionNames.test(words[0]?.word ?? '') ? 'options' : 'type';
}

/**
 * Reads the body of an RFC 4716 key: headers such as `Comment: "…"`, which a backslash continues on the next line,
 * then base64.
 */
function readRfc4716(body: string): ReadKey {
  const lines = body.replace(/\\\r?\n/g, '').split(/[\r\n]+/);
  const headers = lines.filter((line) => line.includes(':'));
  const base64 = lines
    .filter((line) => !line.includes(':'))
    .join('')
    .replace(/\s+/g, '');
  const comment = headers.flatMap((line) => /^comment:\s*(.*)$/i.exec(line.trim())?.[1] ?? []);
  return base64 === ''
    ? { fault: 'cut_short' }
    : readBlob(null, base64, (comment[0] ?? '').trim().replace(/^"(.*)"$/, '$1'));
}

/** Reads the base64 of a key. @param typedType the type before the base64; null if there is none */
function readBlob(typedType: KeyType | null, base64: string, comment: string): ReadKey {
  if (!/^[A-Za-z0-9+/]+={0,3}$/.test(base64)) return { fault: 'damaged' };
  const blob = decode(base64);
  if (!blob) return { fault: 'cut_short' };
  const { found, whole } = strings(blob);
  const [name, ...values] = found;
  if (!name) return { fault: 'cut_short' };
  const own = new TextDecoder().decode(name);
  if (!isType(own)) return { fault: typedType ? 'damaged' : 'type' };
  if (typedType && own !== typedType) return { fault: 'mismatch' };
  if (values.length < parts[own])
    return { fault: whole || found.length > 0 ? 'cut_short' : 'damaged' };
  if (values.length > parts[own] || !whole) return { fault: 'damaged' };
  const bits = bitsOf(own, values);
  if (bits === null) return { fault: 'damaged' };
  const plain = comment.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim();
  const body = btoa(String.fromCharCode(...blob));
  return {
    key: {
      type: own,
      bits,
      blob,
      comment: plain,
      line: [own, body, plain].filter(Boolean).join(' '),
    },
  };
}

/** Decodes base64; null if it ends in the middle of a byte. */
function decode(base64: string): Uint8Array<ArrayBuffer> | null {
  const letters = base64.replace(/=+$/, '');
  if (letters.length % 4 === 1) return null;
  return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
}

/** The number of strings after the type's name in a key's blob. */
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

/**
 * Splits a blob into its strings, each of which follows its length in four bytes. `whole` is false if the blob ends
 * inside a string.
 */
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

/** The length of a key in bits; null if its parts don't have the lengths of its type. */
function bitsOf(type: KeyType, values: readonly Uint8Array[]): number | null {
  const [first = new Uint8Array(), second = new Uint8Array()] = values;
  switch (type) {
    case 'ssh-ed25519':
    case 'sk-ssh-ed25519@openssh.com':
      return first.length === 32 ? 256 : null;
    case 'ssh-rsa':
      return isOddNumber(first) && isOddNumber(second) ? lengthOf(second) : null;
    case 'ssh-dss':
      return isOddNumber(first) ? lengthOf(first) : null;
    default:
      return curve(type, first, second);
  }
}

/** Whether a number is positive and odd, as a modulus and its exponent are (RFC 4251: the first bit is the sign). */
const isOddNumber = (number: Uint8Array): boolean =>
  number.length > 0 && (number[0] ?? 128) < 128 && ((number.at(-1) ?? 0) & 1) === 1;

/** The bits of a number, without the leading zero byte of its sign. */
function lengthOf(number: Uint8Array): number {
  const start = number.findIndex((byte) => byte !== 0);
  if (start < 0) return 0;
  return (number.length - start) * 8 - Math.clz32(number[start] ?? 0) + 24;
}

/** The bits of a curve; null if its name or its uncompressed point don't fit the type. */
function curve(type: KeyType, name: Uint8Array, point: Uint8Array): number | null {
  const bits = Number(/nistp(\d+)/.exec(type)?.[1]);
  const named = new TextDecoder().decode(name) === `nistp${bits}`;
  const fits = point.length === 1 + 2 * Math.ceil(bits / 8) && point[0] === 4;
  return named && fits ? bits : null;
}

/** The bits of RSA keys that OpenSSH accepts: it refuses shorter keys and can't read longer ones. */
const rsaBits = { least: 1024, most: 16_384 } as const;

/**
 * Reads a public key as the line that is sent. A key that no current OpenSSH accepts is refused, since nobody could
 * sign in to the machine with it.
 * Codes: required, ssh_key_* (`KeyFault`), ssh_key_rsa_short, ssh_key_rsa_long, ssh_key_dsa.
 */
export function readKeyLine(text: string): Reading {
  const { key, fault } = readPublicKey(text);
  if (!key) return refuse(fault === 'empty' ? 'required' : `ssh_key_${fault}`);
  if (key.type === 'ssh-dss') return refuse('ssh_key_dsa');
  if (key.type === 'ssh-rsa' && key.bits < rsaBits.least)
    return refuse('ssh_key_rsa_short', { bits: key.bits, min: rsaBits.least });
  if (key.type === 'ssh-rsa' && key.bits > rsaBits.most)
    return refuse('ssh_key_rsa_long', { bits: key.bits, max: rsaBits.most });
  return { value: key.line };
}
