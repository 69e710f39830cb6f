// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { identityHash } from '@/lib/identity-hash';
import { withoutSecrets } from './drafts';
import { forget, forgetAll, keep, readKept } from './storage';

describe('storage', () => {
  it('keeps people apart and wipes one of them', () => {
    keep('awanio:a', 'draft', { name: 'web' });
    keep('awanio:b', 'draft', { name: 'db' });
    localStorage.setItem('other', 'x');
    expect(readKept('awanio:a', 'draft')).toEqual({ name: 'web' });
    forgetAll('awanio:a');
    expect(readKept('awanio:a', 'draft')).toBeNull();
    expect(readKept('awanio:b', 'draft')).toEqual({ name: 'db' });
    expect(localStorage.getItem('other')).toBe('x');
    forget('awanio:b', 'draft');
    expect(readKept('awanio:b', 'draft')).toBeNull();
  });
  it('names nobody in its keys', () => {
    keep('awanio:visible', 'x', 1);
    expect(Object.keys(localStorage).join()).not.toContain('visible');
    expect(identityHash('a')).not.toBe(identityHash('b'));
  });
  it('reads what is broken as nothing', () => {
    localStorage.setItem(`nusa:${identityHash('me')}:x`, '{');
    expect(readKept('me', 'x')).toBeNull();
  });
  it('leaves secrets out', () => {
    expect(withoutSecrets({ name: 'web', password: 'no' }, ['password'])).toEqual({ name: 'web' });
  });
});
