/** Members for unit tests. */
import type { Member } from './member';

/** A member with this id, an active person. */
export const memberWith = (
  id: string,
  { users, ...more }: Partial<Omit<Member, 'users'>> & { users?: Partial<Member['users']> } = {},
): Member => ({
  users: {
    uuid: id,
    username: `user-${id}`,
    name: `Person ${id}`,
    status: 'active',
    avatar: null,
    email: `${id}@example.id`,
    kind: null,
    last_login: null,
    created_at: null,
    updated_at: null,
    ...users,
  },
  user_level: 2,
  is_default: false,
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
  ...more,
});
