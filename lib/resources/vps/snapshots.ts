import { paths } from '../../paths';
import type { Resource } from '../resource';

interface NamedSnapshot {
  id: string;
  name: string | null;
}

/** The owner of the snapshots. */
interface OfInstance {
  account: string;
  instance: string;
}

const ofInstance = ({ account, instance }: OfInstance) =>
  paths.instancePart(account, instance, 'backups');

/** The snapshots of an instance. */
export const snapshots = {
  kind: 'snapshot',
  ref: 'D23',
  id: ({ id }) => id,
  name: ({ name, id }) => name ?? id,
  page: ofInstance,
  href: ofInstance,
  words: () => [],
  listWords: ({ description }) => [description],
  rights: { read: 'read_instance', change: 'write_instance' },
} as const satisfies Resource<'D23', NamedSnapshot, OfInstance>;
