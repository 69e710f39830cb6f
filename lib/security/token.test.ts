import { describe, expect, it } from 'vitest';
import { bearsToken } from './token';

const token = 'not-a-secret';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('a token of the settings', () => {
  it('admits its bearer, and nobody if it is not set', () => {
    expect(bearsToken('Bearer not-a-secret', token)).toBe(true);
    expect(bearsToken('Bearer wrong', token)).toBe(false);
    expect(bearsToken('not-a-secret', token)).toBe(false);
    expect(bearsToken(null, token)).toBe(false);
    expect(bearsToken('Bearer ', '')).toBe(false);
    expect(bearsToken('Bearer undefined', undefined)).toBe(false);
  });

  it('is accepted as a browser’s password only on request', () => {
    expect(bearsToken(basic(`operator:${token}`), token)).toBe(false);
    expect(bearsToken(basic(`operator:${token}`), token, { basic: true })).toBe(true);
    expect(bearsToken(basic(`:${token}`), token, { basic: true })).toBe(true);
    for (const wrong of ['operator:wrong', token, `${token}:`, '', ':'])
      expect(bearsToken(basic(wrong), token, { basic: true })).toBe(false);
    expect(bearsToken('Basic', token, { basic: true })).toBe(false);
  });
});
