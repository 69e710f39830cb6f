import { paths } from '../paths';
import type { Resource } from './resource';

interface Named {
  id: string;
  name: string | null;
}

/** Whose snapshots they are. */
interface OfInstance {
  account: string;
  instance: string;
}

const page = ({ account, instance }: OfInstance) =>
  paths.instancePart(account, instance, 'backups');

/** The snapshots of an instance. */
export const snapshots = {
  kind: 'snapshot',
  ref: 'D23',
  id: ({ id }) => id,
  name: ({ name, id }) => name ?? id,
  page,
  href: page,
  words: () => [],
  listWords: ({ description }) => [description],
  rights: { read: 'read_instance', change: 'write_instance' },
} as const satisfies Resource<'D23', Named, OfInstance>;
