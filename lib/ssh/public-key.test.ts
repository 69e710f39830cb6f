import { describe, expect, it } from 'vitest';
import { fingerprint, holdsPrivateKey, keyName, readKeyLine, readPublicKey } from './public-key';

/** Keys that ssh-keygen made for this test, with its fingerprints; the private keys were deleted. */
const keys = [
  {
    line: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKD42tKH8rnD79IdhcwmFkNFcOHAinMfTvWhAuLTx4Ve sari@laptop kantor',
    print: 'SHA256:MPcRp9EpBzEu5KSfVxKFmv8JvcCJCMev0UQSAKxQmyY',
    name: 'ED25519',
    bits: 256,
  },
  {
    line: 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDd2drGrkuHP/fd00JpGuC8m3v3OXvUHOhVCZtQZEPDsUrBI8VxGwA8dLDybAnYxjsDYA1XeQz0UKKClyj6NJFItCetfJwBhLdjFCM39pdy2LUUoJC59qQVdwZeukjBAH8jujn6NOVpxaEnhZwJ6LXbzYxM0VSKzdy4wc+gVP7BEw== ci',
    print: 'SHA256:Vq/Y8vBRiYnRY2Fb2Hhan40ydZRjOOwBnyeCfRId2H4',
    name: 'RSA 1024',
    bits: 1024,
  },
  {
    line: 'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHFIBQIukgs/XAVHklVdEvH7YjJJquPeR8dAZEivurhvopu0aXP8j5wstsGgYxC2VPqRFIXCx2ZWRHdhNR+LMhY= sari@laptop kantor',
    print: 'SHA256:PmN0N7M51GG8NIt5ap4hxhBupGTwrqx25obRakCKleQ',
    name: 'ECDSA 256',
    bits: 256,
  },
  {
    line: 'ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAACuJ+6/X8f9UEum3k35nWf511K4Vrc56lIzoFRTZbUQT0ET7PDmqcOn9KVH1O/t+9EPuGb1DUUYxkCG8yVETRumwEByxzWsx23Hl3I4iFGqke4VGRuWAOLqqJ2qWfNircA8ILdIBibiWBcd7QcHkT9Yp2nHLDu0vPWs4dY8CEFDhm8IA==',
    print: 'SHA256:QZpLwx8dGnFUKBtLwiCKFX3OF+Ac5DipTM+2wm1vP7g',
    name: 'ECDSA 521',
    bits: 521,
  },
] as const;
const [{ line }, { line: rsa }] = keys;
const base64 = line.split(' ')[1] ?? '';
const faultOf = (text: string) => readPublicKey(text).fault;

