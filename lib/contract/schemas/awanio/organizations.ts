/** Organizations and their members, A05–A13. */
import { bool, embedded, id, instant, int, listOf, number, text, wireObject } from '../../decode';
import { shapes } from '../../shape';
import { input, reference, some, whole } from '../shared';
import { icon, identified, name, picture, positiveCount, uuidParams } from './common';
import { vpc } from './networks';
import { projectName, user } from './people';

/**
 * An organization. `balance` and `account_payable` are rupiah; `stripBalances` in `../../visibility` removes them for
 * members who may not read bills.
 */
export const organization = wireObject({
  uuid: id(),
  name: text(),
  slug: text(),
  /** An address without a scheme, often of a host that only the provider can reach; then show initials. (QA26) */
  icon: picture(),
  balance: number(),
  discount: number(),
  payment_plans: text(),
  monthly_amount_threshold: number(),
  account_payable: number(),
  tax_percent: number(),
  /** The samples have 0 with real members, so 0 means unknown. */
  member_count: positiveCount(),
  organization_member: embedded(wireObject({ user_level: int(), is_default: bool() })),
  vpc: identified(vpc),
  is_suspend: bool(),
  created_at: instant(),
  updated_at: instant(),
});

/** One member of an organization, A10. */
const member = wireObject({
  users: user,
  user_level: int(),
  is_default: bool(),
  created_at: instant(),
  updated_at: instant(),
});

/** The answer of changes of members: one person in one organization. */
const membership = wireObject({
  users: identified(user),
  organization: identified(organization),
  user_level: int(),
  is_default: bool(),
  primary_project: identified(projectName),
  projects: listOf(projectName),
  created_at: instant(),
  updated_at: instant(),
});

/** 1 is admin, 2 is member; a provider may have more. */
export const level = () => whole(1, 99);
export const leveled = input({ user_uuid: reference(), user_level: level() });
export const unleveled = input({ user_uuid: reference() });

const create = input({
  name: name(),
  icon: icon().optional(),
  organization_members: some(leveled, 100).optional(),
});
const update = input({ name: name().optional(), icon: icon().optional() });
const changeMembers = input({
  organization_members_added: some(leveled, 100).optional(),
  organization_members_updated: some(leveled, 100).optional(),
  organization_members_deleted: some(unleveled, 100).optional(),
});

export const organizationShapes = shapes({
  A05: { body: create, answer: 'object', wire: organization },
  A06: { answer: 'list', wire: organization },
  A07: { params: uuidParams, answer: 'object', wire: organization },
  A08: { params: uuidParams, body: update, answer: 'object', wire: organization },
  A09: {
    params: uuidParams,
    body: input({ organization_uuid: reference() }),
    answer: 'object',
    wire: membership,
  },
  A10: { params: uuidParams, answer: 'list', wire: member },
  A11: {
    params: uuidParams,
    body: input({ member_uuid: reference() }),
    answer: 'object',
    wire: membership,
  },
  A12: { params: uuidParams, body: changeMembers, answer: 'object', wire: membership },
  A13: {
    params: input({ organization_uuid: reference(), user_uuid: reference() }),
    answer: 'sentence',
  },
});
