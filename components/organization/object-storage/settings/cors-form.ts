/** CORS rules as a form holds them: each list as lines of text. */
import { isCorsAge, isCorsHeader, isCorsPattern } from '@/lib/storage/cors-limits';
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
export type WrongPart = 'Origins' | 'Methods' | 'Headers' | 'Exposed' | 'Age';

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

/** `1e3` and `0x10` are no seconds that somebody means. */
const secondsOf = (text: string) => (/^\s*\d+\s*$/.test(text) ? Number(text) : NaN);

/** The rule that is sent. */
export function ruleOf({ id, origins, methods, headers, exposed, age }: TypedRule): CorsRule {
  return {
    ...(id === undefined ? {} : { id }),
    allowed_origins: linesOf(origins),
    allowed_methods: [...methods],
    allowed_headers: linesOf(headers),
    expose_headers: linesOf(exposed),
    ...(age.trim() === '' ? {} : { max_age_seconds: secondsOf(age) }),
  };
}

/** What is wrong with a rule. */
export function wrongParts(typed: TypedRule): WrongPart[] {
  const rule = ruleOf(typed);
  const { allowed_origins: origins, max_age_seconds: age } = rule;
  const wrong: WrongPart[] = [];
  if (origins.length === 0 || !origins.every(isCorsPattern)) wrong.push('Origins');
  if (rule.allowed_methods.length === 0) wrong.push('Methods');
  if (!rule.allowed_headers.every(isCorsPattern)) wrong.push('Headers');
  if (!rule.expose_headers.every(isCorsHeader)) wrong.push('Exposed');
  if (age !== undefined && !isCorsAge(age)) wrong.push('Age');
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
