import { describe, expect, it } from 'vitest';
import { parseSettings } from './settings';

const least = { NUSA_SECRET: 'x'.repeat(32) };

describe('settings', () => {
  it('have defaults, but no backend without an address', () => {
    const read = parseSettings(least);
    expect(read).toMatchObject({
      PORT: 3000,
      NUSA_IDLE_MINUTES: 30,
      NUSA_TLS: false,
      NUSA_TRUST_PROXY: false,
    });
    expect(read.NUSA_AWANIO_URL).toBeUndefined();
  });

  it('derive TLS from the first origin unless it is set', () => {
    const origins = { ...least, NUSA_ORIGINS: 'https://console.example.id, http://localhost:3000' };
    expect(parseSettings(origins)).toMatchObject({
      NUSA_TLS: true,
      NUSA_ORIGINS: ['https://console.example.id', 'http://localhost:3000'],
    });
    expect(parseSettings({ ...origins, NUSA_TLS: '0' }).NUSA_TLS).toBe(false);
    expect(parseSettings({ ...least, NUSA_TLS: 'true' }).NUSA_TLS).toBe(true);
  });

  it('remove slashes at the end of a base URL, and treat empty text as unset', () => {
    const read = parseSettings({
      ...least,
      NUSA_AWANIO_URL: 'https://api.example.id/v2//',
      NUSA_DEWAVPS_URL: '',
    });
    expect(read.NUSA_AWANIO_URL).toBe('https://api.example.id/v2');
    expect(read.NUSA_DEWAVPS_URL).toBeUndefined();
  });

  it('accept origins in the browser’s form, and refuse everything else', () => {
    const read = (NUSA_ORIGINS: string) => parseSettings({ ...least, NUSA_ORIGINS }).NUSA_ORIGINS;
    expect(read('https://Console.Example.id:443/, http://127.0.0.1:3000')).toEqual([
      'https://console.example.id',
      'http://127.0.0.1:3000',
    ]);
    const wrong = ['console.example.id', 'https://x.example/path', 'ftp://x.example', '*'];
    for (const one of [...wrong, 'https://u:p@x.example', 'null'])
      expect(() => read(one), one).toThrow(/NUSA_ORIGINS/);
  });

  it('accept the id of SSH keys and the field of a reserved address, and refuse what is taken', () => {
    const read = parseSettings({
      ...least,
      NUSA_VM_SSH_KEY_ID: '2',
      NUSA_RESERVED_IP_FIELD: 'reserved_ip_uuid',
    });
    expect([read.NUSA_VM_SSH_KEY_ID, read.NUSA_RESERVED_IP_FIELD]).toEqual([2, 'reserved_ip_uuid']);
    for (const id of ['1', 'two', '2.5'])
      expect(() => parseSettings({ ...least, NUSA_VM_SSH_KEY_ID: id })).toThrow(/SSH_KEY_ID/);
    for (const field of ['is_new', 'reserved', 'a.b', '__proto__'])
      expect(() => parseSettings({ ...least, NUSA_RESERVED_IP_FIELD: field })).toThrow(
        /RESERVED_IP/,
      );
  });

  it('accept the URL of a Redis, with at most a database number', () => {
    const read = (REDIS_URL: string) => parseSettings({ ...least, REDIS_URL }).REDIS_URL;
    const fine = ['redis://127.0.0.1:6379', 'rediss://:fake@redis.example.id/2', 'redis://r/'];
    for (const one of fine) expect(read(one)).toBe(one);
    for (const one of ['127.0.0.1:6379', 'http://redis.example.id', 'redis://r/sessions'])
      expect(() => read(one), one).toThrow(/REDIS_URL/);
  });

  it('accept console hosts with port and wildcard, and refuse what could never match', () => {
    const read = (NUSA_CONSOLE_HOSTS: string) =>
      parseSettings({ ...least, NUSA_CONSOLE_HOSTS }).NUSA_CONSOLE_HOSTS;
    const fine = ['vnc.example.id', '*.Vnc.example.id:8443', '[2001:db8::1]:5900', '127.0.0.1'];
    expect(read(fine.join())).toEqual(fine.map((host) => host.toLowerCase()));
    expect(read('[2001:0db8:0:0::1]')).toEqual(['[2001:db8::1]']);
    expect(read('vnc.example.id.')).toEqual(['vnc.example.id.']);
    const wrong = ['*', '*.', 'wss://vnc.example.id', 'vnc.example.id/path', 'u@vnc.example.id'];
    for (const one of [...wrong, 'a b', '2001:db8::1', 'x:99999', '*.*.example.id', '*.1.2.3.4'])
      expect(() => read(one), one).toThrow(/NUSA_CONSOLE_HOSTS/);
  });

  it('name every wrong variable, never a value', () => {
    const wrong = { NUSA_SECRET: 'much-too-short', NUSA_AWANIO_URL: 'ftp://x', PORT: '99999' };
    expect(() => parseSettings(wrong)).toThrow(/NUSA_SECRET[\s\S]*PORT|PORT[\s\S]*NUSA_SECRET/);
    expect(() => parseSettings(wrong)).toThrow(/NUSA_AWANIO_URL/);
    expect(() => parseSettings(wrong)).not.toThrow(/much-too-short/);
  });

  it('refuse unsafe values in production, with one line for each', () => {
    const safe = {
      NODE_ENV: 'production',
      NUSA_SECRET: '0b5c2f6f6e1d4e0f9a7b3c8d2e5f6071',
      NUSA_ORIGINS: 'https://console.example.id',
    };
    const lines = (given: Record<string, string | undefined>) => {
      try {
        parseSettings({ ...safe, ...given });
        return [];
      } catch (error) {
        return String(error).split('\n').slice(1);
      }
    };
    expect(lines({})).toEqual([]);
    expect(lines({ NUSA_ORIGINS: 'http://localhost:3000', NUSA_TLS: '0' })).toEqual([]);
    expect(lines({ NUSA_ORIGINS: undefined })).toEqual([
      expect.stringMatching(/^ {2}NUSA_ORIGINS: /),
    ]);
    expect(lines({ NUSA_TLS: '0' })).toEqual([expect.stringMatching(/^ {2}NUSA_TLS: /)]);
    const mixed = 'http://intern.example, https://console.example.id';
    expect(lines({ NUSA_ORIGINS: mixed })).toEqual([expect.stringMatching(/^ {2}NUSA_TLS: /)]);
    expect(lines({ NUSA_ORIGINS: mixed, NUSA_TLS: '1' })).toEqual([]);
    for (const weak of [
      'x'.repeat(40),
      'abab'.repeat(10),
      '0123456789'.repeat(4),
      '1'.repeat(33) + 'abc',
    ])
      for (const name of ['NUSA_SECRET', 'NUSA_SECRET_PREVIOUS'])
        expect(lines({ [name]: weak }), weak).toEqual([expect.stringMatching(`^  ${name}: `)]);
    expect(lines({ NUSA_SECRET: 'x'.repeat(40), NUSA_ORIGINS: undefined })).toHaveLength(2);
    expect(() => parseSettings(least)).not.toThrow();
  });

  it('accept a logo only from https or this console', () => {
    const logo = (value: string) => () => parseSettings({ ...least, NUSA_LOGO_URL: value });
    expect(logo('/logo.svg')().NUSA_LOGO_URL).toBe('/logo.svg');
    expect(logo('https://cdn.example.id/logo.png')().NUSA_LOGO_URL).toBe(
      'https://cdn.example.id/logo.png',
    );
    for (const wrong of [
      'http://cdn.example.id/x.png',
      '//cdn.example.id/x',
      'javascript:1',
      'logo',
    ]) {
      expect(logo(wrong)).toThrow('NUSA_LOGO_URL');
    }
  });

  it('accept a notice with its level and end', () => {
    const notice = { ...least, NUSA_NOTICE_EN: 'Maintenance', NUSA_NOTICE_LEVEL: 'warn' };
    expect(
      parseSettings({ ...notice, NUSA_NOTICE_UNTIL: '2026-12-01T06:00:00+07:00' }),
    ).toMatchObject({ NUSA_NOTICE_LEVEL: 'warn' });
    expect(() => parseSettings({ ...notice, NUSA_NOTICE_UNTIL: 'tomorrow' })).toThrow(
      'NUSA_NOTICE_UNTIL',
    );
    expect(() => parseSettings({ ...notice, NUSA_NOTICE_LEVEL: 'loud' })).toThrow(
      'NUSA_NOTICE_LEVEL',
    );
  });
});
