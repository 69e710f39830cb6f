import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCloud, at, projectNamed } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const person = {
  username: 'tuti',
  name: 'Tuti Handayani',
  email: 'tuti@example.id',
  password: 'fake-pass-2026',
};

describe('signing up', () => {
  it('sends a code by SMTP that activates the account once', async () => {
    const api = cloud.awanio();
    expect((await api('POST', '/accounts/register', person)).status).toBe(200);
    const early = await api(
      'POST',
      '/accounts/login',
      person && { username: 'tuti', password: person.password },
    );
    expect(early.status).toBe(403);
    const [letter] = await cloud.mail(person.email);
    const code = /\b\d{6}\b/.exec(letter?.text ?? '')?.[0];
    expect(letter?.subject).toContain(code);

    const wrong = await api('POST', '/accounts/verify', {
      email: person.email,
      verification_code: 'nope',
    });
    expect(wrong.body).toMatchObject({
      error: 'VALIDATION ERROR',
      error_code: '422-3',
      result: false,
    });
    const right = { email: person.email.toUpperCase(), verification_code: code };
    expect((await api('POST', '/accounts/verify', right)).status).toBe(200);
    expect((await api('POST', '/accounts/verify', right)).status).toBe(422);

    const again = { ...person, username: 'tuti2', email: person.email.toUpperCase() };
    expect((await api('POST', '/accounts/register', again)).status).toBe(422);

    const me = await (
      await cloud.signIn(person.email.toUpperCase(), person.password)
    )('GET', '/accounts/me');
    expect(at(me.body, 'data', 'username')).toBe('tuti');
    expect(at(me.body, 'data', 'organizations', 0, 'organization', 'balance')).toBe(250_000);
  });

  it('refuses a code after five wrong tries, and sends a new one on request', async () => {
    const api = cloud.awanio();
    const other = { ...person, username: 'wawan', email: 'wawan@example.id' };
    await api('POST', '/accounts/register', other);
    const first = /\b\d{6}\b/.exec((await cloud.mail(other.email))[0]?.text ?? '')?.[0];
    for (let tries = 0; tries < 5; tries += 1) {
      await api('POST', '/accounts/verify', { email: other.email, verification_code: 'wrong' });
    }
    expect(
      (await api('POST', '/accounts/verify', { email: other.email, verification_code: first }))
        .status,
    ).toBe(422);
    expect((await api('POST', '/accounts/register', other)).status).toBe(200);
    const second = /\b\d{6}\b/.exec((await cloud.mail(other.email))[0]?.text ?? '')?.[0];
    expect(
      (await api('POST', '/accounts/verify', { email: other.email, verification_code: second }))
        .status,
    ).toBe(200);
  });

  it('refuses a taken name, a taken address and an invalid one', async () => {
    const api = cloud.awanio();
    const { tenant } = await cloud.person();
    const taken = await api('POST', '/accounts/register', {
      ...person,
      username: tenant.awanio?.username,
      email: 'x@example.id',
    });
    expect(taken.body).toMatchObject({ error_code: '422-2', message: 'USERNAME IS ALREADY USED' });
    const address = await api('POST', '/accounts/register', {
      ...person,
      username: 'lain',
      email: tenant.awanio?.email,
    });
    expect(address.body).toMatchObject({ message: 'EMAIL IS ALREADY USED' });
    const bad = await api('POST', '/accounts/register', {
      ...person,
      username: 'lain',
      email: 'not an address',
    });
    expect(bad.body).toMatchObject({
      error: 'VALIDATION ERROR',
      error_code: '422-1',
      result: false,
    });
    expect(at(bad.body, 'message')).toContain('email');
  });
});

describe('signing in', () => {
  it('refuses a wrong password with the documented error', async () => {
    const { tenant } = await cloud.person();
    const { status, body } = await cloud.awanio()('POST', '/accounts/login', {
      username: tenant.awanio?.username,
      password: 'wrong',
    });
    expect(status).toBe(401);
    expect(body).toEqual({
      error: 'INVALID CREDENTIALS',
      error_code: '401-3',
      message: 'WRONG USERNAME / PASSWORD',
      result: false,
    });
  });

  it('refuses a missing, changed or revoked token', async () => {
    const { tenant, api } = await cloud.person();
    expect((await cloud.awanio()('GET', '/accounts/me')).status).toBe(401);
    expect((await cloud.awanio('a.b.c')('GET', '/accounts/me')).status).toBe(401);
    expect((await api('GET', '/accounts/me')).status).toBe(200);
    await cloud.control('POST', `/tenants/${tenant.id}/revoke`, {});
    expect((await api('GET', '/accounts/me')).body).toMatchObject({
      error: 'UNAUTHORIZED',
      result: false,
    });
    const again = await cloud.signIn(tenant.awanio?.username ?? '', tenant.awanio?.password ?? '');
    expect((await again('GET', '/accounts/me')).status).toBe(200);
  });

  it('keeps a token valid while the clock is advanced', async () => {
    const { tenant, api } = await cloud.person();
    await cloud.advance(tenant, 40 * 86_400);
    expect((await api('GET', '/accounts/me')).status).toBe(200);
  });
});

const uuidOf = async (api: Client): Promise<string> =>
  String(at((await api('GET', '/accounts/me')).body, 'data', 'uuid'));

