import { FormData } from 'undici';
import { describe, expect, it } from 'vitest';
import { encodeBody, formPairs, queryString } from './encode';

describe('a Laravel form', () => {
  it('has booleans as 1 and 0, lists with brackets, null as nothing, and leaves out what is not given', () => {
    const fields = {
      on: true,
      off: false,
      none: null,
      missing: undefined,
      n: 2,
      ids: ['a', 'b'],
      empty: [],
    };
    expect(formPairs(fields)).toEqual([
      ['on', '1'],
      ['off', '0'],
      ['none', ''],
      ['n', '2'],
      ['ids[]', 'a'],
      ['ids[]', 'b'],
    ]);
  });

  it('has objects and lists of objects by name and position', () => {
    expect(
      formPairs({
        disk: { size: 10, ssd: true },
        rules: [{ port: 22 }, { port: 80, from: ['x', 'y'] }],
      }),
    ).toEqual([
      ['disk[size]', '10'],
      ['disk[ssd]', '1'],
      ['rules[0][port]', '22'],
      ['rules[1][port]', '80'],
      ['rules[1][from][0]', 'x'],
      ['rules[1][from][1]', 'y'],
    ]);
  });

  it('escapes what would end a field', () => {
    expect(encodeBody('form', { a: 'x&admin=1', 'b=c': '1' }).body).toBe('a=x%26admin%3D1&b%3Dc=1');
  });
});

describe('a body', () => {
  it('is JSON, multipart or nothing', () => {
    expect(encodeBody('json', { a: true, b: null })).toEqual({
      body: '{"a":true,"b":null}',
      contentType: 'application/json',
    });
    expect(encodeBody('none', { a: 1 })).toEqual({ body: null });
    expect(encodeBody('query', { a: 1 })).toEqual({ body: null });
    const { body, contentType } = encodeBody('multipart', { a: true, list: ['x'] });
    expect(contentType).toBeUndefined();
    expect(body instanceof FormData && [...body.entries()]).toEqual([
      ['a', '1'],
      ['list[]', 'x'],
    ]);
  });
});

describe('a query', () => {
  it('is read by Laravel at one backend and by Go at the other', () => {
    const fields = { page: 2, all: true, none: null, tags: ['a', 'b c'] };
    expect(queryString('dewavps', fields)).toBe('?page=2&all=1&tags%5B%5D=a&tags%5B%5D=b+c');
    expect(queryString('awanio', fields)).toBe('?page=2&all=true&tags=a&tags=b+c');
    expect(queryString('awanio', {})).toBe('');
    expect(queryString('awanio', undefined)).toBe('');
  });
});
