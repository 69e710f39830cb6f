/** IP sets of a machine's firewall, D43–D47. */
import { id, idOrNull, listOf, text } from '../../decode';
import { shapes } from '../../shape';
import { echo, row } from './decoders';
import { id as idOf, input, line, network, paging } from './inputs';

const one = input({ instance_uuid: idOf() });
const ipset = input({ instance_uuid: idOf(), ipset_id: idOf() });

const entry = { cidr: text(), description: text() };

export const ipsets = shapes({
  /**
   * The documentation shows no row. We assume id, name and description of D44, and `ip_list`, named after D47's path
   * parameter `iplist_id`, with the fields of D46.
   */
  D43: {
    params: one,
    query: input(paging()),
    answer: 'list',
    wire: row(
      {
        id: id(),
        name: text(),
        description: text(),
        ip_list: listOf(
          row({ id: id(), ...entry }, { uuid: 'id', ip: 'cidr', comment: 'description' }),
        ),
      },
      {
        uuid: 'id',
        comment: 'description',
        iplist: 'ip_list',
        ip_lists: 'ip_list',
        ips: 'ip_list',
        cidrs: 'ip_list',
      },
    ),
  },
  D44: {
    params: one,
    body: input({ name: line(64), description: line(255) }),
    answer: 'object',
    wire: echo({ id: idOrNull(), name: text(), description: text() }, { uuid: 'id' }),
  },
  D45: { params: ipset, answer: 'sentence' },
  /** The backend's firewall refuses `/0`, which would mean everyone (contract section 4.5). */
  D46: {
    params: ipset,
    body: input({ cidr: network(), description: line(255) }).refine(
      (body) => !body.cidr.endsWith('/0'),
      {
        error: 'cidr_too_wide',
        path: ['cidr'],
      },
    ),
    answer: 'object',
    wire: echo({ id: idOrNull(), ...entry }, { uuid: 'id' }),
  },
  D47: {
    params: input({ instance_uuid: idOf(), ipset_id: idOf(), iplist_id: idOf() }),
    answer: 'sentence',
  },
});
