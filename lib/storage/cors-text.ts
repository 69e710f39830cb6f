/** The CORS rules of a bucket as the JSON that AWS shows and takes, and what is wrong with it. Browser-safe. */
import {
  isCorsAge,
  isCorsHeader,
  isCorsMethod,
  isCorsPattern,
  longestCorsId,
  mostCorsRules,
} from './cors-limits';
import { JsonFault, placeOf, readPlaced, type Place, type Placed } from './json-places';
import type { CorsRule } from './shapes';

/** What is wrong with the rules, by what a page says of it. */
export type CorsFaultCode =
  | 'syntax'
  | 'list'
  | 'rule'
  | 'unknown'
  | 'origins'
  | 'methods'
  | 'method'
  | 'texts'
  | 'star'
  | 'age'
  | 'id'
  | 'many';

/** What is wrong, and where. */
export interface CorsFault extends Place {
  code: CorsFaultCode;
}

class Fault extends Error {
  constructor(
    readonly code: CorsFaultCode,
    readonly at: number,
  ) {
    super(code);
  }
}

const names = [
  'ID',
  'AllowedOrigins',
  'AllowedMethods',
  'AllowedHeaders',
  'ExposeHeaders',
  'MaxAgeSeconds',
];

/** The texts of a list, each checked; an empty list where there is none. */
function textsOf(given: Placed | undefined, check: (text: string) => CorsFaultCode | null) {
  if (given === undefined) return [];
  if (!Array.isArray(given.value)) throw new Fault('texts', given.at);
  return given.value.map(({ at, value }) => {
    if (typeof value !== 'string') throw new Fault('texts', at);
    const wrong = check(value);
    if (wrong) throw new Fault(wrong, at);
    return value;
  });
}

const oneStar = (text: string) => (isCorsPattern(text) ? null : 'star');
const oneHeader = (text: string) => (isCorsHeader(text) ? null : 'star');
const oneMethod = (text: string) => (isCorsMethod(text) ? null : 'method');

function ruleOf({ at, value }: Placed): CorsRule {
  if (!(value instanceof Map)) throw new Fault('rule', at);
  for (const [name, { at: where }] of value)
    if (!names.includes(name)) throw new Fault('unknown', where);
  const [id, age] = [value.get('ID'), value.get('MaxAgeSeconds')];
  if (id && (typeof id.value !== 'string' || id.value.length > longestCorsId))
    throw new Fault('id', id.at);
  const origins = value.get('AllowedOrigins');
  const methods = value.get('AllowedMethods');
  const rule: CorsRule = {
    ...(id ? { id: id.value as string } : {}),
    allowed_origins: textsOf(origins, oneStar),
    allowed_methods: textsOf(methods, oneMethod),
    allowed_headers: textsOf(value.get('AllowedHeaders'), oneStar),
    expose_headers: textsOf(value.get('ExposeHeaders'), oneHeader),
  };
  if (rule.allowed_origins.length === 0) throw new Fault('origins', origins?.at ?? at);
  if (rule.allowed_methods.length === 0) throw new Fault('methods', methods?.at ?? at);
  if (age === undefined) return rule;
  if (!isCorsAge(age.value)) throw new Fault('age', age.at);
  return { ...rule, max_age_seconds: age.value };
}

/** Reads the rules of a text; an empty one has none. @returns the fault where the store would refuse it */
export function readCorsText(text: string): { rules: CorsRule[] } | { fault: CorsFault } {
  if (text.trim() === '') return { rules: [] };
  try {
    const root = readPlaced(text);
    // `aws s3api get-bucket-cors` puts the list into an object.
    const list =
      root.value instanceof Map && root.value.size === 1 ? root.value.get('CORSRules') : root;
    if (!Array.isArray(list?.value)) throw new Fault('list', list?.at ?? root.at);
    const beyond = list.value[mostCorsRules];
    if (beyond) throw new Fault('many', beyond.at);
    return { rules: list.value.map(ruleOf) };
  } catch (error) {
    if (error instanceof JsonFault)
      return { fault: { code: 'syntax', ...placeOf(text, error.at) } };
    if (error instanceof Fault) return { fault: { code: error.code, ...placeOf(text, error.at) } };
    throw error;
  }
}

/** Rules as S3 names their parts: for its calls, and for the text that people know from its tools. */
export const s3CorsRules = (rules: readonly CorsRule[]) =>
  rules.map((rule) => ({
    ID: rule.id,
    AllowedOrigins: rule.allowed_origins,
    AllowedMethods: rule.allowed_methods,
    AllowedHeaders: rule.allowed_headers,
    ExposeHeaders: rule.expose_headers,
    MaxAgeSeconds: rule.max_age_seconds,
  }));

/** The text of rules, laid out for reading; empty without rules. */
export function corsText(rules: readonly CorsRule[]): string {
  if (rules.length === 0) return '';
  return JSON.stringify(s3CorsRules(rules), null, 2);
}
