/** The members of organizations and projects: A10–A13 and A20–A23. */
import type { Store } from '../db';
import { Refusal, invalidOperation } from '../refusal';
import { implement } from '../registry';
import type { AwanioContext } from '../registry';
import type { GroupType, Organization } from './groups';
import {
  addMember,
  findOrganization,
  findProject,
  membersOf,
  membership,
  membershipsOf,
  requireGroup,
} from './groups';
import { findUser, requireUser } from './users';
import {
  iso,
  leakyUserWire,
  organizationWire,
  projectMemberWire,
  projectNameWire,
  userWire,
} from './wire';

/** The level that A11 and A20 give, which take none. */
const defaultLevel = 1;

/** @throws Refusal 404 if the person isn't in the group */
function requireMember(store: Store, type: GroupType, group: string, user: string) {
  const member = membership(store, type, group, user);
  if (!member) throw new Refusal(404, 'MEMBER NOT FOUND');
  return member;
}

/**
 * Keeps an organization from losing its last admin who can sign in. @throws Refusal 409 if nobody else is one
 * @param user the person who would no longer be an admin
 */
function requireAnotherAdmin(store: Store, organization: string, user: string): void {
  const own = membership(store, 'organizations', organization, user);
  if (own?.level !== 1) return;
  const others = membersOf(store, 'organizations', organization).filter(
    ({ level, user_uuid }) =>
      level === 1 && user_uuid !== user && findUser(store, user_uuid)?.status === 'active',
  );
  if (others.length === 0) throw invalidOperation('ORGANIZATION NEEDS AN ADMIN', 409);
}

function setLevel(
  store: Store,
  type: GroupType,
  group: string,
  user: string,
  level: number,
  at: number,
) {
  if (type === 'organizations' && level !== 1) requireAnotherAdmin(store, group, user);
  store.update(
    'members',
    { group_type: type, group_uuid: group, user_uuid: user },
    { level, updated_at: at },
  );
}

/**
 * Suspends a person, who then can't sign in, or lifts the suspension.
 * @throws Refusal 404 for a person whom the tenant doesn't have or who hasn't finished the sign-up; 409 for the last
 * admin of an organization who can sign in
 */
export function suspendUser(store: Store, tenantId: string, uuid: string, on: boolean): void {
  const user = findUser(store, uuid);
  if (user?.tenant_id !== tenantId || !['active', 'inactive'].includes(user.status))
    throw new Refusal(404, 'USER NOT FOUND');
  if (on) {
    for (const { group_uuid } of membershipsOf(store, 'organizations', uuid))
      requireAnotherAdmin(store, group_uuid, uuid);
  }
  store.update('users', { uuid }, { status: on ? 'inactive' : 'active' });
}

/** Removes a person from an organization, and from all of its projects. */
function removeFromOrganization(store: Store, organization: string, user: string): void {
  const member = requireMember(store, 'organizations', organization, user);
  requireAnotherAdmin(store, organization, user);
  store.transaction(() => {
    store.run('delete from members where uuid = ?', member.uuid);
    store.run(
      `delete from members where group_type = 'projects' and user_uuid = ? and group_uuid in
       (select uuid from projects where organization_uuid = ?)`,
      user,
      organization,
    );
  });
}

/** The membership of one person, as the writes of members answer it. It leaks the codes of that person, like the real API. */
export function membershipWire(
  { cloud, store, now }: AwanioContext,
  organization: Organization,
  userUuid: string,
) {
  const member = membership(store, 'organizations', organization.uuid, userUuid);
  const projects = membershipsOf(store, 'projects', userUuid).flatMap(({ group_uuid }) => {
    const project = findProject(store, group_uuid);
    return project?.organization_uuid === organization.uuid ? projectNameWire(project) : [];
  });
  return {
    users: leakyUserWire(requireUser(store, userUuid)),
    organization: organizationWire(cloud, organization, member),
    user_level: `${member?.level ?? 2},`, // QA1: numbers and booleans as text with a comma
    is_default: member?.is_default === 1 ? 'true,' : 'false,',
    primary_project: null,
    projects,
    created_at: iso(member?.created_at ?? now),
    updated_at: iso(now),
  };
}

