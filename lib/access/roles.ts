/**
 * A person's role in each Awanio organization, learnt from A04 and kept for half a minute for each token. The backend
 * makes the final decision. This module keeps operations for admins and finance, and balances, from everybody else,
 * both in the proxy and in the reads of server components.
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
import { roleCan, roleOfLevel, type Role } from '@/lib/contract/permissions';
import { shape } from '@/lib/contract/schemas';
import { balanceFields, stripBalances } from '@/lib/contract/visibility';
import { fieldNames } from '@/lib/contract/walk';
import { perProcess } from '@/lib/log/per-process';
import { problem, ProblemError, type ProblemCode } from '@/lib/problem';
import { settings } from '@/lib/settings';

const keptFor = 30_000;
const mostTokens = 5000;
const account: Ref = 'A04';

/** Role by organization uuid. */
export type Roles = ReadonlyMap<string, Role>;
interface Kept {
  roles: Roles;
  until: number;
}

const kept = () => perProcess('proxy.roles', () => new Lru<Kept>(mostTokens));

type Dict = Record<string, unknown>;
const isDict = (value: unknown): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function roleOf(level: unknown): Role {
  return roleOfLevel(
    typeof level === 'number' ? level : null,
    settings().NUSA_FINANCE_LEVEL ?? null,
  );
}

function rolesIn(result: unknown): Roles {
  const roles = new Map<string, Role>();
  const rows =
    isDict(result) && Array.isArray(result.organizations)
      ? (result.organizations as unknown[])
      : [];
  for (const row of rows) {
    if (!isDict(row) || !isDict(row.organization) || typeof row.organization.uuid !== 'string')
      continue;
    roles.set(row.organization.uuid, roleOf(row.user_level));
  }
  return roles;
}

/** Learns the roles from an answer of A04. */
function learn(hash: string, result: unknown): Roles {
  const roles = rolesIn(result);
  kept().set(hash, { roles, until: performance.now() + keptFor });
  return roles;
}

function known(hash: string): Roles | null {
  const held = kept().get(hash);
  return held && held.until > performance.now() ? held.roles : null;
}

/** Forgets the roles after a change that may have changed a level. */
export function forgetRoles(ref: Ref, credentials: Credentials): void {
  if (operation(ref).affects.includes(account)) kept().delete(credentialHash(credentials));
}

function organizationOf(ref: Ref, params: Dict, body: unknown): string | null {
  const { scope } = operation(ref);
  if (scope.in === 'none') return null;
  const names =
    scope.of === 'organization' || (scope.of === 'group' && params.group_type === 'organizations');
  if (!names) return null;
  const fields = isDict(body) ? body : {};
  const uuid = scope.in === 'path' ? params[scope.param] : fields[scope.field];
  return typeof uuid === 'string' || typeof uuid === 'number' ? String(uuid) : null;
}

function inProject(ref: Ref, params: Dict): boolean {
  const { scope } = operation(ref);
  if (scope.in !== 'path') return false;
  return scope.of === 'project' || (scope.of === 'group' && params.group_type === 'projects');
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
    return learn(hash, await callRaw(account, {}, credentials, options));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (neverTold.includes(error.problem.code))
      throw refused(ref, 'Your level in this organization can not be learnt.');
    throw new ProblemError({ ...error.problem, ref });
  }
}

/**
 * Refuses operations that this person may not call.
 * - An operation that members may call is allowed at once, unless the level is known and forbids it.
 * - An operation that members may not call (for admins or billing) waits until the levels are known. It is refused if
 * they can't be read, if the person isn't in the organization, or if the level forbids it. An operation that names no
 * organization (an invoice, payment methods) needs one in which the person has the right.
 * - In a project the backend decides: A04 doesn't name a project's organization, an organization's admin has more
 * rights in a project than the project's level says, and a person who is only in a project has no other level.
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
  const params = isDict(given.params) ? given.params : {};
  const uuid = organizationOf(ref, params, given.body);
  const may = (role: Role) => roleCan(role, permission);
  const tooLow = () => refused(ref, 'Your level in this organization does not allow that.');
  if (may('member')) {
    const role = uuid === null ? undefined : known(credentialHash(credentials))?.get(uuid);
    if (role !== undefined && !may(role)) throw tooLow();
    return;
  }
  if (inProject(ref, params)) return;
  const roles = await learntRoles(ref, credentials, options);
  const asked = uuid === null ? [...roles.values()] : [roles.get(uuid)];
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
  if (ref === account) return learn(hash, result);
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
    const told = typeof organization.uuid === 'string' ? roles?.get(organization.uuid) : undefined;
    const own = isDict(organization.organization_member)
      ? organization.organization_member.user_level
      : undefined;
    const role = told ?? (roles === null && own !== undefined ? roleOf(own) : undefined);
    return role !== undefined && roleCan(role, 'billing.read');
  };
  return strip(result, mayRead);
}