describe('members', () => {
  it('refuses other people, and members who try what only admins may do', async () => {
    const owner = await cloud.person();
    const member = await cloud.person({ level: 2 });
    const finance = await cloud.person({ level: 3, memberOf: owner.org });
    expect((await member.api('GET', `/organizations/${owner.org}`)).status).toBe(404);
    expect((await member.api('GET', `/organizations/${owner.org}/vms`)).status).toBe(404);
    const renamed = await member.api('PUT', `/organizations/${member.org}`, { name: 'Baru' });
    expect(renamed.body).toMatchObject({ error: 'FORBIDDEN', error_code: '403-2', result: false });
    expect((await finance.api('GET', `/organizations/${owner.org}/vms`)).status).toBe(403);
    expect((await finance.api('GET', `/organizations/${owner.org}`)).status).toBe(200);
    const list = await owner.api('GET', `/organizations/${owner.org}/members`);
    expect(at(list.body, 'data')).toHaveLength(3);
  });

  it('shows a balance only to people who may read bills', async () => {
    const member = await cloud.person({ level: 2, balance: 777_000 });
    const admin = await cloud.person({ level: 1, balance: 777_000 });
    expect(
      at((await member.api('GET', `/organizations/${member.org}`)).body, 'data', 'balance'),
    ).toBe(0);
    expect(
      at((await admin.api('GET', `/organizations/${admin.org}`)).body, 'data', 'balance'),
    ).toBe(777_000);
  });

  it('create organizations and projects, and choose a default', async () => {
    const { api, org } = await cloud.person();
    const made = await api('POST', '/organizations', { name: 'Warung Kopi' });
    const uuid = String(at(made.body, 'data', 'uuid'));
    const chosen = await api('PUT', `/organizations/${uuid}/default`, { organization_uuid: uuid });
    expect(at(chosen.body, 'data', 'is_default')).toBe('true,');
    const mine = await api('GET', '/organizations');
    expect(at(mine.body, 'data', 0, 'uuid')).toBe(uuid);
    await api('POST', '/projects', { name: 'Situs', organization_uuid: org });
    const project = await projectNamed(api, 'Situs');
    const detail = await api('GET', `/projects/${project}`);
    expect(at(detail.body, 'data', 'organization', 'uuid')).toBe(org);
    expect((await api('DELETE', `/projects/${project}`)).status).toBe(200);
  });

  it('let an admin change the name and people of a project, by both names of the lists', async () => {
    const owner = await cloud.person();
    const colleague = await cloud.person({ level: 2, memberOf: owner.org });
    const stranger = await cloud.person();
    const user_uuid = await uuidOf(colleague.api);
    await owner.api('POST', '/projects', { name: 'Situs', organization_uuid: owner.org });
    const uuid = await projectNamed(owner.api, 'Situs');
    const change = (api: Client, body: object) => api('PUT', `/projects/${uuid}`, body);
    const levels = async () => {
      const { body } = await owner.api('GET', `/projects/${uuid}/members`);
      return (at(body, 'data') as { user_level: number }[]).map(({ user_level }) => user_level);
    };
    expect((await change(colleague.api, { name: 'Lain' })).status).toBe(404); // the person is not in the project
    const added = await change(owner.api, {
      name: 'Toko',
      organization_uuid: owner.org,
      project_member_added: [{ user_uuid, user_level: 2 }],
    });
    expect(added.body).toEqual({ data: { uuid, name: 'Toko' }, result: true });
    expect(await levels()).toEqual([1, 2]);
    expect((await change(colleague.api, { name: 'Lain' })).status).toBe(403); // the person is only a member
    await change(owner.api, { project_members_updated: [{ user_uuid, user_level: 1 }] });
    expect(await levels()).toEqual([1, 1]);
    expect((await change(colleague.api, { name: 'Warung' })).body).toMatchObject({
      data: { name: 'Warung' },
    });
    await change(owner.api, { project_members_deleted: [{ user_uuid }] });
    expect(await levels()).toEqual([1]);
    const outside = [{ user_uuid: await uuidOf(stranger.api), user_level: 2 }];
    for (const wrong of [{ project_members_added: outside }, { project_member_updated: outside }])
      expect((await change(owner.api, { name: 'Gagal', ...wrong })).status).toBe(404);
    expect((await change(owner.api, { organization_uuid: stranger.org })).status).toBe(404);
    const detail = await owner.api('GET', `/projects/${uuid}`);
    expect(at(detail.body, 'data', 'name')).toBe('Warung'); // the refused change had no effect
  });
});

describe('the provider’s administrators', () => {
  const gateways = '/payment/payment-gateway';
  it('sign in by AX7, which refuses everybody else', async () => {
    const api = cloud.awanio();
    const made = async (provider: boolean) => {
      const { awanio } = await cloud.tenant({ awanio: { provider } });
      return { username: awanio?.username ?? '', password: awanio?.password ?? '' };
    };
    const [admin, customer] = [await made(true), await made(false)];
    const refused = await api('POST', '/accounts/sa/login', customer);
    expect(refused.body).toMatchObject({ error: 'INVALID CREDENTIALS', error_code: '401-3' });
    const known = await api('POST', '/accounts/sa/login', admin);
    expect(known.status).toBe(200);
    const token = String(at(known.body, 'data', 'token'));
    expect((await cloud.awanio(token)('GET', gateways)).status).toBe(200);
    const asCustomer = await cloud.signIn(admin.username, admin.password);
    expect((await asCustomer('GET', gateways)).body).toMatchObject({ error_code: '403-1' });
  });
});
