import { beforeEach, describe, expect, it } from 'vitest';
import { open, seal } from './seal';
import { TEST_SECRET, useSettings } from './testing';

const other = 'another-secret-only-for-tests-987654321';

describe('seal', () => {
  beforeEach(() => useSettings());

  it('opens what it sealed, and hides the content', async () => {
    const text = await seal('session', { token: 'fake-token' });
    expect(await open('session', text)).toEqual({ token: 'fake-token' });
    expect(Buffer.from(text.replaceAll('.', ''), 'base64url').toString('latin1')).not.toContain(
      'fake-token',
    );
    expect(text).toMatch(/^[\w.-]+$/);
  });

  it('does not open it for another purpose', async () => {
    const ticket = await seal('console', { sid: 'x' });
    expect(await open('session', ticket)).toBeUndefined();
  });

  it('opens what the previous secret sealed, but not what an older one did', async () => {
    const text = await seal('keys', 1);
    useSettings({ NUSA_SECRET: other, NUSA_SECRET_PREVIOUS: TEST_SECRET });
    expect(await open('keys', text)).toBe(1);
    const renewed = await seal('keys', 2);
    useSettings({ NUSA_SECRET: other });
    expect(await open('keys', text)).toBeUndefined();
    expect(await open('keys', renewed)).toBe(2);
  });

  it('opens nothing that was changed, cut or invented', async () => {
    const text = await seal('session', { a: 1 });
    const [header, , iv, body, tag] = text.split('.');
    const flipped = `${body?.[0] === 'A' ? 'B' : 'A'}${body?.slice(1)}`;
    expect(await open('session', [header, '', iv, flipped, tag].join('.'))).toBeUndefined();
    expect(await open('session', text.slice(0, -4))).toBeUndefined();
    expect(await open('session', '')).toBeUndefined();
    expect(await open('session', 'a.b.c.d.e')).toBeUndefined();
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await open('session', `${none}..${iv}.${body}.${tag}`)).toBeUndefined();
  });
});
