/**
 * A person's roles in Awanio's organizations and projects, learnt from A04 and kept for half a minute for each token.
 * The backend makes the final decision. This module keeps operations for admins and finance, and balances, from
 * everybody else, both in the proxy and in the reads of server components.
 */
import {
  callRaw,
  credentialHash,
  type CallOptions,
  type Credentials,
  type RawInput,
} from '@/lib/backend';
import { Lru } from '@/lib/backend/lru';
import { operation, refs, type Ref } from '@/lib/contract';
import { roleCan, type Place, type Role } from '@/lib/contract/permissions';
import { shape } from '@/lib/contract/schemas';
import { balanceFields, stripBalances } from '@/lib/contract/visibility';
import { fieldNames } from '@/lib/contract/walk';
import { perProcess } from '@/lib/log/per-process';
import { problem, ProblemError, type ProblemCode } from '@/lib/problem';
import { settings } from '@/lib/settings';
import {
  groupOf,
  homesIn,
  isDict,
  mayInProject,
  roleOf,
  rolesIn,
  type NamedGroup,
  type Roles,
} from './levels';

const keptFor = 30_000;
const mostTokens = 5000;
const account: Ref = 'A04';
const ownProjects: Ref = 'A15';

interface Kept {
  /** Null after something that speaks against what was known: then A04 is read past every cache. */
  roles: Roles | null;
  until: number;
}

const kept = () => perProcess('proxy.roles', () => new Lru<Kept>(mostTokens));
/** The organization of each project of a token. A project never moves, so this is kept for good. */
const homes = () =>
  perProcess('proxy.homes', () => new Lru<ReadonlyMap<string, string>>(mostTokens));

type Dict = Record<string, unknown>;

/** Keeps the roles from an answer of A04. */
function learn(hash: string, result: unknown): Roles {
  const roles = rolesIn(result);
  kept().set(hash, { roles, until: performance.now() + keptFor });
  return roles;
}

function known(hash: string): Roles | null {
  const held = kept().get(hash);
  return held && held.until > performance.now() ? held.roles : null;
}

const isDoubted = (hash: string) => kept().get(hash)?.roles === null;

/** The problems of a person who was just removed or lowered. */
const speaksAgainst: readonly ProblemCode[] = ['no_access', 'not_found'];

/**
 * Forgets the roles after a call that may have changed a level, or whose answer says that the person has less than was
 * believed.
 * @param error what the call threw; undefined after a success
 */
export function forgetRoles(ref: Ref, credentials: Credentials, error?: unknown): void {
  if (!('token' in credentials)) return;
  const { kind, affects, scope } = operation(ref);
  const changed = kind !== 'read' && affects.includes(account);
  const refused =
    scope.in !== 'none' &&
    error instanceof ProblemError &&
    speaksAgainst.includes(error.problem.code);
  if (changed || refused)
    kept().set(credentialHash(credentials), { roles: null, until: performance.now() + keptFor });
}

const refused = (ref: Ref, message: string) => problem('no_access', 403, message, { ref });

/** Problems after which A04 will never give roles: then nobody is known to be more than a member. */
const neverTold: readonly ProblemCode[] = ['not_offered', 'not_found', 'no_access'];

/** The person's roles, from memory or A04. @throws ProblemError if they can't be read */
async function learntRoles(
  ref: Ref,
  credentials: Credentials,
  options: CallOptions,
): Promise<Roles> {
  const hash = credentialHash(credentials);
  const held = known(hash);
  if (held) return held;
  try {
    const fresh = isDoubted(hash) || options.fresh;
    return learn(hash, await callRaw(account, {}, credentials, { ...options, fresh }));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (neverTold.includes(error.problem.code))
      throw refused(ref, 'Your level in this organization can not be learnt.');
    throw new ProblemError({ ...error.problem, ref });
  }
}

