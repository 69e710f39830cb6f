/** Bare metal, A27–A32. */
import {
  bool,
  embedded,
  id,
  idOrNull,
  instant,
  int,
  listOf,
  text,
  wireObject,
  words,
} from '../../decode';
import { shapes } from '../../shape';
import { hostname, input, oneOf, reference, whole, word, yesOrNo } from '../shared';
import {
  addresses,
  authentication,
  checkExternalAddress,
  externalAddress,
  groupParams,
  identified,
  name,
  objectOrNull,
  pageFields,
  statusWord,
} from './common';
import { owner, projectName, user } from './people';
import { catalogue, pricing } from './pricing';

/**
 * A host. The power controller's address and password (`value_power_options`) are not named, so they are dropped. In
 * A32 a row describes a package: its uuid is zero, it has only a name and a price, and `<name>.<pricing uuid>` is the
 * `machine_name` of A27.
 */
const machine = wireObject({
  uuid: idOrNull(),
  name: text(),
  domain: text(),
  architecture: text(),
  zone: text(),
  resource_pool: text(),
  mac_address: text(),
  system_id: text(),
  minimum_kernel: text(),
  /** MAAS's label, such as `Ready` or `Deployed`. */
  status_name: text(),
  /** `available` or `unavailable`. */
  machine_status: text(),
  pricing: identified(pricing),
  created_at: instant(),
  updated_at: instant(),
});

const baremetal = wireObject(
  {
    uuid: id(),
    title: text(),
    hostname: text(),
    /** Null in the samples; `machine.status_name` has the status. */
    status: text(),
    organization: identified(owner),
    projects: listOf(projectName),
    user: identified(user),
    catalogue: identified(catalogue),
    machine: objectOrNull(machine),
    ip_private: text(),
    ip_addresses: addresses(),
    tags: words(),
    created_at: instant(),
    updated_at: instant(),
    deleted_at: instant(),
  },
  { ip_address: 'ip_addresses' },
);

/** The answer of a purchase: what was sent, without the password and without a uuid. (QA17) */
const ordered = wireObject(
  {
    uuid: idOrNull(),
    title: text(),
    hostname: text(),
    organization_uuid: idOrNull(),
    project_uuid: idOrNull(),
    catalogue_uuid: idOrNull(),
    catalogue: identified(catalogue),
    compute_same_config: int(),
    with_external_ip: bool(),
    machine_name: text(),
    billing_period: text(),
    authentication_type: embedded(wireObject({ id: int(), key: text() })),
    reserve_external_ip: objectOrNull(
      wireObject({ is_new: bool(), reserved: bool(), uuid: idOrNull() }),
    ),
    ip_addresses: addresses(),
    tags: words(),
  },
  { ip_address: 'ip_addresses', Catalogue: 'catalogue' },
);

const create = input({
  authentication_type: authentication,
  catalogue_uuid: reference(),
  organization_uuid: reference(),
  title: name(),
  hostname: hostname(),
  /** The number of equal servers. */
  compute_same_config: whole(1, 100),
  with_external_ip: yesOrNo().optional(),
  reserve_external_ip: externalAddress.optional(),
  machine_name: word(200),
  /** Paid in advance for 1, 3, 6 or 12 months. */
  billing_period: oneOf([
    'price_per_month',
    'price_per_three_month',
    'price_per_six_month',
    'price_per_year',
  ]),
}).superRefine(checkExternalAddress);

const onePage = input({ page: pageFields.page });

const itemParams = groupParams.extend({ baremetal_uuid: reference() });

export const baremetalShapes = shapes({
  A27: { params: groupParams, body: create, answer: 'object', wire: embedded(ordered) },
  // The documentation names no page to ask for, but its answer has `meta.pagination`.
  A28: { params: groupParams, query: onePage, answer: 'list', wire: baremetal },
  A29: { params: itemParams, answer: 'object', wire: baremetal },
  A30: { params: itemParams, answer: 'sentence' },
  A31: { params: itemParams, answer: 'object', wire: statusWord() },
  A32: { params: groupParams, answer: 'list', wire: machine },
});
