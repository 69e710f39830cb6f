/** Private networks (VPC) and reserved addresses, A36–A38. */
import { bool, embedded, id, instant, int, text, wireObject, words } from '../../decode';
import { shapes } from '../../shape';
import { addressPageSizes } from '../../page-sizes';
import { input, queryWhole, reference, whole } from '../shared';
import { identified, listQuery, name, uuidParams } from './common';
import { owner } from './people';

/** The range of a VPC; addresses as text, `cidr` is the prefix length. */
const vpcRange = wireObject({
  uuid: id(),
  first_address: text(),
  last_address: text(),
  cidr: int(),
  label: text(),
  created_at: instant(),
  updated_at: instant(),
});

export const vpc = wireObject({
  uuid: id(),
  label: text(),
  vpc_ip: identified(vpcRange),
  created_at: instant(),
  updated_at: instant(),
});

/** An address: its text forms only, never the integers beside them. (QA12) */
const address = wireObject({
  address_string: text(),
  gateway_string: text(),
  private_address_string: text(),
  cidr: int(),
  active: bool(),
  suitable_for: text(),
});

const reservedAddress = wireObject({
  /** The value for `reserve_external_ip.uuid`. */
  uuid: id(),
  ip_address: embedded(address),
  organization: identified(owner),
  tags: words(),
  created_at: instant(),
  updated_at: instant(),
});

/** The query of A37, which takes the documented numbers of rows and no others. */
const addressQuery = listQuery.extend({
  per_page: queryWhole(1, 100)
    .refine((rows) => (addressPageSizes as readonly number[]).includes(rows), 'invalid')
    .optional(),
});

export const networkShapes = shapes({
  A36: {
    params: uuidParams,
    /** `size` is undocumented: a prefix length or a count; the sample comes back as a /20. */
    body: input({ label: name(), size: whole(1, 65_536) }),
    answer: 'object',
    wire: vpc,
  },
  A37: { params: uuidParams, query: addressQuery, answer: 'list', wire: reservedAddress },
  A38: {
    params: input({ organization_uuid: reference(), vpc_uuid: reference() }),
    answer: 'sentence',
  },
});
