/** Public addresses, D57–D62. */
import { id, idOrNull, instant, price, text } from '../../decode';
import { shapes } from '../../shape';
import { echo, instanceRef, nameOf, row } from './decoders';
import { domain, id as idOf, input, numericId, paging } from './inputs';

const one = input({ ip_uuid: idOf() });
const ip = { id: 'uuid', ip: 'ip_address' } as const;

export const publicNetworks = shapes({
  /**
   * Documented as `[]`. We assume the fields that a choice needs, named after D03's `public_network` and the rows'
   * `ip_address`.
   */
  D57: {
    query: input({ location_id: numericId() }),
    answer: 'list',
    wire: row({ uuid: id(), ip_address: text() }, { ...ip, name: 'ip_address' }),
  },
  /**
   * Real answers have `id`, `ip_address`, `instance {id, hostname}` (empty or absent while no machine has it) and
   * `cost`. We assume the rest, with the names of an instance's row (IDR; an address without a machine still costs).
   */
  D58: {
    query: input(paging()),
    answer: 'list',
    wire: row(
      {
        uuid: id(),
        ip_address: text(),
        rdns: text(),
        location: nameOf(),
        location_id: idOrNull(),
        instance: instanceRef(),
        price_per_hour: price(),
        estimated_monthly_cost: price(),
        /** IDR; the period of this price isn't documented. */
        cost: price(),
        created_at: instant(),
      },
      { ...ip, vm: 'instance', estimated_monthly_price: 'estimated_monthly_cost' },
    ),
  },
  /** The answer has the address but not its id, which is in D58. */
  D59: {
    body: input({ location_id: numericId() }),
    answer: 'object',
    wire: echo({ uuid: idOrNull(), ip_address: text() }, ip),
  },
  /** A move answers "successfully removed.", as documented. (QD4) */
  D60: {
    params: one,
    body: input({ instance_id: idOf() }),
    answer: 'object',
    wire: echo({ instance_id: idOrNull() }),
  },
  D61: { params: one, body: input({ rdns: domain() }), answer: 'sentence' },
  D62: { params: one, answer: 'object', wire: echo({ uuid: idOrNull(), ip_address: text() }, ip) },
});
