/** SSH keys of the account, D70–D73. Public keys only: a private one is refused before it leaves. */
import { z } from 'zod';
import { id, idOrNull, instant, text } from '../../decode';
import { shapes } from '../../shape';
import { echo, row } from './decoders';
import { id as idOf, input, line } from './inputs';

const names = { uuid: 'id', name: 'title' } as const;
const publicKey =
  /^(ssh-(rsa|ed25519|dss)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com) [A-Za-z0-9+/]{20,}={0,3}( .*)?$/;

/** Codes: required, ssh_key_private, ssh_key_invalid. */
const key = z
  .string('required')
  .trim()
  .max(16_384, 'too_long')
  .regex(publicKey, {
    error: ({ input: given }) => {
      if (!given) return 'required';
      return given.includes('PRIVATE KEY') ? 'ssh_key_private' : 'ssh_key_invalid';
    },
  });

export const credentials = shapes({
  /** Documented as `[]`; id and the two fields of D71. */
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
