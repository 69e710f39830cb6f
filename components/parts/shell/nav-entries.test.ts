import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { KeyRight, Role } from '@/lib/contract/permissions';
import { createPagesOf, mayCreate, navEntries, pagesOf } from './nav-entries';
import en from '@/messages/en/palette.json';
import idWords from '@/messages/id/palette.json';
import { openScopes } from './scope-rules';
import type { Scope } from './scopes';
import { withPages } from './shown-pages';

const common = { label: 'x', href: '/x' };
const organization = (role: Role, machines: boolean): Scope => {
  return { ...common, key: 'o/1', kind: 'organization', group: { org: '1' }, role, machines };
};
const project = (role: Role, machines: boolean): Scope => {
  const group = { org: '1', project: '2' };
  return { ...common, key: 'p/2', kind: 'project', group, organizationName: null, role, machines };
};
const account = (...refused: KeyRight[]): Scope => {
  const machines = !refused.includes('read_instance');
  return { ...common, key: 'vps/a', kind: 'account', account: 'a', machines, refused };
};
const ids = (pages: ReturnType<typeof pagesOf>) => pages.map(({ entry }) => entry.id);

/** What the person may create there, given the role in the organization of a project. */
const makes = (scope: Scope, ...others: Scope[]) =>
  createPagesOf(scope)
    .filter(({ right }) => mayCreate([scope, ...others], scope, right))
    .map(({ id }) => id);

/** Every key and every member may read prices. */
const money = ['prices', 'estimate'];

describe('pagesOf', () => {
  it('gives each role and kind of scope its pages', () => {
    const people = ['members', 'settings'];
    const things = [
      'overview',
      'vms',
      'clusters',
      'baremetals',
      'buckets',
      'groupVolumes',
      'vpc',
      'reservedAddresses',
    ];
    const rest = [...money, 'projects', ...people];
    expect(ids(pagesOf(organization('admin', true)))).toEqual([...things, 'billing', ...rest]);
    expect(ids(pagesOf(organization('member', true)))).toEqual([...things, ...rest]);
    expect(ids(pagesOf(organization('finance', false)))).toEqual([
      'overview',
      'billing',
      ...money,
      'settings',
    ]);
    expect(ids(pagesOf(project('member', true)))).toEqual([
      'overview',
      'vms',
      'clusters',
      'baremetals',
      'buckets',
      'groupVolumes',
      ...money,
      ...people,
    ]);
    expect(ids(pagesOf(project('finance', false)))).toEqual([]);
  });
  it('leaves out pages that a key is known to be refused', () => {
    const machines = ['instances', 'volumes', 'sshKeys'];
    const networks = ['networks', 'addresses'];
    expect(ids(pagesOf(account('write_instance', 'billing'))).sort()).toEqual(
      [...machines, ...networks, 'overview', ...money].sort(),
    );
    expect(ids(pagesOf(account('read_network'))).sort()).toEqual(
      [...machines, 'overview', 'billing', ...money].sort(),
    );
    expect(ids(pagesOf(account('read_instance')))).toEqual([
      ...['overview', ...networks, 'billing'],
      ...money,
    ]);
    expect(ids(pagesOf(account('read_instance', 'read_network')))).toEqual([
      ...['overview', 'billing'],
      ...money,
    ]);
  });
  it('tells what the person may create', () => {
    const ofMember = ['vms', 'clusters', 'baremetals', 'buckets', 'groupVolumes'];
    expect(makes(organization('member', true))).toEqual([...ofMember, 'vpc', 'projects']);
    expect(makes(organization('admin', true))).toContain('members');
    expect(makes(organization('guest', true))).toEqual([]);
    expect(makes(account())).toEqual(['instances', 'networks', 'addresses', 'volumes', 'sshKeys']);
    expect(makes(account('write_instance'))).toEqual(['networks', 'addresses']);
    expect(makes(account('write_network'))).toEqual(['instances', 'volumes', 'sshKeys']);
  });
  it('goes by the role in the organization where something is created for it', () => {
    const reader = organization('guest', true);
    expect(makes(project('member', true), reader)).not.toContain('groupVolumes');
    expect(makes(project('member', true), organization('member', true))).toContain('groupVolumes');
    expect(makes(project('guest', true), organization('admin', true))).toContain('members');
    expect(makes(project('member', true))).toContain('groupVolumes'); // the role isn't known
  });
  it('offers nothing to create where the list isn’t shown, and has words for the rest', () => {
    expect(createPagesOf(organization('finance', false))).toEqual([]);
    expect(createPagesOf(account('read_instance')).map(({ id }) => id)).toEqual([
      'networks',
      'addresses',
    ]);
    const all = [organization('admin', true), account()].flatMap(createPagesOf);
    for (const { id } of all) {
      expect(en.create, id).toHaveProperty(id);
      expect(idWords.create, id).toHaveProperty(id);
    }
  });
  it('leaves out scopes without a page', () => {
    const scopes = [organization('finance', false), project('finance', false), account()];
    expect(openScopes(withPages(scopes)).map(({ key }) => key)).toEqual(['o/1', 'vps/a']);
  });
});

/** `/o/1/p/2/vms` as the route that serves it. */
const routeOf = (href: string) =>
  href
    .replace(/^\/o\/1/, '/o/[org]')
    .replace('/p/2', '/p/[project]')
    .replace(/^\/vps\/a/, '/vps/[account]');

describe('navEntries', () => {
  const scopes = [organization('admin', true), project('admin', true), account()];
  it.each(scopes.flatMap((scope) => [...pagesOf(scope), ...createPagesOf(scope)]))(
    '$href has a page',
    ({ href }) => {
      const file = new URL(
        `../../../app/(console)${routeOf(href.replace(/\?.*/, ''))}/page.tsx`,
        import.meta.url,
      );
      expect(existsSync(fileURLToPath(file))).toBe(true);
    },
  );
  it('shows every entry in at least one scope', () => {
    const there = new Set(scopes.flatMap((scope) => ids(pagesOf(scope))));
    expect([...there].sort()).toEqual(navEntries.map(({ id }) => id).sort());
  });
});
