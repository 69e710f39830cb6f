/**
 * Converts rows of the database to Awanio's wire form. It leaks what the real API leaks, so that tests show that the
 * console drops it.
 */
import { createHash } from 'node:crypto';
import { roleCan, roleOfLevel } from '@/lib/contract/permissions';
import { addressOfNumber } from '../addresses';
import type { Cloud } from '../cloud';
import { iconAddress } from '../pictures';
import type { User } from '../registry';
import type { Image, Plan } from './catalogue';
import { disksOf, monthly } from './catalogue';
import type { Member, Organization, Project } from './groups';
import { accountOf, financeLevel, findOrganization, membersOf } from './groups';
import { countOf, findVpc, type Vpc } from './vpc';

export const iso = (at: number) => new Date(at).toISOString();
export const zeroTime = '0001-01-01T00:00:00Z';
/** The uuid of what has none. (QA10) */
export const noUuid = '00000000-0000-0000-0000-000000000000';

/** The creation time of catalogues and prices, before all other data. */
export const listed = '2025-01-06T02:00:00Z';

export function userWire(user: User) {
  return {
    uuid: user.uuid,
    username: user.username,
    name: user.name,
    status: user.status,
    avatar: createHash('md5').update(user.email).digest('hex'),
    email: user.email,
    kind: 'account',
    last_login: user.last_login === null ? zeroTime : iso(user.last_login),
    created_at: iso(user.created_at),
    updated_at: iso(user.updated_at),
    deleted_at: null,
  };
}

/** A user inside other answers, with the codes that the real API leaks. */
export function leakyUserWire(user: User) {
  return {
    ...userWire(user),
    id: user.id,
    verification_code: `leak-${user.username}-code`,
    forgot_password_code: `leak-${user.username}-reset`,
    forgot_password_code_valid_time: zeroTime,
  };
}

/** The wire form of a VPC. Its `cidr` is the prefix length, its `label` the range; the addresses are the usable ones. */
export function vpcWire(vpc: Vpc) {
  const times = { created_at: iso(vpc.created_at), updated_at: iso(vpc.updated_at) };
  const [first, last] = [vpc.first + 1, vpc.first + countOf(vpc.prefix) - 2];
  return {
    uuid: vpc.uuid,
    ...times,
    vpc_ip: {
      uuid: vpc.range_uuid,
      ...times,
      first_address_int: first,
      first_address: addressOfNumber(first),
      last_address_int: last,
      last_address: addressOfNumber(last),
      cidr: vpc.prefix,
      label: `${addressOfNumber(vpc.first)}/${vpc.prefix}`,
    },
    label: vpc.label,
  };
}

/**
 * An organization's wire form. The balance is zero for members who may not read bills; organizations inside other
 * answers leak it.
 */
export function organizationWire(
  cloud: Cloud,
  organization: Organization,
  member?: Pick<Member, 'level' | 'is_default'>,
) {
  const vpc = findVpc(cloud.store, organization.uuid);
  const seesMoney = !member || roleCan(roleOfLevel(member.level, financeLevel), 'billing.read');
  return {
    uuid: organization.uuid,
    name: organization.name,
    icon: iconAddress(cloud, 'organizations', organization),
    slug: organization.slug,
    balance: seesMoney ? cloud.ledger.balance(accountOf(organization.uuid)) : 0,
    discount: organization.discount,
    payment_plans: organization.payment_plans,
    monthly_amount_threshold: organization.monthly_amount_threshold,
    account_payable: organization.account_payable,
    tax_percent: organization.tax_percent,
    organization_member: member
      ? { users: null, user_level: member.level, is_default: member.is_default === 1 }
      : null,
    member_count: membersOf(cloud.store, 'organizations', organization.uuid).length,
    vpc: vpc ? vpcWire(vpc) : null,
    is_suspend: organization.suspended === 1,
    ResourceDelete: null,
    created_at: iso(organization.created_at),
    updated_at: iso(organization.updated_at),
  };
}

export function projectMemberWire(member: Member, more: { user?: User; project?: Project } = {}) {
  return {
    uuid: member.uuid,
    user_type: 'users',
    user: more.user && {
      ...userWire(more.user),
      CreatedAt: zeroTime,
      UpdatedAt: zeroTime,
      DeletedAt: null,
    },
    project: more.project && projectNameWire(more.project),
    user_level: member.level,
    is_default: member.is_default === 1,
    created_at: iso(member.created_at),
    updated_at: iso(member.updated_at),
  };
}

export const projectNameWire = (project: Project) => ({
  uuid: project.uuid,
  name: project.name,
  slug: project.slug,
});

export function projectWire(cloud: Cloud, project: Project, member?: Member) {
  const organization = findOrganization(cloud.store, project.organization_uuid);
  return {
    ...projectNameWire(project),
    icon: iconAddress(cloud, 'projects', project),
    organization: organization ? organizationWire(cloud, organization) : null,
    project_member: member ? projectMemberWire(member) : null,
    created_at: iso(project.created_at),
    updated_at: iso(project.updated_at),
  };
}

export function imageWire(image: Image) {
  return {
    uuid: image.uuid,
    slug: image.slug,
    name: image.name,
    type: 'os',
    public_access: true,
    min_storage_gb: image.min_storage_gb,
    group: image.group,
    version: null,
    logo: null,
    service: image.service,
    info: null,
    visibility: 'public',
    created_at: listed,
    updated_at: listed,
  };
}

const discounts = { three: 5, six: 10, year: 15 } as const;
const cut = (price: number, percent: number) => Math.round((price * (100 - percent)) / 100);

export function planWire(plan: Plan, availability = 'available') {
  const month = monthly(plan);
  return {
    uuid: plan.uuid,
    instance_type: plan.instance_type,
    suitable_for: plan.suitable_for,
    availability,
    plans_type: plan.plans_type,
    vcpu_core: plan.vcpu_core,
    ram_mb: plan.ram_mb,
    storage_gb: plan.storage_gb,
    transfer_tb: plan.transfer_tb,
    price_per_hour: plan.price_per_hour,
    price_per_month: month,
    price_per_three_month: cut(month * 3, discounts.three),
    price_per_six_month: cut(month * 6, discounts.six),
    price_per_year: cut(month * 12, discounts.year),
    discount_per_three_month: discounts.three,
    discount_per_six_month: discounts.six,
    discount_per_year: discounts.year,
    pricing_unit: 'hour',
    price_per_unit: plan.price_per_hour,
    maximum_free_usage: 0,
    meta_storage: disksOf(plan),
    user_id: 1,
    created_at: listed,
    updated_at: listed,
    deleted_at: null,
  };
}

/** The plan of what has none: a struct of zeros. (QA10) */
export const noPlanWire = {
  uuid: noUuid,
  instance_type: null,
  suitable_for: null,
  availability: null,
  plans_type: null,
  vcpu_core: 0,
  ram_mb: 0,
  storage_gb: 0,
  transfer_tb: 0,
  price_per_hour: 0,
  price_per_month: 0,
  price_per_year: 0,
  pricing_unit: null,
  price_per_unit: 0,
  meta_storage: null,
  created_at: zeroTime,
  updated_at: zeroTime,
  deleted_at: null,
};
