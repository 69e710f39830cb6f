import { describe, expect, it } from 'vitest';
import { ofOrganizationAlone, roleMatrix } from './role-matrix';
import { levelOf, roleOfLevel, type Place, type Role } from './permissions';

/** The rows in one word each: `vms:change`, `billing:see`, `billing:no`. */
const inWords = (role: Role, place: Place) =>
  roleMatrix(role, place).map(
    ({ id, see, change }) => `${id}:${change ? 'change' : see ? 'see' : 'no'}`,
  );

describe('roleMatrix', () => {
  it('lets an admin change everything', () => {
    for (const place of ['organization', 'project'] as const)
      expect(inWords('admin', place).filter((row) => !row.endsWith(':change'))).toEqual([]);
  });
  it('keeps members from people, settings and bills', () => {
    expect(inWords('member', 'organization')).toEqual(
      expect.arrayContaining([
        'vms:change',
        'newProjects:change',
        'organizationMembers:see',
        'organization:see',
        'billing:no',
      ]),
    );
    expect(inWords('member', 'project')).toEqual(
      expect.arrayContaining(['vms:change', 'projectMembers:see', 'project:see']),
    );
  });
  it('gives finance the bills of an organization, and what every member sees of it and its projects', () => {
    const allowed = (place: Place) =>
      inWords('finance', place).filter((row) => !row.endsWith(':no'));
    expect(allowed('organization')).toEqual(['organization:see', 'billing:change']);
    expect(allowed('project')).toEqual(['project:see']);
  });
  it('tells in a project apart what the organization decides', () => {
    expect(ofOrganizationAlone).toContain('billing');
    const inProject = roleMatrix('admin', 'project').map(({ id }) => id);
    expect(inProject.filter((id) => ofOrganizationAlone.includes(id))).toEqual([]);
    const all = roleMatrix('admin', 'organization').map(({ id }) => id);
    expect(all).toEqual(expect.arrayContaining([...ofOrganizationAlone]));
  });
  it('lets an unknown level only look', () => {
    expect(inWords('guest', 'organization').filter((row) => row.endsWith(':change'))).toEqual([]);
  });
});

describe('levelOf', () => {
  it('is the inverse of roleOfLevel', () => {
    for (const role of ['admin', 'member', 'finance'] as const)
      expect(roleOfLevel(levelOf(role, 3), 3)).toBe(role);
    expect([levelOf('finance'), levelOf('guest', 3)]).toEqual([null, null]);
  });
});
