/** Snapshots of a machine, D23–D27. */
import { bool, gigabytes, id, idOrNull, instant, listOf, price, text } from '../../decode';
import { shapes } from '../../shape';
import { bareOr, echo, row } from './decoders';
import { id as idOf, input, line, numericId } from './inputs';

const one = input({ instance_uuid: idOf() });
const snapshot = input({ instance_uuid: idOf(), snapshot_uuid: idOf() });

/** A disk in a snapshot or backup. */
export const attachedStorage = row(
  { id: idOrNull(), name: text(), size_gb: gigabytes() },
  { size: 'size_gb', uuid: 'id' },
);

const snapshotEcho = echo({ id: idOrNull(), name: text(), status: text() }, { uuid: 'id' });

export const snapshots = shapes({
  D23: {
    params: one,
    answer: 'list',
    wire: row({
      id: id(),
      name: text(),
      description: text(),
      status: text(),
      /** IDR. */
      current_hourly_price: price(),
      current_cost: price(),
      estimated_monthly: price(),
      is_current_state: bool(),
      attached_storage: listOf(attachedStorage),
      created_at: instant(),
    }),
  },
  /**
   * The documentation only says `data: object (price)`. We assume the names of the snapshot rows (D23); `price` or a
   * plain number is the month's price, since the message says "per month". IDR. `tier_id` is the machine's. (QD9)
   */
  D24: {
    params: one,
    query: input({ tier_id: numericId() }),
    answer: 'object',
    wire: bareOr(
      'estimated_monthly',
      { estimated_monthly: price(), price_per_hour: price() },
      {
        price: 'estimated_monthly',
        price_per_month: 'estimated_monthly',
        current_hourly_price: 'price_per_hour',
      },
    ),
  },
  D25: {
    params: one,
    body: input({ name: line(100), description: line(255) }),
    answer: 'object',
    wire: snapshotEcho,
  },
  D26: { params: snapshot, answer: 'object', wire: snapshotEcho },
  D27: { params: snapshot, answer: 'object', wire: snapshotEcho },
});
