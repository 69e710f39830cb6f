import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCloud, at } from '../testing';
import type { Client } from '../testing';
import type { TenantInput } from '../tenants';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

type People = NonNullable<TenantInput['awanio']>['people'];

/** An organization whose only admin is the person, unless `people` has others. */
async function company(people: People = []) {
  const { tenant, api, org, project } = await cloud.person({ founder: false, people });
  const { people: made = [], user_uuid: own = '' } = tenant.awanio ?? {};
  const others = await Promise.all(
    made.map(async ({ uuid, username, password, email }, index) => {
      const active = people[index]?.status !== 'inactive';
      const client = active ? await cloud.signIn(username, password) : cloud.awanio();
      return { uuid, email, username, password, api: client };
    }),
  );
  const levels = async () => {
    const { body } = await api('GET', `/organizations/${org}/members`);
    const rows = at(body, 'data') as { users: { uuid: string }; user_level: number }[];
    return Object.fromEntries(rows.map(({ users, user_level }) => [users.uuid, user_level]));
  };
  return { tenant, api, org, project, own, others, levels };
}

const other = <T>(list: readonly T[], index = 0): T => {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no person ${index}`);
  return found;
};

describe('the last admin who can sign in', () => {
  const asleep = { name: 'Asleep', level: 1, status: 'inactive' as const };
  const paths: [string, (api: Client, org: string, user: string) => ReturnType<Client>][] = [
    [
      'is lowered by A12',
      (api, org, user_uuid) =>
        api('PUT', `/organizations/${org}/members`, {
          organization_members_updated: [{ user_uuid, user_level: 2 }],
        }),
    ],
    [
      'is removed by A12',
      (api, org, user_uuid) =>
        api('PUT', `/organizations/${org}/members`, {
          organization_members_deleted: [{ user_uuid }],
        }),
    ],
    [
      'is removed by A13',
      (api, org, user) => api('DELETE', `/organizations/${org}/members/${user}`),
    ],
  ];
  it.each(paths)('%s: refused, and nothing changes', async (_, change) => {
    const { api, org, own, levels } = await company([asleep, { name: 'Member' }]);
    const before = await levels();
    expect(await change(api, org, own)).toMatchObject({
      status: 409,
      body: { message: 'ORGANIZATION NEEDS AN ADMIN' },
    });
    expect(await levels()).toEqual(before);
  });

  it.each(paths)('%s: done once another admin can sign in', async (_, change) => {
    const { api, org, own } = await company([{ name: 'Admin', level: 1 }]);
    expect((await change(api, org, own)).status).toBe(200);
  });

  it('is kept when one call lowers all admins', async () => {
    const { api, org, own, others, levels } = await company([{ name: 'Admin', level: 1 }]);
    const all = [other(others).uuid, own].map((user_uuid) => ({ user_uuid, user_level: 2 }));
    const body = { organization_members_updated: all };
    expect((await api('PUT', `/organizations/${org}/members`, body)).status).toBe(409);
    expect((await levels())[own]).toBe(1);
  });
});

describe('a member', () => {
  it('gives nobody a level, by no operation', async () => {
    const { org, project, others, levels } = await company([
      { name: 'Member', projectLevel: 2 },
      { name: 'Friend', projectLevel: 2 },
    ]);
    const [{ api, uuid: own }, { uuid: friend }] = [other(others), other(others, 1)];
    const before = await levels();
    for (const user_uuid of [own, friend]) {
      const raised = [{ user_uuid, user_level: 1 }];
      const member_uuid = user_uuid;
      const tries = [
        api('POST', `/organizations/${org}/members`, { member_uuid }),
        api('PUT', `/organizations/${org}/members`, { organization_members_updated: raised }),
        api('PUT', `/organizations/${org}/members`, { organization_members_added: raised }),
        api('PUT', `/projects/${project}`, { project_member_updated: raised }),
        api('PUT', `/projects/${project}`, { project_members_added: raised }),
        api('POST', `/projects/${project}/members`, { member_uuid }),
        api('PUT', `/projects/${project}/members/${user_uuid}`, { user_level: 1 }),
      ];
      for (const { status } of await Promise.all(tries)) expect(status).toBe(403);
    }
    expect(await levels()).toEqual(before);
    const inProject = await api('GET', `/projects/${project}/members`);
    const rows = at(inProject.body, 'data') as { user: { uuid: string }; user_level: number }[];
    expect(rows.filter(({ user }) => user.uuid === own || user.uuid === friend)).toMatchObject([
      { user_level: 2 },
      { user_level: 2 },
    ]);
  });

  it('is the admin of a project that they create, and of nothing else', async () => {
    const { org, others, levels } = await company([{ name: 'Member' }, { name: 'Friend' }]);
    const [{ api, uuid: own }, friend] = [other(others), other(others, 1)];
    const before = await levels();
    const added = [
      { user_uuid: own, user_level: 2 },
      { user_uuid: friend.uuid, user_level: 1 },
    ];
    const project = { name: 'Situs', organization_uuid: org, project_members: added };
    expect((await api('POST', '/projects', project)).body).toEqual({ data: null, result: true });
    const me = (await api('GET', '/accounts/me')).body;
    expect(at(me, 'data', 'projects', 0, 'user_level')).toBe(1);
    expect(await levels()).toEqual(before);
  });

  it('is out of every project after a removal, and only a member when added again', async () => {
    const { api, org, project, others, levels } = await company([
      { name: 'Former', level: 1, projectLevel: 1 },
    ]);
    const former = other(others);
    expect((await api('DELETE', `/organizations/${org}/members/${former.uuid}`)).status).toBe(200);
    for (const path of [`/organizations/${org}`, `/organizations/${org}/vms`])
      expect((await former.api('GET', path)).status).toBe(404);
    expect((await former.api('GET', `/projects/${project}`)).status).toBe(404);
    const again = [{ user_uuid: former.uuid, user_level: 2 }];
    await api('PUT', `/organizations/${org}/members`, { organization_members_added: again });
    expect((await levels())[former.uuid]).toBe(2);
    expect((await former.api('GET', `/projects/${project}`)).status).toBe(404);
    const me = (await former.api('GET', '/accounts/me')).body;
    expect(at(me, 'data', 'projects')).toEqual([]);
  });
});

describe('a person', () => {
  it('is the same one when the e-mail or the user name is in capitals', async () => {
    const api = cloud.awanio();
    const person = {
      username: 'sinta',
      name: 'Sinta',
      email: 'sinta@example.id',
      password: 'fake-pass-2026',
    };
    const shouted = {
      ...person,
      username: person.username.toUpperCase(),
      email: 'Sinta@Example.ID',
    };
    expect((await api('POST', '/accounts/register', person)).status).toBe(200);
    expect((await api('POST', '/accounts/register', shouted)).status).toBe(200); // a new code
    const letters = await cloud.mail(person.email);
    const codes = letters.map(({ text }) => /\b\d{6}\b/.exec(text)?.[0]);
    const verified = await Promise.all(
      codes.map((verification_code) =>
        api('POST', '/accounts/verify', { email: shouted.email, verification_code }),
      ),
    );
    expect(verified.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const username of [shouted.email, shouted.username])
      await cloud.signIn(username, person.password);
    const taken = await api('POST', '/accounts/register', shouted);
    expect(taken.body).toMatchObject({ message: 'USERNAME IS ALREADY USED' });
  });

  it('gets faults of the tenant at sign-in in capitals, too', async () => {
    const { tenant } = await cloud.person();
    const { email = '', password = '' } = tenant.awanio ?? {};
    await cloud.fault(tenant, { ref: 'A03', kind: 'status', status: 503 });
    const login = { username: email.toUpperCase(), password };
    expect((await cloud.awanio()('POST', '/accounts/login', login)).status).toBe(503);
  });

  it('has the default organization as primary one, with the primary project in it', async () => {
    const { api, project } = await cloud.person();
    await api('PUT', `/projects/${project}/primary`);
    const first = at((await api('GET', '/accounts/me')).body, 'data', 'primary_organization');
    expect(at(first, 'primary_project', 'uuid')).toBe(project);
    const made = await api('POST', '/organizations', { name: 'Kedua' });
    const uuid = String(at(made.body, 'data', 'uuid'));
    const primary = async () =>
      at((await api('GET', '/accounts/me')).body, 'data', 'primary_organization', 'uuid');
    expect(await primary()).not.toBe(uuid);
    await api('PUT', `/organizations/${uuid}/default`, { organization_uuid: uuid });
    expect(await primary()).toBe(uuid);
  });
});
