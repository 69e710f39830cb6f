import { describe, expect, it } from 'vitest';
import { operation, refs } from '@/lib/contract';
import { applySettings } from './testing/world';
import { coerceQuery } from './coerce';
import { browserMethod, match, segmentsOf } from './router';

applySettings({});

describe('the router', () => {
  it('finds all operations for browsers by their paths, and no others', () => {
    for (const ref of refs) {
      const described = operation(ref);
      const path = described.path.replace('{group_type}', 'projects').replace(/\{(\w+)\}/g, '$1-1');
      const found = match(described.backend, browserMethod(described), path.split('/').slice(1));
      const refFound = found.found === 'operation' ? found.ref : null;
      expect([ref, refFound]).toEqual([ref, described.reach === 'generic' ? ref : null]);
    }
  });

  it('prefers a literal to a parameter, and tries the parameter if the literal leads nowhere', () => {
    expect(match('dewavps', 'GET', ['instance', 'options'])).toMatchObject({
      ref: 'D13',
      params: {},
    });
    expect(match('dewavps', 'DELETE', ['instance', 'options'])).toEqual({
      found: 'methods',
      allow: ['GET'],
    });
    expect(match('dewavps', 'GET', ['instance', 'options', 'detail'])).toMatchObject({
      ref: 'D04',
      params: { instance_uuid: 'options' },
    });
    expect(match('awanio', 'GET', ['organizations', 'o-1', 'members'])).toMatchObject({
      ref: 'A10',
    });
    expect(match('awanio', 'GET', ['organizations', 'o-1', 'vms'])).toMatchObject({
      ref: 'A25',
      params: { group_type: 'organizations', uuid: 'o-1' },
    });
    expect(match('awanio', 'GET', ['constructor', 'o-1', 'vms'])).toEqual({ found: 'nothing' });
  });

  it('decodes a segment once', () => {
    expect(segmentsOf('a/b%20c/%2525')).toEqual(['a', 'b c', '%25']);
    for (const bad of ['', 'a//b', 'a/', '/a', 'a/./b', 'a/%2e%2E', '%', '%c3%28'])
      expect(segmentsOf(bad)).toBeNull();
  });
});

describe('a query string', () => {
  it('is converted to the schema’s types; unknown fields stay text', () => {
    expect(coerceQuery('D02', '')).toBeUndefined();
    expect(coerceQuery('D02', '?search=007&nonsense=1')).toEqual({ search: '007', nonsense: '1' });
    expect(coerceQuery('D02', '?search=a&search=b')).toEqual({ search: ['a', 'b'] });
    expect(coerceQuery('D02', '?search[]=a')).toEqual({ search: ['a'] });
    const odd = coerceQuery('D02', '?__proto__=x') ?? {};
    expect(Object.keys(odd)).toEqual(['__proto__']);
  });
});
