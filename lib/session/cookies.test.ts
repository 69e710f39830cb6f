import { beforeEach, describe, expect, it } from 'vitest';
import {
  CHUNK_SIZE,
  deleteChunked,
  keysCookieName,
  parseCookies,
  readChunked,
  sessionCookieName,
  writeChunked,
} from './cookies';
import { applyCookies, useSettings } from './testing';

const name = 'nusa.session';
const write = (header: string, value: string) =>
  applyCookies(header, writeChunked(parseCookies(header), name, value, 60));
const read = (header: string) => readChunked(parseCookies(header), name);

describe('chunked cookies', () => {
  beforeEach(() => useSettings());

  it('reads back values of any length', () => {
    for (const length of [1, CHUNK_SIZE, CHUNK_SIZE + 1, 2 * CHUNK_SIZE, 5 * CHUNK_SIZE + 7]) {
      const value = 'abcdefghij'.repeat(Math.ceil(length / 10)).slice(0, length);
      expect(read(write('', value))).toBe(value);
    }
  });

  it('keeps each line within the browser’s limit', () => {
    for (const line of writeChunked(new Map(), name, 'x'.repeat(20_000), 60))
      expect(line.length).toBeLessThanOrEqual(4096);
  });

  it('leaves no old chunk, whether the value shrinks or grows', () => {
    const long = write('theme=dark', 'x'.repeat(3 * CHUNK_SIZE));
    const short = write(long, 'short');
    expect(short).toBe('theme=dark; nusa.session=short');
    expect(parseCookies(write(short, 'y'.repeat(2 * CHUNK_SIZE))).has(name)).toBe(false);
    expect(read(write(long, 'z'.repeat(CHUNK_SIZE + 1)))).toBe('z'.repeat(CHUNK_SIZE + 1));
  });

  it('deletes all its chunks and no other cookies', () => {
    const header = `${write('', 'x'.repeat(2 * CHUNK_SIZE))}; nusa.session.note=1; nusa.keys.00000000=k`;
    expect(applyCookies(header, deleteChunked(parseCookies(header), name))).toBe(
      'nusa.session.note=1; nusa.keys.00000000=k',
    );
  });

  it('is hidden from scripts and other sites, and secure behind TLS', () => {
    expect(writeChunked(new Map(), name, 'v', 60)).toEqual([
      `${name}=v; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`,
    ]);
    useSettings({ NUSA_TLS: '1' });
    expect(sessionCookieName()).toBe('__Host-nusa.session');
    expect(keysCookieName('awanio:x')).toMatch(/^__Host-nusa\.keys\.[0-9a-f]{8}$/);
    expect(writeChunked(new Map(), name, 'v', 60)[0]).toContain('; Secure');
  });
});