/** The organization of a project, from memory or A15; undefined if A15 doesn't name it or can't be read. */
async function homeOf(
  project: string,
  credentials: Credentials,
  options: CallOptions,
): Promise<string | undefined> {
  const hash = credentialHash(credentials);
  const held = homes().get(hash)?.get(project);
  if (held !== undefined) return held;
  try {
    const found = homesIn(await callRaw(ownProjects, {}, credentials, options));
    homes().set(hash, found);
    return found.get(project);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

interface Question {
  ref: Ref;
  credentials: Credentials;
  options: CallOptions;
  /** Whether a role includes the operation's permission in the place that the call names. */
  may: (role: Role) => boolean;
}

/** Whether a known role forbids an operation that members may call. It makes no call, and a missing role forbids nothing. */
function isForbidden({ credentials, may }: Question, group: NamedGroup): boolean {
  const hash = credentialHash(credentials);
  const roles = known(hash);
  if (roles === null) return false;
  if (group.place === 'organization') {
    const role = roles.organizations.get(group.uuid);
    return role !== undefined && !may(role);
  }
  const home = homes().get(hash)?.get(group.uuid);
  return roles.projects.has(group.uuid) && mayInProject(roles, group.uuid, home, may) === false;
}

/** Refuses an operation for admins of a project to a person who is known to be none. @throws ProblemError 403 */
async function requireInProject(
  { ref, credentials, options, may }: Question,
  uuid: string,
): Promise<void> {
  let roles: Roles;
  try {
    roles = await learntRoles(ref, credentials, options);
  } catch (error) {
    if (error instanceof ProblemError) return;
    throw error;
  }
  const home = homes().get(credentialHash(credentials))?.get(uuid);
  let answer = mayInProject(roles, uuid, home, may);
  if (answer === null && home === undefined)
    answer = mayInProject(roles, uuid, await homeOf(uuid, credentials, options), may);
  if (answer === false) throw refused(ref, 'Your level in this project does not allow that.');
}

/**
 * Refuses operations that this person may not call.
 * - An operation that members may call is allowed at once, unless the level is known and forbids it.
 * - An operation that members may not call (for admins or billing) waits until the levels are known. It is refused if
 * they can't be read, if the person isn't in the organization, or if the level forbids it. An operation that names no
 * organization (an invoice, payment methods) needs one in which the person has the right.
 * - In a project the own level there counts, and an organization's admin is an admin in its projects (A15 tells which
 * they are). Where A04 and A15 don't tell enough, the backend decides.
 * - The provider's own operations need a session that was signed in by AX7, while the setting allows it.
 * @param given params and body as the caller gave them
 * @throws ProblemError `no_access` 403; A04's problem, if it may be temporary
 */
export async function requirePermission(
  ref: Ref,
  credentials: Credentials,
  given: Pick<RawInput, 'params' | 'body'>,
  options: CallOptions,
): Promise<void> {
  const { permission } = operation(ref);
  if (!('token' in credentials)) return;
  if (permission === 'provider.admin') {
    if (credentials.provider && settings().NUSA_PROVIDER_ADMIN) return;
    throw refused(ref, 'Only the provider’s administrators may do that.');
  }
  const group = groupOf(ref, isDict(given.params) ? given.params : {}, given.body);
  const place: Place = group?.place ?? 'organization';
  const may = (role: Role) => roleCan(role, permission, place);
  const question = { ref, credentials, options, may };
  const tooLow = () => refused(ref, `Your level in this ${place} does not allow that.`);
  if (may('member')) {
    if (group && isForbidden(question, group)) throw tooLow();
    return;
  }
  if (group?.place === 'project') return requireInProject(question, group.uuid);
  const { organizations } = await learntRoles(ref, credentials, options);
  const asked = group ? [organizations.get(group.uuid)] : [...organizations.values()];
  if (!asked.some((role) => role !== undefined && may(role))) throw tooLow();
}

/** Operations whose results hold organizations with their balances. */
function embedding(): ReadonlySet<Ref> {
  return perProcess('proxy.embedding', () => {
    const marks = balanceFields.slice(0, 3);
    const holds = (ref: Ref) => {
      const { wire } = shape(ref);
      if (operation(ref).backend !== 'awanio' || !wire) return false;
      const names = fieldNames(wire);
      return marks.some((name) => names.has(name));
    };
    return new Set(refs.filter(holds));
  });
}

/** Walks a result and removes money from organizations whose bills the person may not read. */
function strip(value: unknown, mayRead: (organization: Dict) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(item, mayRead));
  if (!isDict(value)) return value;
  if (balanceFields.slice(0, 3).some((name) => name in value) && !mayRead(value))
    return stripBalances(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, strip(item, mayRead)]),
  );
}

async function rolesFor(
  ref: Ref,
  credentials: Credentials,
  result: unknown,
  options: CallOptions,
): Promise<Roles | null> {
  const hash = credentialHash(credentials);
  if (ref === ownProjects) homes().set(hash, homesIn(result));
  // An answer to the page may be older than the doubt about it.
  if (ref === account) return isDoubted(hash) ? rolesIn(result) : learn(hash, result);
  try {
    return await learntRoles(ref, credentials, options);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

/**
 * The result as this person may see it. If the level can't be learnt, the membership in the organization itself counts;
 * without that, the person sees the least.
 */
export async function withoutOthersBalances(
  ref: Ref,
  credentials: Credentials,
  result: unknown,
  options: CallOptions,
): Promise<unknown> {
  if (credentials.backend !== 'awanio' || !embedding().has(ref)) return result;
  const roles = await rolesFor(ref, credentials, result, options);
  const mayRead = (organization: Dict) => {
    const told =
      typeof organization.uuid === 'string'
        ? roles?.organizations.get(organization.uuid)
        : undefined;
    const own = isDict(organization.organization_member)
      ? organization.organization_member.user_level
      : undefined;
    const role = told ?? (roles === null && own !== undefined ? roleOf(own) : undefined);
    return role !== undefined && roleCan(role, 'billing.read');
  };
  return strip(result, mayRead);
}
