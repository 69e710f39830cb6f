import { paths } from '../../paths';
import type { AccountResource } from '../resource';

interface NamedKey {
  id: string | null;
  title: string | null;
}

/** The SSH keys of a DewaVPS account. */
export const sshKeys = {
  kind: 'ssh-key',
  ref: 'D70',
  id: ({ id }) => id ?? '',
  name: ({ title, id }) => title ?? id ?? '',
  page: paths.sshKeys,
  href: paths.sshKeys,
  // The comment at its end, which names the owner.
  words: ({ key }) => [key?.split(' ')[2]],
  listWords: ({ key }) => [key],
  rights: { read: 'read_instance', change: 'write_instance' },
} as const satisfies AccountResource<'D70', NamedKey>;
