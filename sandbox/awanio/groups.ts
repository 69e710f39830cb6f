/** Organizations, projects and their members. */
import { randomUUID } from 'node:crypto';
import type { Permission, Role } from '@/lib/contract/permissions';
import { roleCan, roleOfLevel } from '@/lib/contract/permissions';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { slugOf } from '../ids';
import { hour, nextMonthStart } from '../ledger';
import { Refusal } from '../refusal';
import type { User } from '../registry';

/** The level that means finance, an extension of this sandbox (NUSA_FINANCE_LEVEL=3). */
export const financeLevel = 3;
export type GroupType = 'organizations' | 'projects';

export interface Organization {
  uuid: string;
  tenant_id: string;
  name: string;
  slug: string;
  icon: string | null;
  payment_plans: string;
  /** 1 while the provider has suspended the organization. */
  suspended: number;
  /** Percent. */
  discount: number;
  tax_percent: number;
  /** Rupiah. */
  monthly_amount_threshold: number;
  account_payable: number;
  /** When the next month is invoiced, an hour after its end. */
  next_bill_at: number;
  created_at: number;
  updated_at: number;
}
/** What the provider sets for an organization: whether it is suspended, and the terms of its bills. */
export type Terms = Pick<
  Organization,
  | 'suspended'
  | 'payment_plans'
  | 'discount'
  | 'tax_percent'
  | 'monthly_amount_threshold'
  | 'account_payable'
>;
export interface Project {
  uuid: string;
  tenant_id: string;
  organization_uuid: string;
  name: string;
  slug: string;
  icon: string | null;
  created_at: number;
  updated_at: number;
}
export interface Member {
  uuid: string;
  group_type: GroupType;
  group_uuid: string;
  user_uuid: string;
  level: number;
  is_default: number;
  created_at: number;
  updated_at: number;
}

/** The group of a call: the organization pays; the project is null in the organization's own space. */
export interface Group {
  type: GroupType;
  uuid: string;
  organization: Organization;
  project: Project | null;
  role: Role;
}

/** The group of a place for data that the sandbox makes by itself. */
export const spaceOf = (organization: Organization, project: Project | null): Group => ({
  type: project ? 'projects' : 'organizations',
  uuid: (project ?? organization).uuid,
  organization,
  project,
  role: 'admin',
});

export const accountOf = (organizationUuid: string) => `awanio:${organizationUuid}`;

export function membership(
  store: Store,
  type: GroupType,
  groupUuid: string,
  userUuid: string,
): Member | undefined {
  return store.get<Member>(
    'select * from members where group_type = ? and group_uuid = ? and user_uuid = ?',
    type,
    groupUuid,
    userUuid,
  );
}

export function membershipsOf(store: Store, type: GroupType, userUuid: string): Member[] {
  return store.all<Member>(
    'select * from members where group_type = ? and user_uuid = ? order by is_default desc, created_at, rowid',
    type,
    userUuid,
  );
}

export function membersOf(store: Store, type: GroupType, groupUuid: string): Member[] {
  return store.all<Member>(
    'select * from members where group_type = ? and group_uuid = ? order by created_at, rowid',
    type,
    groupUuid,
  );
}

export const findOrganization = (store: Store, uuid: string) =>
  store.get<Organization>('select * from organizations where uuid = ?', uuid);
export const findProject = (store: Store, uuid: string) =>
  store.get<Project>('select * from projects where uuid = ?', uuid);

function roleIn(
  store: Store,
  user: User,
  organization: Organization,
  project: Project | null,
): Role | null {
  const inOrganization = membership(store, 'organizations', organization.uuid, user.uuid);
  const level = project
    ? membership(store, 'projects', project.uuid, user.uuid)?.level
    : inOrganization?.level;
  // An admin of the organization is an admin in all of its projects.
  if (inOrganization?.level === 1) return 'admin';
  return level === undefined ? null : roleOfLevel(level, financeLevel);
}

/** The refusal for a member whose level is too low. */
export const levelTooLow = () => new Refusal(403, 'YOUR LEVEL MAY NOT DO THIS', { number: 2 });

/**
 * Finds the group of a path for a member of it. guard.ts has checked the permission before a handler runs.
 * @param permission a permission that the member must have in this place; without it membership is enough
 * @throws Refusal 404 if the caller is no member (so that they don't learn that it exists), 403 if their level is too
 * low
 */
export function requireGroup(
  { store, user }: { store: Store; user: User },
  type: GroupType,
  uuid: string,
  permission: Permission = 'signed-in',
): Group {
  const project = type === 'projects' ? (findProject(store, uuid) ?? null) : null;
  const organization = findOrganization(store, project?.organization_uuid ?? uuid);
  const missing = !organization || (type === 'projects' && !project);
  const role = missing ? null : roleIn(store, user, organization, project);
  if (missing || role === null) {
    throw new Refusal(404, type === 'projects' ? 'PROJECT NOT FOUND' : 'ORGANIZATION NOT FOUND');
  }
  if (!roleCan(role, permission, project ? 'project' : 'organization')) throw levelTooLow();
  return { type, uuid, organization, project, role };
}

export function addMember(
  store: Store,
  type: GroupType,
  groupUuid: string,
  userUuid: string,
  level: number,
  at: number,
): Member {
  const first = membershipsOf(store, type, userUuid).length === 0;
  const member = {
    uuid: randomUUID(),
    group_type: type,
    group_uuid: groupUuid,
    user_uuid: userUuid,
    level,
    is_default: first && type === 'organizations' ? 1 : 0,
    created_at: at,
    updated_at: at,
  };
  store.insert('members', member);
  return member;
}

/** The first instant after `at` at which a month is invoiced: an hour after its end. */
export const nextBillAt = (at: number) => nextMonthStart(at - hour) + hour;

/** Creates an organization with its ledger account and its first admin. */
export function makeOrganization(
  cloud: Cloud,
  of: {
    tenantId: string;
    name: string;
    icon?: string | null;
    owner: string;
    balance: number;
    terms?: Partial<Terms>;
    at: number;
  },
): Organization {
  const organization: Organization = {
    uuid: randomUUID(),
    tenant_id: of.tenantId,
    name: of.name,
    slug: slugOf(of.name),
    icon: of.icon ?? null,
    payment_plans: 'prepaid',
    suspended: 0,
    discount: 0,
    tax_percent: 11,
    monthly_amount_threshold: 0,
    account_payable: 0,
    ...of.terms,
    next_bill_at: nextBillAt(of.at),
    created_at: of.at,
    updated_at: of.at,
  };
  cloud.store.transaction(() => {
    cloud.store.insert('organizations', { ...organization });
    cloud.ledger.openAccount(accountOf(organization.uuid), of.tenantId, of.at, of.balance);
    addMember(cloud.store, 'organizations', organization.uuid, of.owner, 1, of.at);
  });
  return organization;
}

export function makeProject(
  store: Store,
  of: { organization: Organization; name: string; icon?: string | null; owner: string; at: number },
): Project {
  const project: Project = {
    uuid: randomUUID(),
    tenant_id: of.organization.tenant_id,
    organization_uuid: of.organization.uuid,
    name: of.name,
    slug: slugOf(of.name),
    icon: of.icon ?? null,
    created_at: of.at,
    updated_at: of.at,
  };
  store.transaction(() => {
    store.insert('projects', { ...project });
    addMember(store, 'projects', project.uuid, of.owner, 1, of.at);
  });
  return project;
}
