import { describe, expect, it } from 'vitest';
import { encodeKey, hostOf, objectUrl, originOf, s3Uri } from './address';

describe('objectUrl', () => {
  it('names an object whose name has any character', () => {
    const path = (key: string) => new URL(objectUrl('s3.example.id', 'b', key) ?? '').pathname;
    for (const key of [
      'a b',
      'libstdc++.rpm',
      '%2F',
      'a//b',
      '/lead',
      'dot.',
      '"q"',
      'é\u202e',
      '?#',
    ])
      expect(decodeURIComponent(path(key))).toBe(`/b/${key}`);
    expect(encodeKey("it's (1)*!.txt")).toBe('it%27s%20%281%29%2A%21.txt');
  });
  it('has no address for steps in a path', () => {
    expect(objectUrl('s3.example.id', 'b', 'a/../b')).toBeNull();
    expect(objectUrl('s3.example.id', 'b', './b')).toBeNull();
    expect(objectUrl('s3.example.id', 'b', 'a/..b')).not.toBeNull();
    expect(objectUrl(null, 'b', 'a')).toBeNull();
  });
});

it('writes S3 addresses with the name as it is', () => {
  expect(s3Uri('b', 'a b/%2F')).toBe('s3://b/a b/%2F');
  expect(s3Uri('b')).toBe('s3://b/');
});

it("prefers the storage's own domain", () => {
  expect(hostOf({ custom_domain_name: 'cdn.id', subdomain_name: 's' })).toBe('cdn.id');
  expect(hostOf({ custom_domain_name: '', subdomain_name: 's' })).toBe('s');
  expect(hostOf({ custom_domain_name: null, subdomain_name: null })).toBeNull();
});

it('asks by TLS, except on a machine of its own', () => {
  expect(originOf('kopi.s3.example.id')).toBe('https://kopi.s3.example.id');
  expect(originOf('kopi.localhost:4266')).toBe('http://kopi.localhost:4266');
  expect(originOf('localhost.example.id')).toBe('https://localhost.example.id');
});
