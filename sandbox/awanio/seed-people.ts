/** Adds the colleagues of the demo: every role, somebody who left, and somebody who isn't in an organization yet. */
import type { Cloud } from '../cloud';
import { daysBefore } from '../demo';
import { addMember, type Organization, type Project } from './groups';
import { makeUser } from './users';

interface Places {
  kopi: Organization;
  toko: Project;
  data: Project;
}

/** A colleague: levels in the organization and in its projects, and the days since they joined and last signed in. */
interface Colleague {
  username: string;
  name: string;
  status?: 'inactive';
  level?: number;
  projects?: Partial<Record<'toko' | 'data', number>>;
  joined: number;
  /** Null has never signed in. */
  seen: number | null;
}

const colleagues: readonly Colleague[] = [
  {
    username: 'maya',
    name: 'Maya Lestari',
    level: 2,
    projects: { data: 1 },
    joined: 19,
    seen: 0.4,
  },
  { username: 'hendra', name: 'Hendra Wijaya', level: 7, joined: 15, seen: 9 }, // a level that no role has
  {
    username: 'wayan',
    name: 'Wayan Putra',
    status: 'inactive',
    level: 2,
    projects: { toko: 2 },
    joined: 53,
    seen: 38,
  },
  { username: 'joko', name: 'Joko Prasetyo', projects: { toko: 2 }, joined: 11, seen: 2 }, // of the project alone
  { username: 'tuti', name: 'Tuti Handayani', joined: 1, seen: null }, // of nothing yet
];

/**
 * Adds the colleagues to the demo's organization and projects.
 * @param founders the uuids of people whom the demo has already, with the days since they last signed in
 */
export function seedColleagues(
  cloud: Cloud,
  { kopi, ...projects }: Places,
  founders: ReadonlyMap<string, number>,
  password: string,
  now: number,
): void {
  const { store } = cloud;
  for (const [uuid, days] of founders)
    store.update('users', { uuid }, { last_login: daysBefore(now, days) });
  for (const { username, name, joined, seen, ...person } of colleagues) {
    const at = daysBefore(now, joined);
    const user = makeUser(cloud, {
      tenantId: 'demo',
      username,
      name,
      email: `${username}@example.id`,
      password,
      status: person.status ?? 'active',
    });
    store.update(
      'users',
      { uuid: user.uuid },
      { created_at: at, last_login: seen === null ? null : daysBefore(now, seen) },
    );
    if (person.level !== undefined)
      addMember(store, 'organizations', kopi.uuid, user.uuid, person.level, at);
    for (const [project, level] of Object.entries(person.projects ?? {}))
      addMember(store, 'projects', projects[project as 'toko' | 'data'].uuid, user.uuid, level, at);
  }
}
