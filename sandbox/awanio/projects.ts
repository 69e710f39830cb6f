/** Projects: A14–A19, and AX1, which deletes one. Their members are in members.ts. */
import type { Store } from '../db';
import { Refusal, invalid, invalidOperation } from '../refusal';
import type { AwanioContext, HandlerInput } from '../registry';
import { implement } from '../registry';
import type { Project } from './groups';
import {
  addMember,
  requireGroup,
  findProject,
  makeProject,
  membership,
  membershipsOf,
} from './groups';
import { projectMemberWire, projectWire } from './wire';

/** Members may create projects, too. The person who creates a project is its admin, so they may give any level in it. */
implement('A14', ({ body }, context) => {
  const { store, user, now } = context;
  const { organization } = requireGroup(context, 'organizations', body.organization_uuid);
  const levels = new Map(
    (body.project_members ?? []).map(({ user_uuid, user_level }) => [user_uuid, user_level]),
  );
  levels.delete(user.uuid);
  for (const uuid of levels.keys()) {
    if (!membership(store, 'organizations', organization.uuid, uuid))
      throw new Refusal(404, 'USER NOT FOUND');
  }
  store.transaction(() => {
    const made = makeProject(store, {
      organization,
      name: body.name,
      icon: body.icon ?? null,
      owner: user.uuid,
      at: now,
    });
    for (const [uuid, level] of levels) addMember(store, 'projects', made.uuid, uuid, level, now);
  });
  return null; // as documented: the new project is found in A15
});

implement('A15', (_, { cloud, store, user }) => ({
  rows: membershipsOf(store, 'projects', user.uuid).flatMap((member) => {
    const project = findProject(store, member.group_uuid);
    return project ? projectWire(cloud, project, member) : [];
  }),
}));

implement('A16', ({ params }, context) => {
  const { project } = requireGroup(context, 'projects', params.uuid);
  if (!project) throw new Refusal(404, 'PROJECT NOT FOUND');
  return projectWire(
    context.cloud,
    project,
    membership(context.store, 'projects', project.uuid, context.user.uuid),
  );
});

type Change = HandlerInput<'A17'>['body'];

/** The added, changed and removed members, from either of the two names of each list (QA28). */
const changesOf = (body: Change) => ({
  added: [...(body.project_member_added ?? []), ...(body.project_members_added ?? [])],
  updated: [...(body.project_member_updated ?? []), ...(body.project_members_updated ?? [])],
  deleted: [...(body.project_member_deleted ?? []), ...(body.project_members_deleted ?? [])],
});

/**
 * Changes the members. @throws Refusal 404 for an added person who isn't in the organization, and for a changed or
 * removed one who isn't in the project
 */
function changeMembers(store: Store, project: Project, body: Change, at: number): void {
  const { added, updated, deleted } = changesOf(body);
  const isIn = (user: string) => membership(store, 'projects', project.uuid, user);
  const setLevel = (user: string, level: number) =>
    store.update(
      'members',
      { group_type: 'projects', group_uuid: project.uuid, user_uuid: user },
      { level, updated_at: at },
    );
  for (const { user_uuid, user_level } of added) {
    if (!membership(store, 'organizations', project.organization_uuid, user_uuid))
      throw new Refusal(404, 'USER NOT FOUND');
    if (isIn(user_uuid)) setLevel(user_uuid, user_level);
    else addMember(store, 'projects', project.uuid, user_uuid, user_level, at);
  }
  for (const { user_uuid, user_level } of updated) {
    if (!isIn(user_uuid)) throw new Refusal(404, 'USER NOT FOUND');
    setLevel(user_uuid, user_level);
  }
  for (const { user_uuid } of deleted) {
    const member = isIn(user_uuid);
    if (!member) throw new Refusal(404, 'USER NOT FOUND');
    store.run('delete from members where uuid = ?', member.uuid);
  }
}

/** Only for admins of the project or its organization. */
implement('A17', ({ params, body }, context) => {
  const { store, now } = context;
  const { project } = requireGroup(context, 'projects', params.uuid);
  if (!project) throw new Refusal(404, 'PROJECT NOT FOUND');
  if (body.organization_uuid && body.organization_uuid !== project.organization_uuid)
    throw invalid({ organization_uuid: ['is not that of the project'] });
  const name = body.name ?? project.name;
  store.transaction(() => {
    store.update(
      'projects',
      { uuid: project.uuid },
      { name, icon: body.icon ?? project.icon, updated_at: now },
    );
    changeMembers(store, project, body, now);
  });
  return { uuid: project.uuid, name };
});

/** Marks a project as the person's primary one, of which they have at most one, or takes the mark away. */
function setPrimary(uuid: string, primary: boolean, context: AwanioContext) {
  const { store, user, now } = context;
  const { project } = requireGroup(context, 'projects', uuid);
  const own = { group_type: 'projects', group_uuid: uuid, user_uuid: user.uuid };
  if (!project || !membership(store, 'projects', uuid, user.uuid))
    throw invalidOperation('YOU ARE NOT A MEMBER OF THIS PROJECT', 409);
  store.transaction(() => {
    if (primary) {
      store.run(
        `update members set is_default = 0 where group_type = 'projects' and user_uuid = ?`,
        user.uuid,
      );
    }
    store.update('members', own, { is_default: primary ? 1 : 0, updated_at: now });
  });
  const member = membership(store, 'projects', uuid, user.uuid);
  if (!member) throw new Refusal(404, 'PROJECT NOT FOUND');
  return projectMemberWire(member, { project });
}

implement('A18', ({ params }, context) => setPrimary(params.uuid, true, context));
implement('A19', ({ params }, context) => setPrimary(params.uuid, false, context));

/** What keeps a project from being deleted: it costs money, or would be lost. */
const kept = [
  ['vms', 'VIRTUAL MACHINES'],
  ['volumes', 'VOLUMES'],
  ['clusters', 'KUBERNETES CLUSTERS'],
  ['baremetals', 'BARE-METAL MACHINES'],
  ['object_storages', 'OBJECT STORAGE'],
] as const;

implement('AX1', ({ params }, context) => {
  const { store } = context;
  requireGroup(context, 'projects', params.uuid);
  for (const [table, words] of kept) {
    const where = `group_type = 'projects' and group_uuid = ?`;
    if (store.get(`select 1 from ${table} where ${where}`, params.uuid))
      throw invalidOperation(`PROJECT STILL HAS ${words}`, 409);
  }
  store.transaction(() => {
    store.run(`delete from members where group_type = 'projects' and group_uuid = ?`, params.uuid);
    store.run('delete from projects where uuid = ?', params.uuid);
  });
  return 'deleted';
});
