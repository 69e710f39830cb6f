/**
 * Operations that need a level wait until the level is known; the provider's own operations are for its
 * administrators.
 */
import { expect, it } from 'vitest';
import { operation, refs } from '@/lib/contract';
import { json } from './testing/fake-backend';
import { onBothMounts, type Stage } from './testing/stage';
import { signIn } from './testing/world';

const own = '81d4c6b6-dcea-42f6-8152-03de276d6da1';
const joined = '81d4c6b6-dcea-42f6-8152-03de276d6da2';
const strange = '81d4c6b6-dcea-42f6-8152-03de276d6da3';
const isAccount = (url: string) => url.endsWith('/accounts/me');

type Levels = [uuid: string, level: number][];

/**
 * A person who is admin of one organization and member of another.
 * @param projects their levels in projects, and `homes` the organization of each project that A15 names
 */
function levels(
  stage: Stage,
  list: Levels = [
    [own, 1],
    [joined, 2],
  ],
  { projects = [], homes = {} }: { projects?: Levels; homes?: Record<string, string> } = {},
): void {
  const member = (kind: string, [uuid, user_level]: Levels[number]) => ({
    [kind]: { uuid, name: uuid },
    user_level,
  });
  const me = {
    uuid: 'u-1',
    organizations: list.map((row) => member('organization', row)),
    projects: projects.map((row) => member('project', row)),
  };
  const listed = Object.entries(homes).map(([uuid, home]) => ({
    uuid,
    organization: { uuid: home },
  }));
  stage.awanio.respond = ({ url }, response) => {
    if (isAccount(url)) return json(response, 200, { data: me });
    json(response, 200, { data: url.endsWith('/projects') ? listed : [] });
  };
}

