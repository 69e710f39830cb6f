/**
 * The rule of “view as”: it only takes away. While an admin views the console as a member or finance user would, every
 * change is refused, reads that the role lacks are refused, other places are hidden, and answers are those of the role.
 * The backend still answers with the admin's own rights, so the rule is applied to what it says.
 */
import { callRaw, credentialHash, type CallOptions, type Credentials } from '@/lib/backend';
import type { RawInput } from '@/lib/backend/input';
import { Lru } from '@/lib/backend/lru';
import { operation, type Ref } from '@/lib/contract';
import { levelOf, roleCan } from '@/lib/contract/permissions';
import type { Result } from '@/lib/contract/types';
import { viewName, type ViewAs } from '@/lib/contract/view-as';
import { stripBalances } from '@/lib/contract/visibility';
import { perProcess } from '@/lib/log/per-process';
import { problem } from '@/lib/problem';
import { settings } from '@/lib/settings';
import { groupOf, isDict } from './levels';

type Dict = Record<string, unknown>;

const admin = levelOf('admin');

/** Views that ended because the person is no longer admin, by token and view. Sessions ask for it (`viewIsOver`). */
const over = () => perProcess('access.views-over', () => new Lru<true>(5000));
const overKey = (token: string, view: ViewAs) =>
  `${credentialHash({ backend: 'awanio', token })} ${viewName(view)}`;

/** Whether a view has ended because the person is no longer admin there. */
export const viewIsOver = (token: string, view: ViewAs): boolean =>
  over().get(overKey(token, view)) === true;

/** The view of these credentials; null if the person sees the console as they are. */
const viewOf = (credentials: Credentials): ViewAs | null =>
  ('token' in credentials && credentials.viewAs) || null;

/** What the view shows, and whether the person is admin there. */
interface Standing {
  admin: boolean;
  /** The projects that a person with this role would have. */
  projects: ReadonlySet<string>;
}

/**
 * Reads where the person stands (A04, A15). A member sees those projects of the organization in which the admin is a
 * member, too; finance sees none.
 * @throws ProblemError if it can't be read
 */
async function standingIn(
  view: ViewAs,
  credentials: Credentials,
  { requestId, signal }: CallOptions,
): Promise<Standing> {
  const how = { requestId, signal };
  const [me, projects] = (await Promise.all([
    callRaw('A04', {}, credentials, how),
    callRaw('A15', {}, credentials, how),
  ])) as [Result<'A04'>, Result<'A15'>];
  const level = me.organizations.find(({ organization }) => organization?.uuid === view.org);
  const owners = new Map(projects.data.map(({ uuid, organization }) => [uuid, organization?.uuid]));
  const own = me.projects.filter(({ project }) => project && owners.get(project.uuid) === view.org);
  const seen = own.filter(({ project }) => !view.project || project?.uuid === view.project);
  const ids = seen.flatMap(({ project }) => (project ? [project.uuid] : []));
  const inProject = view.project !== undefined && seen.some((each) => each.user_level === admin);
  return {
    admin: level?.user_level === admin || inProject,
    projects: new Set(view.role === 'finance' ? [] : ids),
  };
}

const missing = (ref: Ref) =>
  problem('not_found', 404, 'This view shows only its own organization or project.', { ref });

/**
 * Checks that the view allows a call: no change, nothing that the role lacks, nothing elsewhere, and only while the
 * person is admin there.
 * @throws ProblemError `viewing` for a change; `no_access`, `not_found`; `not_signed_in` if the view has just ended; A04's
 *   or A15's problem
 */
async function requireInView(
  ref: Ref,
  view: ViewAs,
  credentials: Credentials,
  given: Pick<RawInput, 'params' | 'body'>,
  options: CallOptions,
): Promise<Standing> {
  const { kind, permission } = operation(ref);
  if (kind !== 'read')
    throw problem('viewing', 403, 'While you view as somebody else, nothing can be changed.', {
      ref,
    });
  const group = groupOf(ref, isDict(given.params) ? given.params : {}, given.body);
  if (!roleCan(view.role, permission, group?.place))
    throw problem('no_access', 403, 'The role of this view does not allow that.', { ref });
  const standing = await standingIn(view, credentials, options);
  if (!standing.admin && 'token' in credentials) {
    over().set(overKey(credentials.token, view), true);
    throw problem('not_signed_in', 401, 'You are no longer admin there, so the view has ended.');
  }
  const shown =
    group?.place === 'project'
      ? standing.projects.has(group.uuid)
      : !group || (view.project === undefined && group.uuid === view.org);
  if (!shown) throw missing(ref);
  return standing;
}