implement('A10', ({ params }, context) => {
  const { organization } = requireGroup(context, 'organizations', params.uuid);
  return {
    rows: membersOf(context.store, 'organizations', organization.uuid).flatMap((member) => {
      const user = findUser(context.store, member.user_uuid);
      if (!user) return [];
      return {
        user_id: user.id,
        users: userWire(user),
        user_level: member.level,
        is_default: member.is_default === 1,
        created_at: iso(member.created_at),
        updated_at: iso(member.updated_at),
      };
    }),
  };
});

function joinOrganization(
  store: Store,
  organization: string,
  user: string,
  level: number,
  at: number,
) {
  requireUser(store, user);
  if (membership(store, 'organizations', organization, user))
    throw invalidOperation('USER IS ALREADY A MEMBER', 409);
  addMember(store, 'organizations', organization, user, level, at);
}

implement('A11', ({ params, body }, context) => {
  const { store, now } = context;
  const { organization } = requireGroup(context, 'organizations', params.uuid);
  joinOrganization(store, organization.uuid, body.member_uuid, defaultLevel, now);
  return membershipWire(context, organization, body.member_uuid);
});

/**
 * Changes members one after the other. It stops at the first one that it refuses, and keeps what it did before: the
 * documentation promises nothing else, so the console must find out by A10.
 */
implement('A12', ({ params, body }, context) => {
  const { store, user, now } = context;
  const { organization } = requireGroup(context, 'organizations', params.uuid);
  const { uuid } = organization;
  let last = user.uuid;
  for (const { user_uuid, user_level } of body.organization_members_added ?? []) {
    joinOrganization(store, uuid, user_uuid, user_level, now);
    last = user_uuid;
  }
  for (const { user_uuid, user_level } of body.organization_members_updated ?? []) {
    requireMember(store, 'organizations', uuid, user_uuid);
    setLevel(store, 'organizations', uuid, user_uuid, user_level, now);
    last = user_uuid;
  }
  for (const { user_uuid } of body.organization_members_deleted ?? []) {
    removeFromOrganization(store, uuid, user_uuid);
    last = user_uuid;
  }
  return membershipWire(context, findOrganization(store, uuid) ?? organization, last);
});

/** Also how an admin leaves: the API has no operation with which a member could, so an admin must remove them. */
implement('A13', ({ params }, context) => {
  const { organization_uuid: uuid, user_uuid: user } = params;
  requireGroup(context, 'organizations', uuid);
  removeFromOrganization(context.store, uuid, user);
  return 'deleted';
});

implement('A20', ({ params, body }, context) => {
  const { store, now } = context;
  const { organization } = requireGroup(context, 'projects', params.uuid);
  requireUser(store, body.member_uuid);
  requireMember(store, 'organizations', organization.uuid, body.member_uuid);
  if (membership(store, 'projects', params.uuid, body.member_uuid))
    throw invalidOperation('USER IS ALREADY A MEMBER', 409);
  addMember(store, 'projects', params.uuid, body.member_uuid, defaultLevel, now);
  return null;
});

implement('A21', ({ params }, context) => {
  const { project } = requireGroup(context, 'projects', params.uuid);
  return {
    rows: membersOf(context.store, 'projects', params.uuid).flatMap((member) => {
      const user = findUser(context.store, member.user_uuid);
      return user && project ? projectMemberWire(member, { user, project }) : [];
    }),
  };
});

implement('A22', ({ params, body }, context) => {
  const { store, now } = context;
  requireGroup(context, 'projects', params.uuid);
  requireMember(store, 'projects', params.uuid, params.user_uuid);
  setLevel(store, 'projects', params.uuid, params.user_uuid, body.user_level, now);
  return 'level changed';
});

implement('A23', ({ params }, context) => {
  const { store } = context;
  requireGroup(context, 'projects', params.uuid);
  const member = requireMember(store, 'projects', params.uuid, params.user_uuid);
  store.run('delete from members where uuid = ?', member.uuid);
  return 'deleted';
});
