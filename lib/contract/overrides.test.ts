import { describe, expect, it } from 'vitest';
import { checkPath, effective, parseOverrides } from './overrides';

const of = { path: '/{group_type}/{uuid}/vms' };

describe('parseOverrides', () => {
  it('reads and applies a file', () => {
    const overrides = parseOverrides({
      A25: { path: '/v2x/{uuid}/of/{group_type}/machines' },
      D03: { encoding: 'json', method: 'PUT' },
      A35: { absent: true },
    });
    expect(effective('A25', overrides)).toEqual({
      method: 'GET',
      path: '/v2x/{uuid}/of/{group_type}/machines',
      encoding: 'none',
      absent: false,
    });
    expect(effective('D03', overrides)).toMatchObject({
      method: 'PUT',
      encoding: 'json',
      absent: false,
    });
    expect(effective('A35', overrides).absent).toBe(true);
    expect(effective('A26', overrides)).toEqual(effective('A26'));
  });

  it.each([
    [{ Z99: { absent: true } }, 'Z99: no operation has this reference'],
    [{ A25: { path: '/vms/{uuid}' } }, 'A25.path: must hold the parameters {group_type}, {uuid}'],
    [{ A25: { method: 'FETCH' } }, 'A25.method'],
    [{ A25: { pth: '/x' } }, 'pth'],
    [{ A25: 'gone' }, 'A25'],
    [[], 'the file'],
    ['text', 'the file'],
  ])('refuses %j', (json, words) => {
    expect(() => parseOverrides(json)).toThrow(words);
  });

  it('lists all mistakes at once', () => {
    expect(() => parseOverrides({ Z1: {}, Z2: {} })).toThrow(/Z1[^]*Z2/);
  });
});

describe('checkPath', () => {
  it.each([
    ['{group_type}/{uuid}/vms', 'one "/"'],
    ['//evil.example/{group_type}/{uuid}', 'one "/"'],
    ['/{group_type}/../{uuid}', '".."'],
    ['/{group_type}/%2e%2E/{uuid}', '".."'],
    ['/{group_type}/{uuid}?x=1', 'query'],
    ['/{group_type}/{uuid}#x', 'query'],
    ['/{group_type}\\{uuid}', 'backslash'],
    ['/{group_type}/{uuid}/{uuid}', 'each once'],
    ['/{group_type}/{uuid}/{', 'brace'],
  ])('refuses %s', (path, words) => {
    expect(checkPath(of, { path }).join()).toContain(words);
  });

  it('takes any order of the parameters', () => {
    expect(checkPath(of, { path: '/x/{uuid}/{group_type}' })).toEqual([]);
    expect(checkPath(of, {})).toEqual([]);
  });
});
