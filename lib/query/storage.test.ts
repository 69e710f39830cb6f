// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { identityHash } from '@/lib/identity-hash';
import { withoutSecrets } from './drafts';
import {
  forget,
  forgetAll,
  forgetInTab,
  forgetLasting,
  keep,
  keepInTab,
  keepLasting,
  readInTab,
  readKept,
  readLasting,
} from './storage';

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
  it('keeps in this tab alone until sign-out', () => {
    keepInTab('awanio:a', 'month-end:1', [1]);
    keepInTab('awanio:a', 'month-end:2', [2]);
    keepInTab('awanio:a', 'other', 3);
    expect(readInTab('awanio:a', 'month-end:2')).toEqual([2]);
    expect(readInTab('awanio:b', 'month-end:2')).toBeNull();
    forgetInTab('awanio:a', 'month-end');
    expect(readInTab('awanio:a', 'month-end:1')).toBeNull();
    expect(readInTab('awanio:a', 'other')).toBe(3);
    forgetAll('awanio:a');
    expect(readInTab('awanio:a', 'other')).toBeNull();
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
  it('keeps what is lasting over a sign-out, until the person forgets this browser', () => {
    expect(keepLasting('awanio:a', 'low-balance', 50_000)).toBe(true);
    keepLasting('awanio:b', 'low-balance', 70_000);
    forgetAll('awanio:a');
    expect(readLasting('awanio:a', 'low-balance')).toBe(50_000);
    forgetLasting('awanio:a');
    expect(readLasting('awanio:a', 'low-balance')).toBeNull();
    expect(readLasting('awanio:b', 'low-balance')).toBe(70_000);
    keepLasting('awanio:b', 'low-balance', null);
    expect(readLasting('awanio:b', 'low-balance')).toBeNull();
  });
  it('keeps nothing lasting for a view', () => {
    expect(keepLasting('awanio:a~member~o', 'low-balance', 1)).toBe(false);
    expect(readLasting('awanio:a~member~o', 'low-balance')).toBeNull();
  });
});
