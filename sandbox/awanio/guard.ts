/**
 * Checks the caller's rights before an operation runs, by the contract's table: membership in the organization or
 * project that the call names, the level there, and whether the organization is suspended. Operations that the sandbox
 * does not implement are checked, too, so that they tell strangers nothing either.
 */
import { operation } from '@/lib/contract/index';
import type { Ref } from '@/lib/contract/index';
import { roleCan, roleOfLevel } from '@/lib/contract/permissions';
import { Refusal } from '../refusal';
import type { AwanioContext } from '../registry';
import type { GroupType, Organization } from './groups';
import { financeLevel, levelTooLow, membershipsOf, requireGroup } from './groups';

type Fields = Record<string, unknown>;

const fieldsOf = (body: unknown): Fields =>
  typeof body === 'object' && body !== null ? (body as Fields) : {};

/** The organization or project that a call names; null if its operation names none, or the field is missing. */
function groupOf(
  ref: Ref,
  params: Fields,
  body: unknown,
): { type: GroupType; uuid: string } | null {
  const { scope } = operation(ref);
  if (scope.in === 'none' || scope.of === 'user' || scope.of === 'instance') return null;
  const uuid = scope.in === 'path' ? params[scope.param] : fieldsOf(body)[scope.field];
  if (typeof uuid !== 'string') return null;
  const inProject =
    scope.of === 'project' || (scope.of === 'group' && params.group_type === 'projects');
  return { type: inProject ? 'projects' : 'organizations', uuid };
}

/**
 * Some bodies repeat the organization of the path. Another one that the caller is not in must not be told from one that
 * does not exist. @throws Refusal 404
 */
function requireNamedInBody(context: AwanioContext, body: unknown, own: Organization): void {
  const { organization_uuid: uuid } = fieldsOf(body);
  if (typeof uuid === 'string' && uuid !== own.uuid) requireGroup(context, 'organizations', uuid);
}

/** Keeps a suspended organization as it is: it can be read and paid for, and people may set what is only their own. */
function requireNotSuspended(ref: Ref, { suspended }: Organization): void {
  const { kind, permission } = operation(ref);
  const changes = permission === 'group.write' || permission === 'group.admin';
  if (suspended === 1 && kind !== 'read' && changes)
    throw new Refusal(403, 'ORGANIZATION IS SUSPENDED', { number: 3 });
}

/**
 * Checks that the caller may call this operation with this input, which nothing has checked yet.
 * @throws Refusal 404 if the caller is no member (so that they don't learn what exists), 403 if their level is too low
 * or the organization is suspended
 */
export function requireRights(
  ref: Ref,
  context: AwanioContext,
  params: Fields,
  body: unknown,
): void {
  const { permission } = operation(ref);
  if (permission === 'provider.admin') return; // http.ts has checked it
  const named = groupOf(ref, params, body);
  if (named) {
    const { organization } = requireGroup(context, named.type, named.uuid, permission);
    requireNamedInBody(context, body, organization);
    requireNotSuspended(ref, organization);
    return;
  }
  // An operation that names nothing (an invoice, a top-up) needs the right in one of the person's organizations.
  const somewhere = membershipsOf(context.store, 'organizations', context.user.uuid).some(
    ({ level }) => roleCan(roleOfLevel(level, financeLevel), permission),
  );
  if (permission !== 'signed-in' && !somewhere) throw levelTooLow();
}
