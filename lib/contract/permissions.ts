/**
 * Defines who may call which operation. Awanio's levels come from A04 (`user_level`), DewaVPS's scopes from the key
 * (learnt from its 403s). The backend makes the final decision; by this table the console doesn't offer what would be
 * refused. Source: contract/api.md, A22 (1 admin, 2 member) and section 1.2 (scopes).
 */

/** The permission that an operation requires. */
export type Permission =
  | 'anyone'
  | 'signed-in'
  // Awanio, inside an organization or project
  | 'group.read'
  | 'group.write'
  | 'group.admin'
  | 'billing.read'
  | 'billing.write'
  | 'provider.admin'
  // DewaVPS key scopes
  | 'read_instance'
  | 'write_instance'
  | 'read_network'
  | 'write_network'
  | 'billing';

/** The scopes of a DewaVPS key that operations require; a key with `super` has them all. */
export const keyRights = [
  'read_instance',
  'write_instance',
  'read_network',
  'write_network',
  'billing',
] as const satisfies readonly Permission[];

/** One scope of a DewaVPS key. */
export type KeyRight = (typeof keyRights)[number];

/** Whether a permission is a scope of a DewaVPS key. */
export function isKeyRight(permission: Permission): permission is KeyRight {
  return (keyRights as readonly Permission[]).includes(permission);
}

/** A person's role in an Awanio organization or project. */
export type Role = 'admin' | 'member' | 'finance' | 'guest';

/**
 * Maps `user_level` to a role: 1 is admin, 2 is member. 3 is finance only if the operator configures it (an extension
 * that the sandbox uses); any other level has the fewest rights.
 */
export function roleOfLevel(
  level: number | null | undefined,
  financeLevel: number | null = null,
): Role {
  if (level === 1) return 'admin';
  if (level === 2) return 'member';
  if (financeLevel !== null && level === financeLevel) return 'finance';
  return 'guest';
}

/** The `user_level` of a role, the inverse of `roleOfLevel`; null for one that no level stands for. */
export function levelOf(role: Role, financeLevel: number | null = null): number | null {
  return { admin: 1, member: 2, finance: financeLevel, guest: null }[role];
}

/** Where a role holds: an organization, or a project in one. */
export type Place = 'organization' | 'project';

const granted: Record<Place, Record<Role, readonly Permission[]>> = {
  organization: {
    admin: ['group.read', 'group.write', 'group.admin', 'billing.read', 'billing.write'],
    member: ['group.read', 'group.write'],
    finance: ['billing.read', 'billing.write'],
    guest: ['group.read'],
  },
  // A project has no bills of its own: its organization pays.
  project: {
    admin: ['group.read', 'group.write', 'group.admin'],
    member: ['group.read', 'group.write'],
    finance: [],
    guest: ['group.read'],
  },
};

/**
 * Whether a role includes a permission. DewaVPS scopes are never included: its backend checks them.
 * @param place where the person has the role; an organization's rights unless told
 */
export function roleCan(
  role: Role,
  permission: Permission,
  place: Place = 'organization',
): boolean {
  if (permission === 'anyone' || permission === 'signed-in') return true;
  return granted[place][role].includes(permission);
}
