import { expect, it } from 'vitest';
import { mostCorsSeconds } from '@/lib/storage/cors-limits';
import { corsRules } from '@/lib/storage/cors-rules';
import { readCorsText } from '@/lib/storage/cors-text';
import { ruleOf, wrongParts, type TypedRule } from './cors-form';

const typed = (more: Partial<TypedRule>): TypedRule => ({
  name: 0,
  origins: 'https://www.example.com',
  methods: ['GET'],
  headers: '',
  exposed: '',
  age: '',
  ...more,
});

const json = (more: object) =>
  JSON.stringify([
    { AllowedOrigins: ['https://www.example.com'], AllowedMethods: ['GET'], ...more },
  ]);

it.each([
  [{ age: String(mostCorsSeconds) }, { MaxAgeSeconds: mostCorsSeconds }, []],
  [{ age: String(mostCorsSeconds + 1) }, { MaxAgeSeconds: mostCorsSeconds + 1 }, ['Age']],
  [{ age: '1.5' }, { MaxAgeSeconds: 1.5 }, ['Age']],
  [{ age: '-1' }, { MaxAgeSeconds: -1 }, ['Age']],
  [{ exposed: 'ETag\nx-amz-request-id' }, { ExposeHeaders: ['ETag', 'x-amz-request-id'] }, []],
  [{ exposed: 'E Tag' }, { ExposeHeaders: ['E Tag'] }, ['Exposed']],
  [{ headers: 'x-*-*' }, { AllowedHeaders: ['x-*-*'] }, ['Headers']],
  [{ headers: 'x'.repeat(2049) }, { AllowedHeaders: ['x'.repeat(2049)] }, ['Headers']],
  [{ origins: '' }, { AllowedOrigins: [] }, ['Origins']],
  [{ methods: [] }, { AllowedMethods: [] }, ['Methods']],
])('judges a rule alike in the form, in the JSON and in the API: %o', (form, text, wrong) => {
  expect(wrongParts(typed(form))).toEqual(wrong);
  expect('rules' in readCorsText(json(text))).toBe(wrong.length === 0);
  expect(corsRules.safeParse([ruleOf(typed(form))]).success).toBe(wrong.length === 0);
});
