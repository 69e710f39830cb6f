import { describe, expect, it } from 'vitest';
import { corsText, readCorsText } from './cors-text';
import type { CorsRule } from './shapes';

const rule: CorsRule = {
  id: 'toko',
  allowed_origins: ['https://*.toko.example'],
  allowed_methods: ['GET', 'PUT'],
  allowed_headers: ['*'],
  expose_headers: ['ETag'],
  max_age_seconds: 600,
};

describe('CORS rules as JSON', () => {
  it('are written and read as the same', () => {
    expect(readCorsText(corsText([rule]))).toEqual({ rules: [rule] });
    expect(corsText([])).toBe('');
    expect(readCorsText(' \n')).toEqual({ rules: [] });
  });

  it('may be in an object, as the AWS command line writes them', () => {
    expect(readCorsText(`{"CORSRules": ${corsText([rule])}}`)).toEqual({ rules: [rule] });
  });

  const needed = '"AllowedOrigins":["*"],\n"AllowedMethods":["GET"]';
  it.each([
    ['[\n{', 'syntax', 2, 2],
    ['{"Rules": []}', 'list', 1, 1],
    ['{"CORSRules": {}}', 'list', 1, 15],
    ['[\n 4]', 'rule', 2, 2],
    [`[{${needed},\n"AllowedOrigin": []}]`, 'unknown', 3, 18],
    ['[{\n"AllowedMethods":["GET"]}]', 'origins', 1, 2],
    ['[{"AllowedOrigins":["*"],\n"AllowedMethods":[]}]', 'methods', 2, 18],
    ['[{"AllowedOrigins":["*"],\n"AllowedMethods":["GET",\n"PATCH"]}]', 'method', 3, 1],
    [`[{${needed},\n"AllowedHeaders":"*"}]`, 'texts', 3, 18],
    ['[{"AllowedOrigins":["*",\n"https://*.*"],"AllowedMethods":["GET"]}]', 'star', 2, 1],
    [`[{${needed},\n"ExposeHeaders":["a b"]}]`, 'star', 3, 18],
    [`[{${needed},\n"MaxAgeSeconds": 1.5}]`, 'age', 3, 18],
    [`[{${needed},\n"MaxAgeSeconds": "60"}]`, 'age', 3, 18],
    [`[{${needed},\n"ID": 4}]`, 'id', 3, 7],
  ] as const)('%j: %s at line %i, column %i', (text, code, line, column) => {
    expect(readCorsText(text)).toEqual({ fault: { code, line, column } });
  });

  it('are a hundred at most', () => {
    const answer = readCorsText(corsText(Array.from({ length: 101 }, () => rule)));
    expect(answer).toMatchObject({ fault: { code: 'many' } });
  });
});
