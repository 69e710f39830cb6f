/** Organizations: A05–A09. Their members are in members.ts. */
import { Refusal } from '../refusal';
import { implement } from '../registry';
import {
  addMember,
  requireGroup,
  findOrganization,
  makeOrganization,
  membership,
  membershipsOf,
} from './groups';
import { membershipWire } from './members';
import { requireUser } from './users';
import { organizationWire } from './wire';

/** The person who creates an organization is its admin, so they may give the first members any level. */
implement('A05', ({ body }, { cloud, store, tenant, user, now }) => {
  const levels = new Map(
    (body.organization_members ?? []).map(({ user_uuid, user_level }) => [user_uuid, user_level]),
  );
  levels.delete(user.uuid);
  for (const uuid of levels.keys()) requireUser(store, uuid);
  const organization = store.transaction(() => {
    const made = makeOrganization(cloud, {
      tenantId: tenant.id,
      name: body.name,
      icon: body.icon ?? null,
      owner: user.uuid,
      balance: 0,
      at: now,
    });
    for (const [uuid, level] of levels)
      addMember(store, 'organizations', made.uuid, uuid, level, now);
    return made;
  });
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
  const { organization } = requireGroup(context, 'organizations', params.uuid);
  const member = membership(context.store, 'organizations', organization.uuid, context.user.uuid);
  return organizationWire(context.cloud, organization, member);
});

implement('A08', ({ params, body }, context) => {
  const { cloud, store, user, now } = context;
  const { organization } = requireGroup(context, 'organizations', params.uuid);
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
  const { store, user, now } = context;
  if (params.uuid !== body.organization_uuid)
    throw new Refusal(422, 'organization_uuid: is not that of the path');
  const { organization } = requireGroup(context, 'organizations', params.uuid);
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
