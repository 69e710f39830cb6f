/** Organizations: A05–A09. Their members are in members.ts. */
import { Refusal } from '../refusal';
import { implement } from '../registry';
import {
  addMember,
  requireGroup,
  findOrganization,
  findProject,
  makeOrganization,
  membership,
  membershipsOf,
} from './groups';
import { membershipWire } from './members';
import { findUser } from './users';
import { iso, leakyUserWire, organizationWire, projectNameWire, userWire } from './wire';

implement('A05', ({ body }, { cloud, store, tenant, user, now }) => {
  const organization = makeOrganization(cloud, {
    tenantId: tenant.id,
    name: body.name,
    icon: body.icon ?? null,
    owner: user.uuid,
    balance: 0,
    at: now,
  });
  for (const { user_uuid, user_level } of body.organization_members ?? []) {
    if (user_uuid === user.uuid) continue;
    if (!findUser(store, user_uuid)) throw new Refusal(404, 'USER NOT FOUND');
    addMember(store, 'organizations', organization.uuid, user_uuid, user_level, now);
  }
  return organizationWire(
    cloud,
    organization,
    membership(store, 'organizations', organization.uuid, user.uuid),
  );
});

implement('A06', (_, { cloud, store, user }) => ({
  rows: membershipsOf(store, 'organizations', user.uuid).flatMap((member) => {
    const organization = findOrganization(store, member.group_uuid);
    return organization ? organizationWire(cloud, organization, member) : [];
  }),
}));

implement('A07', ({ params }, context) => {
  // A finance member may not read the resources, but may read the organization, since its balance is their work.
  const { organization } = requireGroup(context, 'organizations', params.uuid, null);
  const member = membership(context.store, 'organizations', organization.uuid, context.user.uuid);
  return organizationWire(context.cloud, organization, member);
});

implement('A08', ({ params, body }, context) => {
  const { cloud, store, user, now } = context;
  const { organization } = requireGroup(context, 'organizations', params.uuid, 'group.admin');
  store.update(
    'organizations',
    { uuid: organization.uuid },
    { name: body.name ?? organization.name, icon: body.icon ?? organization.icon, updated_at: now },
  );
  const changed = findOrganization(store, organization.uuid) ?? organization;
  return organizationWire(
    cloud,
    changed,
    membership(store, 'organizations', organization.uuid, user.uuid),
  );
});

implement('A09', ({ params, body }, context) => {
  const { cloud, store, user, now } = context;
  if (params.uuid !== body.organization_uuid)
    throw new Refusal(422, 'organization_uuid: is not that of the path');
  const { organization } = requireGroup(context, 'organizations', params.uuid, null);
  store.transaction(() => {
    store.run(
      `update members set is_default = 0 where group_type = 'organizations' and user_uuid = ?`,
      user.uuid,
    );
    store.update(
      'members',
      { group_type: 'organizations', group_uuid: organization.uuid, user_uuid: user.uuid },
      { is_default: 1, updated_at: now },
    );
  });
  return { ...membershipWire(context, organization, user.uuid), is_default: 'true,' };
});
