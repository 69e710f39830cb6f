import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { embedded, listOf, number, text, wireObject } from './decode';
import { visible } from './shape';
import { hasSecret, showsSecret } from './shows-secret';

describe('hasSecret', () => {
  it.each(['once', 'download'] as const)('finds a %s field at any depth', (mark) => {
    const inner = wireObject({ key: visible(mark, text()) });
    expect(hasSecret({ answer: 'object', wire: inner })).toBe(true);
    const deep = wireObject({ rows: listOf(wireObject({ a: embedded(inner) })) });
    expect(hasSecret({ answer: 'object', wire: deep })).toBe(true);
    expect(hasSecret({ answer: 'object', wire: z.union([z.number(), inner]) })).toBe(true);
  });
  it('takes every file for one', () => {
    expect(hasSecret({ answer: 'file' })).toBe(true);
  });
  it('lets through what a browser may always see, and what it never gets', () => {
    const wire = wireObject({ n: number(), token: visible('server', text()) });
    expect(hasSecret({ answer: 'object', wire })).toBe(false);
  });
});

describe('showsSecret', () => {
  it('knows storage keys and kubeconfigs', () => {
    expect(showsSecret('A70')).toBe(true);
    expect(showsSecret('D02')).toBe(false);
    expect(showsSecret('A25')).toBe(false);
  });
});
