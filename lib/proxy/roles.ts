/**
 * What a person is in each Awanio organization, learnt from A04 and kept for half a minute a token. The
 * backend decides in the end; this spares calls that will be refused and keeps balances from members.
 */
import { callRaw, credentialHash, type CallOptions, type Credentials } from '@/lib/backend';
import { Lru } from '@/lib/backend/lru';
import { operation, refs, type Ref } from '@/lib/contract';
import { roleCan, roleOfLevel, type Role } from '@/lib/contract/permissions';
import { shape } from '@/lib/contract/schemas';
import { balanceFields, stripBalances } from '@/lib/contract/visibility';
import { fieldNames } from '@/lib/contract/walk';
import { perProcess } from '@/lib/log/per-process';
import { problem, ProblemError } from '@/lib/problem';
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

/** Takes note of an answer of A04. */
function learn(hash: string, result: unknown): Roles {
  const roles = rolesIn(result);
  kept().set(hash, { roles, until: performance.now() + keptFor });
  return roles;
}

function known(hash: string): Roles | null {
  const held = kept().get(hash);
  return held && held.until > performance.now() ? held.roles : null;
}

/** After a change that may have changed a level. */
export function forgetRoles(ref: Ref, credentials: Credentials): void {
  if (operation(ref).affects.includes(account)) kept().delete(credentialHash(credentials));
}

function organizationOf(ref: Ref, params: Dict, body: Dict | undefined): string | null {
  const { scope } = operation(ref);
  if (scope.in === 'none') return null;
  const names =
    scope.of === 'organization' || (scope.of === 'group' && params.group_type === 'organizations');
  if (!names) return null;
  const uuid = scope.in === 'path' ? params[scope.param] : body?.[scope.field];
  return typeof uuid === 'string' ? uuid : null;
}

/**
 * Refuses what an organization's level, where it is known already, does not allow. Projects and the
 * provider's own operations are left to the backend: an organization's admin may do more in a project
 * than the project's level says.
 * @throws ProblemError `no_access` 403
 */
export function refuseByRole(
  ref: Ref,
  credentials: Credentials,
  params: Dict,
  body: Dict | undefined,
): void {
  const { permission } = operation(ref);
  if (credentials.backend !== 'awanio' || permission === 'provider.admin') return;
  const uuid = organizationOf(ref, params, body);
  const role = uuid === null ? undefined : known(credentialHash(credentials))?.get(uuid);
  if (role !== undefined && !roleCan(role, permission)) {
    throw problem('no_access', 403, 'Your level in this organization does not allow that.', {
      ref,
    });
  }
}

/** References whose results hold organizations with their balances. */
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

/** Walks a result; organizations whose bills may not be read lose what tells of money. */
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
  const held = known(hash);
  if (held) return held;
  try {
    return learn(hash, await callRaw(account, {}, credentials, options));
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

/**
 * The result as this person may see it. Where the level can't be learnt, what the organization itself
 * says of the person's membership counts, and without that they see least.
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
