/** Private networks (vSwitches), D49–D56. */
import { embedded, id, idOrNull, instant, int, listOf, number, text } from '../../decode';
import { shapes } from '../../shape';
import { echo, nameOf, row } from './decoders';
import { id as idOf, input, line, numericId, optionalLine } from './inputs';

const gateway = embedded(row({ uuid: idOrNull(), hostname: text(), private_ip: text() }));
const inLocation = input({ location_id: numericId() });

export const privateNetworks = shapes({
  /** The documentation names no query; the same platform takes these two elsewhere. */
  D49: {
    query: input({ location_id: numericId().optional(), search: optionalLine(100).optional() }),
    answer: 'list',
    wire: row({
      uuid: id(),
      /** A second, numeric id if the backend gives one; D54 needs it. (QD6) */
      id: idOrNull(),
      name: text(),
      /** The VLAN tag. */
      tag: int(),
      location: nameOf(),
      location_flag: text(),
      network_ip: text(),
      gateway,
      status: text(),
      created_at: instant(),
    }),
  },
  D50: {
    params: input({ vswitch_uuid: idOf() }),
    answer: 'object',
    wire: row({
      uuid: id(),
      id: idOrNull(),
      name: text(),
      tag: int(),
      vid: text(),
      location: embedded(row({ id: idOrNull(), name: text() })),
      network_ip: text(),
      total_active_instance: int(),
      status: text(),
      gateway,
      created_at: instant(),
      last_update_at: instant(),
    }),
  },
  /**
   * The documentation only says `data: object`, "private IP addresses assigned to VMs". We assume the platform's list
   * in an object (`data[]` and `page`), one row per machine.
   */
  D51: {
    params: input({ vswitch_id: idOf() }),
    answer: 'list',
    wire: row(
      {
        instance_uuid: idOrNull(),
        hostname: text(),
        private_ip: text(),
        mac_address: text(),
        status: text(),
      },
      { uuid: 'instance_uuid', ip_address: 'private_ip', ip: 'private_ip' },
    ),
  },
  D52: {
    body: input({ name: line(100), location_id: numericId() }),
    answer: 'object',
    wire: echo({ uuid: idOrNull(), name: text(), status: text() }, { id: 'uuid' }),
  },
  /** `public_gateway` is the uuid of a machine from D55. */
  D53: {
    params: input({ vswitch_uuid: idOf() }),
    body: input({ public_gateway: idOf() }),
    answer: 'object',
    wire: echo({ uuid: idOrNull(), name: text(), gateway }, { id: 'uuid' }),
  },
  /**
   * The documentation only says `data: object`, "graph data". We assume the network series of D05, the platform's
   * only form of graphs.
   */
  D54: {
    params: input({ vswitch_id: idOf() }),
    answer: 'object',
    wire: row(
      {
        network: listOf(
          row({
            time: instant(),
            raw_netin: number(),
            netin: text(),
            raw_netout: number(),
            netout: text(),
          }),
        ),
      },
      { graph: 'network', data: 'network' },
    ),
  },
  /**
   * Documented as `[]`. We assume the network's machines with a public address, with the fields that a choice needs.
   */
  D55: {
    query: input({ location_id: numericId(), vswitch_uuid: idOf() }),
    answer: 'list',
    wire: row(
      { uuid: id(), hostname: text(), ip_address: text(), private_ip: text() },
      { id: 'uuid', name: 'hostname', public_ip: 'ip_address' },
    ),
  },
  D56: {
    query: inLocation,
    answer: 'list',
    wire: row({ uuid: id(), name: text() }, { id: 'uuid' }),
  },
});
