/** The text of a bucket's policy: what is wrong with it, and what it gives to anyone. Browser-safe. */
import { JsonFault, placeOf, readPlaced, type Place, type Placed } from './json-places';
import type { Anyone, PublicRights } from './shapes';

/** What is wrong with a policy, by what a page says of it. */
export type PolicyFaultCode =
  'syntax' | 'object' | 'statement' | 'effect' | 'principal' | 'action' | 'resource' | 'texts';

/** What is wrong, and where. */
export interface PolicyFault extends Place {
  code: PolicyFaultCode;
}

interface Statement {
  allows: boolean;
  anyone: Anyone;
  actions: string[] | null;
  resources: string[] | null;
  conditional: boolean;
}

class Fault extends Error {
  constructor(
    readonly code: PolicyFaultCode,
    readonly at: number,
  ) {
    super(code);
  }
}

/** The texts of a value that is one or a list of them. */
function textsOf({ at, value }: Placed): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value) || value.length === 0) throw new Fault('texts', at);
  return value.map((one) => {
    if (typeof one.value !== 'string') throw new Fault('texts', one.at);
    return one.value;
  });
}

/** Exactly one of a name and its `Not…`. */
function oneOf(of: Placed & { value: Map<string, Placed> }, name: string, code: PolicyFaultCode) {
  const [plain, not] = [of.value.get(name), of.value.get(`Not${name}`)];
  if ((plain === undefined) === (not === undefined)) throw new Fault(code, not?.at ?? of.at);
  return { plain, not };
}

function anyoneOf({ at, value }: Placed): Anyone {
  if (value === '*') return 'yes';
  if (!(value instanceof Map)) throw new Fault('principal', at);
  const given = [...value].map(([kind, named]) => ({ kind, texts: textsOf(named) }));
  return given.some(({ kind, texts }) => kind === 'AWS' && texts.includes('*')) ? 'yes' : 'no';
}

function statementOf(placed: Placed): Statement {
  const { at, value } = placed;
  if (!(value instanceof Map)) throw new Fault('statement', at);
  const of = { at, value };
  const effect = value.get('Effect');
  if (effect?.value !== 'Allow' && effect?.value !== 'Deny')
    throw new Fault('effect', effect?.at ?? at);
  const principal = oneOf(of, 'Principal', 'principal');
  const action = oneOf(of, 'Action', 'action');
  const resource = oneOf(of, 'Resource', 'resource');
  for (const { not } of [action, resource]) if (not) textsOf(not);
  const condition = value.get('Condition')?.value;
  return {
    allows: effect.value === 'Allow',
    anyone: principal.plain ? anyoneOf(principal.plain) : 'some',
    actions: action.plain ? textsOf(action.plain) : null,
    resources: resource.plain ? textsOf(resource.plain) : null,
    conditional: condition !== undefined && !(condition instanceof Map && condition.size === 0),
  };
}

function statementsOf(text: string): Statement[] {
  const root = readPlaced(text);
  if (!(root.value instanceof Map)) throw new Fault('object', root.at);
  const given = root.value.get('Statement');
  if (!given) throw new Fault('statement', root.at);
  const all = Array.isArray(given.value) ? given.value : [given];
  if (all.length === 0) throw new Fault('statement', given.at);
  return all.map(statementOf);
}

/** What is wrong with a policy; null where nothing is that a page can tell. The store checks the rest. */
export function policyFault(text: string): PolicyFault | null {
  try {
    statementsOf(text);
    return null;
  } catch (error) {
    if (error instanceof JsonFault) return { code: 'syntax', ...placeOf(text, error.at) };
    if (error instanceof Fault) return { code: error.code, ...placeOf(text, error.at) };
    throw error;
  }
}

/** Whether a text fits a pattern with `*` and `?`, in a time that grows with their lengths alone. */
export function fitsPattern(pattern: string, text: string): boolean {
  let [at, place, star, resume] = [0, 0, -1, 0];
  while (place < text.length) {
    if (pattern[at] === '*') {
      star = at;
      at += 1;
      resume = place;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[place])) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      place = resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** How much of a bucket's objects a pattern is about. */
function ofObjects(pattern: string, base: string): Anyone {
  const open = pattern.replace(/\*+$/, '');
  // `X*` is about all objects where X fits a beginning of what all their names begin with.
  const all =
    open !== pattern &&
    Array.from({ length: base.length + 1 }, (_, end) => base.slice(0, end)).some((start) =>
      fitsPattern(open, start),
    );
  if (all) return 'yes';
  const plain = pattern.split(/[*?]/, 1)[0] ?? '';
  return plain.startsWith(base) || (plain !== pattern && base.startsWith(plain)) ? 'some' : 'no';
}

const rank = { no: 0, some: 1, yes: 2 } as const;
const most = (all: readonly Anyone[]): Anyone =>
  all.reduce<Anyone>((best, one) => (rank[one] > rank[best] ? one : best), 'no');
const least = (all: readonly Anyone[]): Anyone =>
  all.reduce<Anyone>((worst, one) => (rank[one] < rank[worst] ? one : worst), 'yes');

/** How far a statement is about anyone who does this. */
function about(of: Statement, action: string, bucket: string): Anyone {
  const arn = `arn:aws:s3:::${bucket}`;
  const does = of.actions
    ? of.actions.some((one) => fitsPattern(one.toLowerCase(), action))
      ? 'yes'
      : 'no'
    : 'some';
  const inBucket = (pattern: string): Anyone =>
    action === 's3:listbucket'
      ? fitsPattern(pattern, arn)
        ? 'yes'
        : 'no'
      : ofObjects(pattern, `${arn}/`);
  const where = of.resources ? most(of.resources.map(inBucket)) : 'some';
  return least([of.anyone, does, where, of.conditional ? 'some' : 'yes']);
}

function given(statements: readonly Statement[], action: string, bucket: string): Anyone {
  const those = (allows: boolean) =>
    most(
      statements.filter((one) => one.allows === allows).map((one) => about(one, action, bucket)),
    );
  const [allowed, denied] = [those(true), those(false)];
  if (denied === 'yes') return 'no';
  return denied === 'some' && allowed === 'yes' ? 'some' : allowed;
}

/** What a policy gives to anyone. Of a text that can't be read nothing is known: `some`. */
export function publicRights(text: string | null, bucket: string): PublicRights {
  if (text === null) return { read: 'no', list: 'no', write: 'no', delete: 'no' };
  if (policyFault(text)) return { read: 'some', list: 'some', write: 'some', delete: 'some' };
  const statements = statementsOf(text);
  return {
    read: given(statements, 's3:getobject', bucket),
    list: given(statements, 's3:listbucket', bucket),
    write: given(statements, 's3:putobject', bucket),
    delete: given(statements, 's3:deleteobject', bucket),
  };
}

/** What a person can choose without writing a policy. `private` has none. */
export type PolicyPreset = 'private' | 'read' | 'list' | 'all';

const objectActions = {
  read: ['s3:GetObject'],
  list: ['s3:GetObject'],
  all: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
};

/** The policy of a preset, laid out for reading; null for `private`. */
export function presetPolicy(preset: PolicyPreset, bucket: string): string | null {
  if (preset === 'private') return null;
  const arn = `arn:aws:s3:::${bucket}`;
  const allow = (Action: string[], Resource: string[]) => ({
    Effect: 'Allow',
    Principal: { AWS: ['*'] },
    Action,
    Resource,
  });
  const Statement = [allow(objectActions[preset], [`${arn}/*`])];
  if (preset !== 'read') Statement.push(allow(['s3:ListBucket'], [arn]));
  return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}