onBothMounts('the proxy and levels', (stage) => {
  const asked = () => stage.awanio.asked.map(({ method, url }) => `${method} ${url}`);
  const refusedUnasked = async (got: ReturnType<typeof stage.get>, ref: string) => {
    expect((await got).json()).toMatchObject({ code: 'no_access', status: 403, ref });
    expect(asked().filter((line) => !isAccount(line))).toEqual([]);
  };

  it.each([
    ['A45', 'GET', (uuid: string) => `/organizations/${uuid}/invoices`, undefined],
    ['A35', 'POST', (uuid: string) => `/organizations/${uuid}/vouchers/redeem`, { code: 'HEMAT' }],
    ['A08', 'PUT', (uuid: string) => `/organizations/${uuid}`, { name: 'Baru' }],
    ['A13', 'DELETE', (uuid: string) => `/organizations/${uuid}/members/${own}`, undefined],
  ] as const)(
    '%s by a member, as the first thing asked, never reaches the backend',
    async (ref, method, path, body) => {
      for (const uuid of [joined, strange]) {
        levels(stage);
        stage.person = await signIn();
        stage.awanio.asked.length = 0;
        const sent =
          method === 'GET'
            ? stage.get(`/awanio${path(uuid)}`)
            : stage.change(method, `/awanio${path(uuid)}`, body);
        await refusedUnasked(sent, ref);
        expect(asked()).toHaveLength(1);
      }
    },
  );

  it('passes an admin’s operations on, and reads the level once', async () => {
    levels(stage);
    const invoices = [1, 2, 3].map((page) =>
      stage.get(`/awanio/organizations/${own}/invoices?page=${page}`),
    );
    for (const got of await Promise.all(invoices)) expect(got.status).toBe(200);
    expect(asked().filter((line) => isAccount(line))).toHaveLength(1);
    expect(stage.awanio.asked).toHaveLength(4);
  });

  it('requires some organization with the right if the operation names none', async () => {
    levels(stage, [[joined, 2]]);
    await refusedUnasked(stage.get('/awanio/payment/payment-method'), 'A49');
    stage.person = await signIn();
    levels(stage);
    expect((await stage.get('/awanio/payment/payment-method')).status).toBe(200);
  });

  it('refuses if the level can’t be read', async () => {
    const path = `/awanio/organizations/${own}/invoices`;
    for (const [status, code] of [
      [500, 'backend_error'],
      [404, 'no_access'],
      [401, 'credential_refused'],
    ] as const) {
      stage.awanio.respond = (_asked, response) =>
        json(response, status, { message: 'no', result: false });
      stage.person = await signIn();
      expect((await stage.get(path)).json()).toMatchObject({ code, ref: 'A45' });
    }
    stage.awanio.respond = (_asked, response) => json(response, 200, { data: ['odd'] });
    stage.person = await signIn();
    expect((await stage.get(path)).json()).toMatchObject({ code: 'backend_unreadable' });
    expect(asked().every((line) => isAccount(line))).toBe(true);
  });

  it('passes a member’s operations on at once', async () => {
    levels(stage);
    expect((await stage.get(`/awanio/organizations/${strange}/vms`)).status).toBe(200);
    expect((await stage.get(`/awanio/projects/${strange}/vms`)).status).toBe(200);
    expect(asked().some((line) => isAccount(line))).toBe(false);
  });

  const project = '81d4c6b6-dcea-42f6-8152-03de276d6db1';
  const remove = () => stage.change('DELETE', `/awanio/projects/${project}/members/${own}`);
  const questions = () => asked().filter((line) => !line.startsWith('DELETE'));

  it('lets the admin of a project change its members, and refuses its members unasked', async () => {
    levels(stage, [[joined, 2]], { projects: [[project, 1]] });
    expect((await remove()).status).toBe(200);
    expect(questions()).toHaveLength(1);
    for (const rows of [[[project, 2]], [[strange, 1]]] as Levels[]) {
      stage.person = await signIn();
      stage.awanio.asked.length = 0;
      levels(stage, [[joined, 2]], { projects: rows });
      await refusedUnasked(remove(), 'A23');
    }
  });

  it('lets an organization’s admin do in its projects what their level there does not', async () => {
    levels(stage, undefined, { projects: [[project, 2]], homes: { [project]: own } });
    for (let times = 0; times < 2; times += 1) expect((await remove()).status).toBe(200);
    expect(questions().filter((line) => line.endsWith('/projects'))).toHaveLength(1);
    stage.person = await signIn();
    levels(stage, undefined, { projects: [[project, 2]], homes: { [project]: joined } });
    expect((await remove()).json()).toMatchObject({ code: 'no_access', ref: 'A23' });
  });

  it('leaves a project to the backend while nothing tells enough', async () => {
    levels(stage, undefined, { projects: [[project, 2]] }); // A15 names no project
    expect((await remove()).status).toBe(200);
    stage.person = await signIn();
    levels(stage, [[joined, 2]]); // A04 names no project
    expect((await remove()).status).toBe(200);
    stage.person = await signIn();
    stage.awanio.respond = ({ url }, response) =>
      json(response, isAccount(url) ? 500 : 200, { data: null });
    expect((await remove()).status).toBe(200);
  });

  it('refuses what a known level in a project forbids, and asks nothing for it', async () => {
    levels(stage, [[joined, 2]], { projects: [[project, 7]] });
    await stage.get('/awanio/accounts/me');
    stage.awanio.asked.length = 0;
    const order = stage.change('POST', `/awanio/projects/${project}/kubernetes`, { name: 'web' });
    expect((await order).json()).toMatchObject({ code: 'no_access', ref: 'A63' });
    expect(asked()).toEqual([]);
  });

  it.each([403, 404])('believes nobody longer after the backend answered %i', async (status) => {
    const invoices = () => stage.get(`/awanio/organizations/${own}/invoices`);
    levels(stage);
    expect((await invoices()).status).toBe(200);
    stage.awanio.respond = (_asked, response) => json(response, status, { message: 'no' });
    expect((await stage.get(`/awanio/organizations/${own}/vms`)).status).toBe(status);
    levels(stage, [[own, 2]]);
    stage.awanio.asked.length = 0;
    await refusedUnasked(invoices(), 'A45');
    expect(asked()).toHaveLength(1);
  });

  it('allows the provider’s operations to its administrators while the setting does', async () => {
    const gateways = () => stage.get('/awanio/payment/payment-gateway');
    levels(stage);
    stage.settings({ NUSA_PROVIDER_ADMIN: '1' });
    await refusedUnasked(gateways(), 'A47');
    await refusedUnasked(stage.get('/awanio/sa/users'), 'AX2');
    stage.person = await signIn({ provider: true });
    expect((await gateways()).status).toBe(200);
    expect(asked()).toEqual(['GET /base/payment/payment-gateway']);
    stage.settings();
    stage.awanio.asked.length = 0;
    await refusedUnasked(gateways(), 'A47');
    expect(asked()).toEqual([]);
  });
});

it('treats the operations of gateways and users as the provider’s', () => {
  const provider = refs.filter((ref) => operation(ref).permission === 'provider.admin');
  expect(provider).toEqual(['A47', 'A48', 'AX2', 'AX3', 'AX4', 'AX5', 'AX6']);
});
