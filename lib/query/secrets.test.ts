// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { looksSecret, namesSecret, withoutLooks } from './secrets';
import { keepDraft, readDraft, withoutSecrets } from './drafts';
import { keptKey } from './storage';

/** Random letters in the form of a key; it belongs to nobody. */
const body = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtz';
const letters = 'q7Kd92LmXz04VbNcRt81YpWe63GhJs5Ua';
const publicKey = `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'A'.repeat(43)} sari@laptop`;

describe('looksSecret', () => {
  it.each([
    ['OpenSSH', `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}`],
    ['PEM', '-----BEGIN RSA PRIVATE KEY-----\nMIIB'],
    ['PEM without its head', `MIIEpAIBAAKCAQEA${letters}`],
    ['PKCS 8 without its head', `MIIEvQIBADANBgkqhki${letters}`],
    ['PuTTY', 'PuTTY-User-Key-File-3: ssh-ed25519'],
    ['lines out of the middle of a key', `${letters}${letters}\n${letters}${letters}`],
    ['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghij'],
    ['a token that says so', `ghp_${letters}`],
    ['an access key', 'AKIAABCDEFGHIJKLMNOP'],
    ['an authorization', 'Bearer abcdefghijklmnop1234'],
    ['a password in an address', 'postgres://budi:rahasia@db.example.id/app'],
    ['hexadecimal', '0123456789abcdef0123456789abcdef'],
  ])('knows %s', (_, text) => expect(looksSecret(text)).toBe(true));

  it.each([
    'web-1',
    publicKey,
    'the private key is rotated every week',
    '3f0e9b1c-5a77-4a1e-9d53-0b1f1f0e8a11',
    'a-hostname-with-many-words-in-it-and-a-number-01.example.id',
    'https://example.id/path',
  ])('lets %j be', (text) => expect(looksSecret(text)).toBe(false));

  it('goes by the name of a field too', () => {
    for (const name of ['password', 'password_confirmation', 'apiKey', 'token', 'kata_sandi'])
      expect(namesSecret(name), name).toBe(true);
    for (const name of ['hostname', 'key', 'ssh_keys', 'title', 'compass', 'spinner'])
      expect(namesSecret(name), name).toBe(false);
  });
});

describe('what a browser keeps', () => {
  it('holds no secret, wherever it stands', () => {
    expect(withoutLooks({ a: { token: 'x', b: ['ok', `ghp_${letters}`] }, n: 1 })).toEqual({
      a: { b: ['ok'] },
      n: 1,
    });
    const key = `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}`;
    keepDraft('me', 'draft', { title: 'web', key, pin: '1' }, ['pin']);
    expect(readDraft('me', 'draft')).toEqual({ title: 'web' });
    expect(JSON.stringify({ ...localStorage })).not.toContain('b3Blb');
  });

  it('does not bring back what an older version kept', () => {
    localStorage.setItem(keptKey('me', 'old'), JSON.stringify({ key: body, title: 'web' }));
    expect(readDraft('me', 'old')).toEqual({ title: 'web' });
    expect(localStorage.getItem(keptKey('me', 'old'))).toBe('{"title":"web"}');
    localStorage.setItem(keptKey('me', 'text'), JSON.stringify(`ghp_${letters}`));
    expect(readDraft('me', 'text')).toBeNull();
    expect(localStorage.getItem(keptKey('me', 'text'))).toBeNull();
  });

  it('leaves a password out of the field that it was typed into by mistake', () => {
    const values = { hostname: 'web', username: 'x rahasia-99 x', password: 'rahasia-99' };
    expect(withoutSecrets(values, ['password'])).toEqual({ hostname: 'web' });
  });
});