describe('readPublicKey', () => {
  it.each(keys)('reads $name as ssh-keygen does', async ({ line: text, print, name, bits }) => {
    const { key } = readPublicKey(text);
    expect(key).toMatchObject({ line: text, bits });
    expect(key && keyName(key)).toBe(name);
    expect(key && (await fingerprint(key))).toBe(print);
  });

  it('accepts a missing comment, comment lines, and line breaks of a terminal', () => {
    expect(readPublicKey(line).key?.comment).toBe('sari@laptop kantor');
    expect(readPublicKey(`\n# of the office\n  ssh-ed25519   ${base64}  \r\n`).key).toMatchObject({
      comment: '',
      line: `ssh-ed25519 ${base64}`,
    });
    const wrapped = rsa.replace(/(.{80})/g, '$1\n');
    expect(wrapped.split('\n').length).toBeGreaterThan(2);
    expect(readPublicKey(wrapped).key?.line).toBe(rsa);
  });

  it.each([
    ['nothing', '  \n', 'empty'],
    ['a comment alone', '# laptop', 'empty'],
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n', 'private'],
    ['a private key of old', '-----BEGIN RSA PRIVATE KEY-----\nMIIB', 'private'],
    ['an encrypted private key', '-----BEGIN ENCRYPTED PRIVATE KEY-----', 'private'],
    ['a private key without its head', 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAE', 'private'],
    ["PuTTY's private key", 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none', 'private'],
    ['a private key after a public one', `${line}\n-----BEGIN PRIVATE KEY-----`, 'private'],
    ['two keys', `${line}\n${rsa}`, 'several'],
    [
      'the form of RFC 4716, cut',
      `---- BEGIN SSH2 PUBLIC KEY ----\n${base64.slice(0, 40)}`,
      'cut_short',
    ],
    [
      'what ssh-keygen -l prints',
      '256 SHA256:MPcRp9EpBzEu5KSfVxKFmv8JvcCJCMev0UQSAKxQmyY sari (ED25519)',
      'fingerprint',
    ],
    ['a fingerprint alone', 'SHA256:MPcRp9EpBzEu5KSfVxKFmv8JvcCJCMev0UQSAKxQmyY', 'fingerprint'],
    ['a line of authorized_keys with options', `from="10.0.0.0/8",no-pty ${line}`, 'options'],
    ['a restricted line', `restrict ${line}`, 'options'],
    ['a line of known_hosts', `web-1 ${line}`, 'type'],
    ["PuTTY's private part", 'Private-Lines: 1\nAAAA', 'private'],
    [
      'a key whose end was lost before its comment',
      `ssh-ed25519 ${base64.slice(0, -4)} budi`,
      'cut_short',
    ],
    ['PEM', '-----BEGIN PUBLIC KEY-----\nMIIB', 'format'],
    ['a type of nobody', `ssh-rot13 ${base64}`, 'type'],
    ['a certificate', `ssh-ed25519-cert-v01@openssh.com ${base64}`, 'type'],
    ['base64 of nothing known', 'AAAAB3NzaC1yb3QxMw==', 'type'],
    ['a type alone', 'ssh-ed25519', 'cut_short'],
    ['a key cut short', line.slice(0, 60), 'cut_short'],
    ['a key cut within a byte', `ssh-ed25519 ${base64.slice(0, -3)}`, 'cut_short'],
    ['RSA without its modulus', rsa.slice(0, 28), 'cut_short'],
    ['another type than its own', `ssh-rsa ${base64}`, 'mismatch'],
    ['letters that are not base64', `ssh-ed25519 ${base64.replace('KD', '??')}`, 'damaged'],
    ['more than a key', `ssh-ed25519 ${base64}AAAA`, 'damaged'],
  ])('refuses %s', (_, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it.each([
    ['tabs', `ssh-ed25519\t${base64}\tsari@laptop  kantor`],
    ['double spaces', `  ssh-ed25519   ${base64}   sari@laptop   kantor  `],
    ['no-break spaces', `ssh-ed25519\u00A0${base64}\u00A0sari@laptop kantor`],
    ['quotes', `"${line}"`],
    ['typographic quotes', `“${line}”`],
    ['a byte order mark and CRLF', `\uFEFF${line}\r\n`],
    ['a break after the type', `ssh-ed25519\n${base64} sari@laptop kantor`],
    [
      'breaks within',
      `ssh-ed25519 ${base64.slice(0, 30)}\n  ${base64.slice(30)} sari@laptop kantor`,
    ],
    ['a break before the comment', `ssh-ed25519 ${base64}\nsari@laptop kantor`],
    ['base64 alone', `${base64} sari@laptop kantor`],
    [
      'RFC 4716',
      `---- BEGIN SSH2 PUBLIC KEY ----\nComment: "sari@laptop\\\n kantor"\n${base64.slice(0, 40)}\n${base64.slice(40)}\n---- END SSH2 PUBLIC KEY ----`,
    ],
  ])('sends one line of a whole key that was copied with %s', (_, text) => {
    expect(readKeyLine(text)).toEqual({ value: line });
  });

  it('finds a private key anywhere in a text', () => {
    expect(holdsPrivateKey(`see:\n-----BEGIN EC PRIVATE KEY-----`)).toBe(true);
    expect(holdsPrivateKey(line)).toBe(false);
  });
});

/** Builds a key's base64 from its strings. */
const made = (...strings: (string | Uint8Array)[]) =>
  Buffer.concat(
    strings.flatMap((each) => {
      const bytes = Buffer.from(each as string);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  ).toString('base64');
const point = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]);
const exponent = Buffer.from([1, 0, 1]);
const modulus = (bytes: number) => Buffer.concat([Buffer.from([0]), Buffer.alloc(bytes, 0x9d)]);

describe('readKeyLine', () => {
  it.each([
    ['sk-ssh-ed25519@openssh.com', [Buffer.alloc(32, 7), 'ssh:']],
    ['sk-ecdsa-sha2-nistp256@openssh.com', ['nistp256', point, 'ssh:']],
    ['ecdsa-sha2-nistp256', ['nistp256', point]],
    ['ssh-rsa', [exponent, modulus(256)]],
  ] as const)('takes a key of %s', (type, parts) => {
    const text = `${type} ${made(type, ...parts)} budi`;
    expect(readKeyLine(text)).toEqual({ value: text });
  });

  it.each([
    ['', 'required'],
    [
      `ssh-rsa ${made('ssh-rsa', exponent, modulus(96))}`,
      'ssh_key_rsa_short{"bits":768,"min":1024}',
    ],
    [`ssh-rsa ${made('ssh-rsa', Buffer.from([2]), modulus(256))}`, 'ssh_key_damaged'],
    [`ssh-rsa ${made('ssh-rsa', exponent)}`, 'ssh_key_cut_short'],
    [`ssh-ed25519 ${made('ssh-ed25519', Buffer.alloc(31))}`, 'ssh_key_damaged'],
    [`ssh-ed25519 ${made('ssh-rsa', exponent, modulus(256))}`, 'ssh_key_mismatch'],
    [`ecdsa-sha2-nistp256 ${made('ecdsa-sha2-nistp256', 'nistp384', point)}`, 'ssh_key_damaged'],
    [`ssh-dss ${made('ssh-dss', modulus(128), exponent, exponent, exponent)}`, 'ssh_key_dsa'],
  ])('refuses %s with %s', (text, fault) => expect(readKeyLine(text)).toEqual({ fault }));
});

describe('fingerprint', () => {
  it('is null if the browser has no cryptography', async () => {
    const { crypto } = globalThis;
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    try {
      expect(await fingerprint({ blob: new Uint8Array(1) })).toBeNull();
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
    }
  });
});
