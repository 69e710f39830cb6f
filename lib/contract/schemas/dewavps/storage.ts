/** Block storage, D63–D69, and DX1, which creates it on the same platform. */
import { gigabytes, id, idOrNull, instant, int, price, text } from '../../decode';
import { shapes } from '../../shape';
import { echo, instanceRef, nameOf, row } from './decoders';
import { id as idOf, input, line, numericId, paging, whole } from './inputs';

const one = input({ block_storage_id: idOf() });
const inLocation = input({ location_id: numericId() });

const fields = {
  name: text(),
  size_gb: gigabytes(),
  storage_type: nameOf(),
  status: text(),
};
const names = { uuid: 'id', size: 'size_gb', type: 'storage_type' } as const;
const blockEcho = echo({ id: idOrNull(), ...fields }, names);

export const storage = shapes({
  /** Documented as `[]`. We assume that `id` is the `storage_type` of DX1; prices are IDR for one GB. */
  D63: {
    query: inLocation,
    answer: 'list',
    wire: row(
      {
        id: id(),
        name: text(),
        description: text(),
        /** GB. */
        min_size: int(),
        max_size: int(),
        price_per_hour: price(),
        price_per_month: price(),
      },
      { storage_type: 'id', code: 'id', title: 'name' },
    ),
  },
  /** The documentation marks both as required, though it lists "my" storages, so we treat them as filters. (QD10) */
  D64: {
    query: input({
      ...paging(),
      location_id: numericId().optional(),
      instance_id: idOf().optional(),
    }),
    answer: 'list',
    wire: row(
      {
        id: id(),
        ...fields,
        location: nameOf(),
        location_id: idOrNull(),
        /** The machine; null for a free one, which still costs. */
        attached_to: instanceRef(),
        price_per_hour: price(),
        estimated_monthly_cost: price(),
        created_at: instant(),
      },
      {
        ...names,
        instance: 'attached_to',
        instance_uuid: 'attached_to',
        instance_id: 'attached_to',
        estimated_monthly_price: 'estimated_monthly_cost',
      },
    ),
  },
  /** Only a refusal is documented (QD2). We read a disk if there is one. */
  D65: { params: one, body: input({ instance_id: idOf() }), answer: 'object', wire: blockEcho },
  D66: { params: one, answer: 'object', wire: blockEcho },
  D67: { params: one, body: input({ size: whole(1, 65_536) }), answer: 'object', wire: blockEcho },
  D68: { params: one, answer: 'object', wire: blockEcho },
  /** Documented as `[]`. We assume the fields that a choice needs. */
  D69: {
    query: inLocation,
    answer: 'list',
    wire: row({ id: id(), name: text(), size_gb: gigabytes() }, { uuid: 'id', size: 'size_gb' }),
  },
  DX1: {
    body: input({
      name: line(100),
      location_id: numericId(),
      /** An id from D63. */
      storage_type: idOf(),
      /** GB. */
      size: whole(1, 65_536),
    }),
    answer: 'object',
    wire: blockEcho,
  },
});