const uuidOf = (value: unknown) => (isDict(value) ? value.uuid : undefined);

/** Puts the role's level in the place of the person's own, in a row with their membership. */
function lowered(row: unknown, view: ViewAs): unknown {
  if (!isDict(row)) return row;
  const level = levelOf(view.role, settings().NUSA_FINANCE_LEVEL);
  const changed: Dict = { ...row };
  if ('user_level' in row) changed.user_level = level;
  for (const name of ['organization_member', 'project_member'])
    if (isDict(row[name])) changed[name] = { ...row[name], user_level: level };
  return changed;
}

/**
 * An answer as the role of the view would get it.
 * @throws ProblemError `not_found` for a thing of another organization
 */
function asSeen(ref: Ref, result: unknown, view: ViewAs, { projects }: Standing): unknown {
  const shown = roleCan(view.role, 'billing.read') ? result : stripBalances(result);
  if (!isDict(shown)) return shown;
  const isOwn = (uuid: unknown) => view.project === undefined && uuid === view.org;
  const isProject = (uuid: unknown) => typeof uuid === 'string' && projects.has(uuid);
  const rows = (value: unknown, keep: (row: unknown) => boolean) =>
    Array.isArray(value) ? value.filter(keep).map((row) => lowered(row, view)) : value;
  const named = (name: string) => (row: unknown) => (isDict(row) ? uuidOf(row[name]) : undefined);
  switch (ref) {
    case 'A04':
      return {
        ...shown,
        organizations: rows(shown.organizations, (row) => isOwn(named('organization')(row))),
        projects: rows(shown.projects, (row) => isProject(named('project')(row))),
        primary_organization: isOwn(uuidOf(shown.primary_organization))
          ? shown.primary_organization
          : null,
      };
    case 'A06':
      return { ...shown, data: rows(shown.data, (row) => isOwn(uuidOf(row))) };
    case 'A15':
      return { ...shown, data: rows(shown.data, (row) => isProject(uuidOf(row))) };
    case 'A07':
    case 'A16':
      return lowered(shown, view);
    default:
      // Invoices are named without their organization.
      if (operation(ref).scope.in === 'none' && isDict(shown.organization)) {
        if (!isOwn(shown.organization.uuid)) throw missing(ref);
      }
      return shown;
  }
}

/**
 * Makes a call as the view of the credentials allows it, if they have one: it is checked before, and its answer cut down
 * after.
 * @param call makes it with the person's own rights
 * @throws ProblemError as `requireInView`, `asSeen` and `call` do
 */
export async function inView(
  ref: Ref,
  credentials: Credentials,
  given: Pick<RawInput, 'params' | 'body'>,
  options: CallOptions,
  call: () => Promise<unknown>,
): Promise<unknown> {
  const view = viewOf(credentials);
  if (!view) return call();
  const standing = await requireInView(ref, view, credentials, given, options);
  return asSeen(ref, await call(), view, standing);
}

/**
 * Checks that a person may begin a view.
 * @throws ProblemError `bad_input` for a role that doesn't exist there; `no_access` for whoever isn't admin
 */
export async function requireMayView(
  view: ViewAs,
  credentials: Credentials,
  options: CallOptions,
): Promise<void> {
  const exists =
    view.role === 'member' ||
    (settings().NUSA_FINANCE_LEVEL !== undefined && view.project === undefined);
  if (!exists)
    throw problem('bad_input', 422, 'There is no such role there.', {
      fields: { role: ['invalid'] },
    });
  const standing = await standingIn(view, credentials, options);
  if (!standing.admin || (view.project !== undefined && standing.projects.size === 0))
    throw problem('no_access', 403, 'Only an admin can view as somebody else.');
  if ('token' in credentials && viewIsOver(credentials.token, view))
    over().delete(overKey(credentials.token, view));
}
