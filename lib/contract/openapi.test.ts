import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { operation, refs } from './index';
import { openapi } from './openapi';
import type { Backend } from './operation';

interface Entry {
  'x-nusa-ref': string;
  'x-nusa-also'?: string[];
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: { properties: object } }> };
  security?: unknown[];
}
type Paths = Record<string, Record<string, Entry>>;

function entries(backend: Backend): [string, string, Entry][] {
  return Object.entries(openapi(backend).paths as unknown as Paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, entry]): [string, string, Entry] => [
      path,
      method,
      entry,
    ]),
  );
}

function entry(backend: Backend, ref: string): Entry {
  const found = entries(backend).find(([, , each]) => each['x-nusa-ref'] === ref);
  if (!found) throw new Error(`${ref} is not in the document`);
  return found[2];
}

describe.each(['awanio', 'dewavps'] as const)('the document of %s', (backend) => {
  it('passes the validator, which refuses an invalid document', async () => {
    const { valid, errors } = await new Validator().validate(openapi(backend));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    const broken = { ...openapi(backend), paths: { '/x': { get: { responses: 5 } } } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('contains every operation once', () => {
    const named = entries(backend).flatMap(([, , each]) => [
      each['x-nusa-ref'],
      ...(each['x-nusa-also'] ?? []),
    ]);
    expect(named.sort()).toEqual(refs.filter((ref) => operation(ref).backend === backend).sort());
  });

  it('declares the parameters of each path, and has no paths that differ only in parameter names', () => {
    for (const [path, , { parameters }] of entries(backend)) {
      const inPath = parameters.filter((each) => each.in === 'path').map(({ name }) => `{${name}}`);
      expect(inPath).toEqual(path.match(/\{[^}]+\}/g) ?? []);
    }
    const paths = Object.keys(openapi(backend).paths as object).map((path) =>
      path.replace(/\{[^}]+\}/g, '{}'),
    );
    expect(new Set(paths).size).toBe(paths.length);
  });
});

it('places bodies according to their encoding', () => {
  expect(Object.keys(entry('awanio', 'A24').requestBody?.content ?? {})).toEqual([
    'application/json',
  ]);
  expect(Object.keys(entry('dewavps', 'D03').requestBody?.content ?? {})).toEqual([
    'application/x-www-form-urlencoded',
  ]);
  expect(entry('dewavps', 'D52').requestBody).toBeUndefined();
  expect(entry('dewavps', 'D52').parameters.some((each) => each.in === 'query')).toBe(true);
});

it('marks public operations and fields that no browser gets', () => {
  expect(entry('awanio', 'A03').security).toEqual([]);
  expect(entry('awanio', 'A25').security).toBeUndefined();
  expect(JSON.stringify(entry('awanio', 'A03'))).toContain('"x-nusa-visibility":"server"');
  expect(JSON.stringify(entry('awanio', 'A25'))).not.toContain('x-nusa-visibility');
});
