import { describe, expect, it } from 'vitest';
import { failureOf } from './failure';
import { readFromFrame } from './messages';

describe('what the frame of a PDF says', () => {
  it('is read where it is whole', () => {
    expect(readFromFrame({ kind: 'ready', more: 1 })).toEqual({ kind: 'ready' });
    expect(readFromFrame({ kind: 'at', page: 2, zoom: 80 })).toMatchObject({ page: 2, zoom: 80 });
    expect(readFromFrame({ kind: 'failed', why: 'password' })).toMatchObject({ why: 'password' });
  });
  it.each([
    null,
    'ready',
    { kind: 'other' },
    { kind: 'opened', pages: '3' },
    { kind: 'opened', pages: -1 },
    { kind: 'at', page: 1, zoom: Infinity },
    { kind: 'failed', why: 'pwned' },
  ])('is ignored otherwise: %j', (said) => expect(readFromFrame(said)).toBeNull());
  it('names why a file isn’t shown', () => {
    const named = (name: string) => Object.assign(new Error(), { name });
    expect(failureOf(named('PasswordException'))).toBe('password');
    expect(failureOf(named('InvalidPDFException'))).toBe('broken');
    expect(failureOf(named('TypeError'))).toBe('unknown');
  });
});
