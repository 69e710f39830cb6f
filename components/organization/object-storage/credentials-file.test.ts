import { expect, it } from 'vitest';
import { credentialsFile, profileOf } from './credentials-file';

it('writes a profile that AWS tools read', () => {
  const key = { accessKey: 'AKCONTOH', secretKey: 'palsu/+=rahasia' };
  expect(credentialsFile(key, 'kopi.s3.example.id')).toBe(
    '# kopi.s3.example.id\n[kopi]\naws_access_key_id = AKCONTOH\naws_secret_access_key = palsu/+=rahasia\n',
  );
  expect(credentialsFile(key, null)).toMatch(/^\[default\]\n/);
});

it('names the profile by the first part of the host', () => {
  expect(profileOf('localhost:9000')).toBe('localhost');
  expect(profileOf('')).toBe('default');
});
