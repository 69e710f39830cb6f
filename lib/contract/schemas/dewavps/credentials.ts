/** SSH keys of the account, D70–D73. A private key is refused before it is sent. */
import { id, idOrNull, instant, text } from '../../decode';
import { readKeyLine } from '../../reading/public-key';
import { shapes } from '../../shape';
import { reading } from '../shared';
import { echo, row } from './decoders';
import { id as idOf, input, line } from './inputs';

const names = { uuid: 'id', name: 'title' } as const;
const key = reading(readKeyLine, 'ssh_key_type');

export const credentials = shapes({
  /** Documented as `[]`. We assume an id and the two fields of D71. */
  D70: {
    answer: 'list',
    wire: row(
      { id: id(), title: text(), key: text(), created_at: instant() },
      { ...names, public_key: 'key' },
    ),
  },
  D71: {
    body: input({ title: line(100), key }),
    answer: 'object',
    wire: echo({ id: idOrNull(), title: text() }, names),
  },
  D72: {
    params: input({ ssh_id: idOf() }),
    answer: 'object',
    wire: echo({ id: idOrNull(), title: text() }, names),
  },
  D73: { answer: 'list', wire: row({ id: id(), title: text() }, names) },
});
