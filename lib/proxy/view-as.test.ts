/** “View as” only takes away: no change, nothing that the role lacks, nothing of other places, no balance. */
import { expect, it } from 'vitest';
import { operation, refs } from '@/lib/contract';
import { fillPath, pathParams } from '@/lib/contract/operation';
import { roleCan } from '@/lib/contract/permissions';
import { readSession } from '@/lib/session';
import { json } from './testing/fake-backend';
import { onBothMounts, type Stage } from './testing/stage';
import { signIn } from './testing/world';

const own = '81d4c6b6-dcea-42f6-8152-03de276d6da1';
const other = '81d4c6b6-dcea-42f6-8152-03de276d6da2';
const project = '81d4c6b6-dcea-42f6-8152-03de276d6db1';
const elsewhere = '81d4c6b6-dcea-42f6-8152-03de276d6db2';

const named = (uuid: string, more = {}) => ({ uuid, name: uuid, ...more });
const rich = (uuid: string) => named(uuid, { balance: 4_321_000, tax_percent: 11 });

/** An admin of two organizations with a project in each. @param level in the first */
function world(stage: Stage, level = 1): void {
  const projects = [
    [project, own],
    [elsewhere, other],
  ] as const;
  const answers: Record<string, unknown> = {
    '/accounts/me': {
      uuid: 'u-1',
      organizations: [
        { organization: rich(own), user_level: level },
        { organization: rich(other), user_level: 1 },
      ],
      projects: projects.map(([uuid]) => ({ project: named(uuid), user_level: 1 })),
    },
    '/projects': projects.map(([uuid, org]) => named(uuid, { organization: named(org) })),
    '/organizations': [rich(own), rich(other)],
    [`/organizations/${own}`]: rich(own),
  };
  stage.awanio.respond = ({ url }, response) => {
    const path = Object.keys(answers).find((each) => url.split('?')[0]?.endsWith(each));
    json(response, 200, { data: path ? answers[path] : [] });
  };
}

const awanio = refs.filter((ref) => {
  const { backend, reach } = operation(ref);
  return backend === 'awanio' && reach === 'generic';
});

/** The path of an operation about an organization. */
function pathOf(ref: (typeof awanio)[number], org: string): string {
  const { path } = operation(ref);
  const params = pathParams(path).map((name) => [
    name,
    name === 'group_type' ? 'organizations' : org,
  ]);
  return `/awanio${fillPath(path, Object.fromEntries(params) as Record<string, string>)}`;
}

onBothMounts('views by the proxy', (stage) => {
  const view = async (role: 'member' | 'finance', more = {}) => {
    stage.settings({ NUSA_FINANCE_LEVEL: '3' });
    world(stage);
    stage.person = await signIn({ viewAs: { org: own, role, ...more } });
  };

  it.each(['member', 'finance'] as const)('refuse every change as %s', async (role) => {
    await view(role);
    const changes = awanio.filter((ref) => operation(ref).kind !== 'read');
    expect(changes.length).toBeGreaterThan(30);
    for (const ref of changes) {
      const { method } = operation(ref);
      const got = await stage.change(method === 'GET' ? 'POST' : method, pathOf(ref, own), {});
      expect([ref, got.status, got.json()]).toMatchObject([ref, 403, { code: 'viewing' }]);
    }
    expect(stage.asked()).toEqual([]);
  });

  it.each(['member', 'finance'] as const)('refuse what %s may not read', async (role) => {
    await view(role);
    const lacking = awanio.filter((ref) => {
      const { kind, permission, scope } = operation(ref);
      const place = scope.in === 'path' && scope.of === 'project' ? 'project' : 'organization';
      return kind === 'read' && !roleCan(role, permission, place);
    });
    expect(lacking).toContain(role === 'member' ? 'A45' : 'A25');
    for (const ref of lacking) {
      const got = await stage.get(pathOf(ref, own));
      expect([ref, got.status, got.json()]).toMatchObject([ref, 403, { code: 'no_access' }]);
    }
    expect(stage.asked()).toEqual([]);
  });

  it('hide other places, and lower the levels in the person’s own', async () => {
    await view('member');
    const levels = { organizations: [{ user_level: 2 }], projects: [{ user_level: 2 }] };
    const me = (await stage.get('/awanio/accounts/me')).json();
    expect(me).toMatchObject(levels);
    expect((await stage.get('/awanio/projects')).json()).toMatchObject({
      data: [{ uuid: project }],
    });
    const all = (await stage.get('/awanio/organizations')).json();
    expect(all).toMatchObject({ data: [{ uuid: own }] });
    expect(JSON.stringify([me, all])).not.toMatch(/4321000|tax_percent/);
    for (const path of [`organizations/${other}`, `projects/${elsewhere}/vms`])
      expect((await stage.get(`/awanio/${path}`)).json()).toMatchObject({ code: 'not_found' });
    expect((await stage.get(`/awanio/projects/${project}/vms`)).status).toBe(200);
    expect((await stage.get('/dewavps/toko/instance')).status).not.toBe(200);
  });

  it('show the balance to finance, and no project', async () => {
    await view('finance');
    expect((await stage.get('/awanio/accounts/me')).json()).toMatchObject({
      organizations: [{ user_level: 3 }],
      projects: [],
    });
    expect(JSON.stringify((await stage.get('/awanio/organizations')).json())).toContain('4321000');
    expect((await stage.get(`/awanio/projects/${project}/vms`)).status).toBe(403);
  });

  it('show a project alone to somebody who is only in it', async () => {
    await view('member', { project });
    expect((await stage.get('/awanio/accounts/me')).json()).toMatchObject({
      organizations: [],
      projects: [{ project: { uuid: project }, user_level: 2 }],
    });
    expect((await stage.get(`/awanio/organizations/${own}`)).json()).toMatchObject({
      code: 'not_found',
    });
  });

  it('end when the person is no longer admin', async () => {
    await view('member');
    world(stage, 2);
    const got = await stage.get(`/awanio/organizations/${own}/vms`);
    expect(got.json()).toMatchObject({ code: 'not_signed_in' });
    const { identity } = stage.person;
    expect(await readSession(stage.person.cookie)).toMatchObject({ identity });
  });
});
