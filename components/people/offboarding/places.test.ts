import { describe, expect, it } from 'vitest';
import {
  isLastAdmin,
  leaverOf,
  openedPlaces,
  organizationPlace,
  projectPlace,
  type OrganizationMember,
  type ProjectMember,
  type ProjectPlace,
} from './places';

const member = (uuid: string, level: number, status = 'active') =>
  ({
    users: { uuid, name: uuid, username: uuid, status },
    user_level: level,
  }) as OrganizationMember;

const project = (name: string, level: number | null): ProjectPlace => ({
  place: projectPlace('kopi', { uuid: name, name } as Parameters<typeof projectPlace>[1]),
  membership: {
    state: 'read',
    member:
      level === null
        ? null
        : ({ user: { uuid: 'sari', name: 'Sari' }, user_level: level } as ProjectMember),
  },
});

const place = organizationPlace('kopi', 'Kopi');
const keys = (level: number | null, projects: readonly ProjectPlace[]) =>
  openedPlaces({ place, member: level === null ? null : member('sari', level) }, projects, 3).map(
    ({ key }) => key,
  );

describe('openedPlaces', () => {
  const projects = [project('toko', 2), project('gudang', null)];
  it.each([
    ['a member', 2, ['o/kopi', 'p/toko']],
    ['an admin, whose rights reach into every project', 1, ['o/kopi', 'p/toko', 'p/gudang']],
    ['finance', 3, ['p/toko']],
    ['an unknown level, which reads', 9, ['o/kopi', 'p/toko']],
    ['nobody of the organization', null, ['p/toko']],
  ])('of %s', (_, level, expected) => {
    expect(keys(level, projects)).toEqual(expected);
  });
  it('takes no project in which the person is finance', () => {
    expect(keys(3, [project('toko', 3)])).toEqual([]);
  });
});

describe('isLastAdmin', () => {
  it.each([
    ['the only admin', [member('sari', 1), member('budi', 2)], true],
    ['one of two', [member('sari', 1), member('budi', 1)], false],
    ['the other is suspended', [member('sari', 1), member('budi', 1, 'inactive')], true],
    ['a member', [member('sari', 2)], false],
    ['nobody here', [member('budi', 1)], false],
  ])('%s', (_, members, expected) => {
    expect(isLastAdmin(members, 'sari')).toBe(expected);
  });
});

it('names a person who is only in a project any more', () => {
  expect(leaverOf('sari', null, [project('toko', 2)])).toMatchObject({ name: 'Sari' });
  expect(leaverOf('sari', null, [project('toko', null)])).toBeNull();
});
