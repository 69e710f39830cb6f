import { describe, expect, it } from 'vitest';
import { parseSettings } from './settings';

const least = { NUSA_SECRET: 'x'.repeat(32) };

describe('settings', () => {
  it('have defaults, and no backend until one is named', () => {
    const read = parseSettings(least);
    expect(read).toMatchObject({
      PORT: 3000,
      NUSA_IDLE_MINUTES: 30,
      NUSA_TLS: false,
      NUSA_TRUST_PROXY: false,
    });
    expect(read.NUSA_AWANIO_URL).toBeUndefined();
  });

  it('take TLS from the first origin unless told', () => {
    const origins = { ...least, NUSA_ORIGINS: 'https://console.example.id, http://localhost:3000' };
    expect(parseSettings(origins)).toMatchObject({
      NUSA_TLS: true,
      NUSA_ORIGINS: ['https://console.example.id', 'http://localhost:3000'],
    });
    expect(parseSettings({ ...origins, NUSA_TLS: '0' }).NUSA_TLS).toBe(false);
    expect(parseSettings({ ...least, NUSA_TLS: 'true' }).NUSA_TLS).toBe(true);
  });

  it('cut the slashes at the end of a base URL, and take empty text for unset', () => {
    const read = parseSettings({
      ...least,
      NUSA_AWANIO_URL: 'https://api.example.id/v2//',
      NUSA_DEWAVPS_URL: '',
    });
    expect(read.NUSA_AWANIO_URL).toBe('https://api.example.id/v2');
    expect(read.NUSA_DEWAVPS_URL).toBeUndefined();
  });

  it('name every wrong variable, never a value', () => {
    const wrong = { NUSA_SECRET: 'much-too-short', NUSA_AWANIO_URL: 'ftp://x', PORT: '99999' };
    expect(() => parseSettings(wrong)).toThrow(/NUSA_SECRET[\s\S]*PORT|PORT[\s\S]*NUSA_SECRET/);
    expect(() => parseSettings(wrong)).toThrow(/NUSA_AWANIO_URL/);
    expect(() => parseSettings(wrong)).not.toThrow(/much-too-short/);
  });
});
