/** CORS rules as a form holds them: each list as lines of text. */
import { corsPattern } from '@/lib/storage/cors-methods';
import type { CorsRule } from '@/lib/storage/shapes';

/** A rule as it is typed. */
export interface TypedRule {
  /** Tells the rules of a form apart. */
  name: number;
  id?: string;
  origins: string;
  methods: readonly string[];
  headers: string;
  exposed: string;
  age: string;
}

/** The part of a rule that is wrong. */
export type WrongPart = 'Origins' | 'Methods' | 'Headers' | 'Age';

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const typedRule = (rule: CorsRule, name: number): TypedRule => ({
  name,
  ...(rule.id === undefined ? {} : { id: rule.id }),
  origins: rule.allowed_origins.join('\n'),
  methods: rule.allowed_methods,
  headers: rule.allowed_headers.join('\n'),
  exposed: rule.expose_headers.join('\n'),
  age: rule.max_age_seconds?.toString() ?? '',
});

/** The rule that is sent. */
export function ruleOf({ id, origins, methods, headers, exposed, age }: TypedRule): CorsRule {
  return {
    ...(id === undefined ? {} : { id }),
    allowed_origins: linesOf(origins),
    allowed_methods: [...methods],
    allowed_headers: linesOf(headers),
    expose_headers: linesOf(exposed),
    ...(age.trim() === '' ? {} : { max_age_seconds: Number(age) }),
  };
}

const onePattern = (text: string) => corsPattern.test(text);

/** What is wrong with a rule. */
export function wrongParts(typed: TypedRule): WrongPart[] {
  const { allowed_origins, allowed_methods, allowed_headers } = ruleOf(typed);
  const wrong: WrongPart[] = [];
  if (allowed_origins.length === 0 || !allowed_origins.every(onePattern)) wrong.push('Origins');
  if (allowed_methods.length === 0) wrong.push('Methods');
  if (!allowed_headers.every(onePattern)) wrong.push('Headers');
  if (!/^\s*\d{0,9}\s*$/.test(typed.age)) wrong.push('Age');
  return wrong;
}

/** The rule by which pages of this console put parts at the store, and read their ETags. */
export const consoleRule = (origin: string): CorsRule => ({
  allowed_origins: [origin],
  allowed_methods: ['PUT', 'GET', 'HEAD'],
  allowed_headers: ['*'],
  expose_headers: ['ETag'],
  max_age_seconds: 3600,
});

/** Whether a rule is about this origin by name and lets it upload. */
export const letsUpload = (rule: CorsRule, origin: string): boolean =>
  (rule.allowed_origins.includes(origin) || rule.allowed_origins.includes('*')) &&
  rule.allowed_methods.includes('PUT') &&
  rule.expose_headers.some((name) => name === '*' || name.toLowerCase() === 'etag');
