/** Sign-up with a code by mail, sign-in, and the person's own account: A01–A04 and AX7. */
import { Refusal } from '../refusal';
import { implement } from '../registry';
import type { AnonymousContext } from '../registry';
import { passwordMatches } from '../tokens';
import { findOrganization, findProject, makeOrganization, membershipsOf } from './groups';
import { iconAddress } from '../pictures';
import { codeTries, findByLogin, makeUser, sameLogin, sendCode } from './users';
import { iso, organizationWire, projectMemberWire, projectNameWire, userWire } from './wire';

/** The opening balance of a new customer in rupiah, so that they can try the sandbox. */
const welcomeCredit = 250_000;

implement('A01', async ({ body }, { cloud, store }) => {
  const same = findByLogin(store, body.username) ?? findByLogin(store, body.email);
  if (same) {
    const repeated =
      same.status === 'unverified' &&
      sameLogin(same.email, body.email) &&
      sameLogin(same.username, body.username);
    if (!repeated || !passwordMatches(body.password, same.password_hash)) {
      const field = sameLogin(same.username, body.username) ? 'USERNAME' : 'EMAIL';
      throw new Refusal(422, `${field} IS ALREADY USED`, { number: 2 });
    }
    await sendCode(cloud, same);
    return 'VERIFICATION CODE IS SENT';
  }
  const tenant = cloud.addTenant({ name: body.username });
  const user = makeUser(cloud, { tenantId: tenant.id, status: 'unverified', ...body });
  await sendCode(cloud, user);
  return 'VERIFICATION CODE IS SENT';
});

implement('A02', ({ body }, { cloud, store }) => {
  const user = findByLogin(store, body.email);
  const wrong = new Refusal(422, 'VERIFICATION CODE IS WRONG OR PAST ITS END', { number: 3 });
  const waits = user && sameLogin(user.email, body.email) && user.status === 'unverified';
  if (!waits || user.code === null) throw wrong;
  const over = (user.code_until_real ?? 0) < Date.now() || user.code_tries >= codeTries;
  store.update('users', { uuid: user.uuid }, { code_tries: user.code_tries + 1 });
  if (over || user.code !== body.verification_code) throw wrong;
  const at = cloud.now(user.tenant_id);
  store.update(
    'users',
    { uuid: user.uuid },
    { status: 'active', code: null, code_until_real: null, updated_at: at },
  );
  makeOrganization(cloud, {
    tenantId: user.tenant_id,
    name: user.name,
    owner: user.uuid,
    balance: welcomeCredit,
    at,
  });
  return 'ACCOUNT IS VERIFIED';
});

/** Signs in for A03 and AX7. A person who is no administrator gets the same answer as for a wrong password. */
function signIn(
  { username, password }: { username: string; password: string },
  { cloud, store }: AnonymousContext,
  provider: boolean,
) {
  const user = findByLogin(store, username);
  const known = user && passwordMatches(password, user.password_hash);
  if (!known || (provider && user.provider !== 1)) {
    throw new Refusal(401, 'WRONG USERNAME / PASSWORD', {
      error: 'INVALID CREDENTIALS',
      number: 3,
    });
  }
  if (user.status !== 'active') {
    const why = user.status === 'unverified' ? 'NOT VERIFIED' : 'SUSPENDED';
    throw new Refusal(403, `ACCOUNT IS ${why}`, { error: 'INACTIVE ACCOUNT', number: 4 });
  }
  const now = cloud.now(user.tenant_id);
  store.update('users', { uuid: user.uuid }, { last_login: now });
  const epoch = cloud.tenant(user.tenant_id)?.epoch ?? 0;
  const credential = {
    uuid: user.uuid,
    type: 'email',
    user_key: 'email',
    user_value: user.email,
    status: 'active',
    last_accessed_date: iso(now),
    desc: null,
  };
  return {
    ...userWire({ ...user, last_login: now }),
    id: user.id,
    credentials: [credential],
    token: cloud.tokens.issue({
      sub: user.uuid,
      tid: user.tenant_id,
      epoch,
      provider: provider || undefined,
    }),
  };
}

implement('A03', ({ body }, context) => signIn(body, context, false));
implement('AX7', ({ body }, context) => signIn(body, context, true));

implement('A04', (_, { cloud, store, user }) => {
  const memberships = membershipsOf(store, 'organizations', user.uuid);
  const organizations = memberships.flatMap((member) => {
    const organization = findOrganization(store, member.group_uuid);
    if (!organization) return [];
    return {
      user_type: 'users',
      organization: organizationWire(cloud, organization, member),
      user_level: member.level,
      is_default: member.is_default === 1,
      created_at: iso(member.created_at),
      updated_at: iso(member.updated_at),
    };
  });
  const inProjects = membershipsOf(store, 'projects', user.uuid).flatMap((member) => {
    const project = findProject(store, member.group_uuid);
    return project ? { member, project } : [];
  });
  const chosen = inProjects.find(({ member }) => member.is_default === 1)?.project;
  // The default organization comes first.
  const primary = organizations[0]?.organization;
  return {
    ...userWire(user),
    organizations,
    projects: inProjects.map(({ member, project }) => projectMemberWire(member, { project })),
    primary_organization: primary
      ? {
          uuid: primary.uuid,
          name: primary.name,
          icon: iconAddress(cloud, 'organizations', primary),
          primary_project:
            chosen?.organization_uuid === primary.uuid ? projectNameWire(chosen) : null,
        }
      : null,
  };
});
