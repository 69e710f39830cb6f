/** Projects and their members: A14–A16, A21, and the recovered delete AX1. */
import { Refusal, invalidOperation } from '../refusal';
import { implement } from '../registry';
import {
  addMember,
  enter,
  findProject,
  makeProject,
  membersOf,
  membership,
  membershipsOf,
} from './groups';
import { findUser } from './users';
import { projectMemberWire, projectWire } from './wire';

implement('A14', ({ body }, context) => {
  const { cloud, store, user, now } = context;
  const { organization } = enter(context, 'organizations', body.organization_uuid, 'group.write');
  const added = body.project_members ?? [];
  for (const { user_uuid } of added) {
    if (!membership(store, 'organizations', organization.uuid, user_uuid))
      throw new Refusal(404, 'USER NOT FOUND');
  }
  const project = makeProject(store, {
    organization,
    name: body.name,
    icon: body.icon ?? null,
    owner: user.uuid,
    at: now,
  });
  for (const { user_uuid, user_level } of added) {
    if (user_uuid !== user.uuid)
      addMember(store, 'projects', project.uuid, user_uuid, user_level, now);
  }
  return projectWire(cloud, project, membership(store, 'projects', project.uuid, user.uuid));
});

implement('A15', (_, { cloud, store, user }) => ({
  rows: membershipsOf(store, 'projects', user.uuid).flatMap((member) => {
    const project = findProject(store, member.group_uuid);
    return project ? projectWire(cloud, project, member) : [];
  }),
}));

implement('A16', ({ params }, context) => {
  const { project } = enter(context, 'projects', params.uuid, null);
  if (!project) throw new Refusal(404, 'PROJECT NOT FOUND');
  return projectWire(
    context.cloud,
    project,
    membership(context.store, 'projects', project.uuid, context.user.uuid),
  );
});

implement('A21', ({ params }, context) => {
  const { project } = enter(context, 'projects', params.uuid, 'group.read');
  return {
    rows: membersOf(context.store, 'projects', params.uuid).flatMap((member) => {
      const user = findUser(context.store, member.user_uuid);
      return user && project ? projectMemberWire(member, { user, project }) : [];
    }),
  };
});

implement('AX1', ({ params }, context) => {
  const { store } = context;
  enter(context, 'projects', params.uuid, 'group.admin');
  if (
    store.get(`select 1 from vms where group_type = 'projects' and group_uuid = ?`, params.uuid)
  ) {
    throw invalidOperation('PROJECT STILL HAS VIRTUAL MACHINES', 409);
  }
  store.transaction(() => {
    store.run(`delete from members where group_type = 'projects' and group_uuid = ?`, params.uuid);
    store.run('delete from projects where uuid = ?', params.uuid);
  });
  return 'deleted';
});
