import { paths, type GroupScope } from '../../paths';
import type { Resource } from '../resource';

interface NamedMember {
  users: { uuid: string; name: string | null; username: string | null; email: string | null };
}

/** The members of an organization. Those of a project (A21) are shown in the same form. */
export const members = {
  kind: 'member',
  ref: 'A10',
  id: ({ users: { uuid } }) => uuid,
  name: ({ users: { name, username, email, uuid } }) => name || username || email || uuid,
  page: paths.members,
  href: (place, id) => `${paths.members(place)}${id === '' ? '' : `?q=${encodeURIComponent(id)}`}`,
  words: ({ users: { username, email, uuid } }) => [username, email, uuid],
} as const satisfies Resource<'A10', NamedMember, GroupScope>;
