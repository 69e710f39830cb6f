/**
 * Reads public SSH keys as OpenSSH writes them (RFC 4253 section 6.6, RFC 5656, RFC 8709, OpenSSH's PROTOCOL.u2f):
 * one line of type, base64 and comment. However a whole key was copied, it is read; what isn't whole is refused with
 * the reason. Browser-safe.
 */
import { refuse, type Reading } from './fault';
import { holdsPrivateKey } from './private-key';

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
 * - `format`: a key in another form than OpenSSH's one line (PEM)
 * - `fingerprint`: what `ssh-keygen -l` prints of a key
 * - `options`: a line of authorized_keys with options before the key, which would be lost
 * - `type`: doesn't begin with a type that is known
 * - `mismatch`: the type before the key isn't the key's own
 * - `cut_short`: ends before the key does
 * - `damaged`: not what its type says
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

export type ReadKey = { key: PublicKey; fault?: undefined } | { key?: undefined; fault: KeyFault };

const pem = /----\s?BEGIN /;
const rfc4716 =
  /^----\s?BEGIN SSH2 PUBLIC KEY\s?----\s*([\s\S]*?)(?:----\s?END SSH2 PUBLIC KEY\s?----\s*|$)$/;
const printed = /^\d{2,5}\s+(SHA256:|MD5:|([\da-f]{2}:){15})|^SHA256:[\w+/]{20,}/i;
const optionNames =
  /^(restrict|no-[a-z\d-]+|cert-authority|agent-forwarding|port-forwarding|pty|user-rc|verify-required|x11-forwarding|[a-z-]+="?)/i;

const isType = (word: string | undefined): word is KeyType =>
  keyTypes.some((type) => type === word);

/** The text without what copying adds: byte order mark, characters without width, quotes around it. */
function bare(text: string): string {
  const plain = text.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim();
  return /^(["'`]).*\1$/s.test(plain) || /^[“‘«].*[”’»]$/s.test(plain)
    ? plain.slice(1, -1).trim()
    : plain;
}

/** Reads one key. Line breaks that a terminal or a mail put into it are taken out. */
export function readPublicKey(text: string): ReadKey {
  if (holdsPrivateKey(text)) return { fault: 'private' };
  const given = bare(text);
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

/** Reads the words of the lines: a type or none, base64 that may go on over lines, the comment. */
function readWords(lines: readonly (readonly string[])[]): ReadKey {
  const words = lines.flatMap((line) => line.map((word, index) => ({ word, begins: index === 0 })));
  const [head] = words;
  const type = isType(head?.word) ? head.word : null;
  // A double click takes the base64 alone, which names its type itself.
  if (!type && !/^AAAA[CEGIB]/.test(head?.word ?? '')) return { fault: prefixFault(words) };
  const rest = type ? words.slice(1) : words;
  let base64 = '';
  let last: ReadKey = { fault: 'cut_short' };
  for (const [index, { word, begins }] of rest.entries()) {
    // Only the beginning of a line can go on with what the line before ended in.
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

/** Why a line that begins with no type is no key. */
function prefixFault(words: readonly { word: string }[]): KeyFault {
  const at = words.findIndex(({ word }) => isType(word));
  return at > 0 && optionNames.test(words[0]?.word ?? '') ? 'options' : 'type';
}

/** The body of RFC 4716: heads such as `Comment: "…"`, of which a backslash goes on with the next line, then base64. */
function readRfc4716(body: string): ReadKey {
  const lines = body.replace(/\\\r?\n/g, '').split(/[\r\n]+/);
  const heads = lines.filter((line) => line.includes(':'));
  const base64 = lines
    .filter((line) => !line.includes(':'))
    .join('')
    .replace(/\s+/g, '');
  const comment = heads.flatMap((line) => /^comment:\s*(.*)$/i.exec(line.trim())?.[1] ?? []);
  return base64 === ''
    ? { fault: 'cut_short' }
    : readBlob(null, base64, (comment[0] ?? '').trim().replace(/^"(.*)"$/, '$1'));
}

/** @param said the type that stands before the base64; null where none does */
function readBlob(said: KeyType | null, base64: string, comment: string): ReadKey {
  if (!/^[A-Za-z0-9+/]+={0,3}$/.test(base64)) return { fault: 'damaged' };
  const blob = decode(base64);
  if (!blob) return { fault: 'cut_short' };
  const { found, whole } = strings(blob);
  const [name, ...values] = found;
  if (!name) return { fault: 'cut_short' };
  const own = new TextDecoder().decode(name);
  if (!isType(own)) return { fault: said ? 'damaged' : 'type' };
  if (said && own !== said) return { fault: 'mismatch' };
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

/** Null where the text ends in the midst of a byte. */
function decode(base64: string): Uint8Array<ArrayBuffer> | null {
  const letters = base64.replace(/=+$/, '');
  if (letters.length % 4 === 1) return null;
  return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
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

/** A key's length, where its parts have the lengths that its type gives them. */
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

/** A positive number (RFC 4251: its first bit is its sign) that isn't even, as a modulus and its exponent are. */
const isOddNumber = (number: Uint8Array): boolean =>
  number.length > 0 && (number[0] ?? 128) < 128 && ((number.at(-1) ?? 0) & 1) === 1;

/** Bits of a number: its sign's leading zero byte doesn't count. */
function lengthOf(number: Uint8Array): number {
  const start = number.findIndex((byte) => byte !== 0);
  if (start < 0) return 0;
  return (number.length - start) * 8 - Math.clz32(number[start] ?? 0) + 24;
}

/** Bits of a curve whose name and point, uncompressed, fit. */
function curve(type: KeyType, name: Uint8Array, point: Uint8Array): number | null {
  const bits = Number(/nistp(\d+)/.exec(type)?.[1]);
  const named = new TextDecoder().decode(name) === `nistp${bits}`;
  const fits = point.length === 1 + 2 * Math.ceil(bits / 8) && point[0] === 4;
  return named && fits ? bits : null;
}

/** What OpenSSH takes of RSA: shorter ones it refuses, longer ones it can't read. */
const rsaBits = { least: 1024, most: 16_384 } as const;

/**
 * A public key as the one line that is sent. A key that no current OpenSSH lets in is refused, since it would make a
 * machine that nobody can enter. Codes: required, ssh_key_* (`KeyFault`), ssh_key_rsa_short, ssh_key_rsa_long, ssh_key_dsa.
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
