'use client';
/** What a project holds, counted when somebody asks. */
import type { QueryState } from '@/components/parts/answers/trouble';
import { canonicalStatus } from '@/lib/contract/states';
import { paths, type GroupScope } from '@/lib/paths';
import { useBackendQuery } from '@/lib/query';
import { isNotEnabled } from '../object-storage/storage';
import { groupParams } from '../vms/group';
import { isBoot, volumeParams } from '../volumes/volume';

interface Counted {
  /** How many; null while that isn't known. */
  count: number | null;
  /** Its list was asked for, and can't be read. */
  failed: boolean;
}

/** One kind of thing in a project; `href` is the list of them. */
export interface Content extends Counted {
  id: 'vms' | 'baremetals' | 'volumes' | 'clusters' | 'objectStorages';
  href: string;
}

const counted = <Data>({ data, error }: QueryState<Data>, of: (data: Data) => number): Counted => ({
  count: data === undefined ? null : of(data),
  failed: Boolean(error),
});

const all = ({ data }: { data: readonly unknown[] }) => data.length;

/** Counts what is in a project, by one read a kind. All of it costs money. */
export function useContents(scope: GroupScope): readonly Content[] {
  const params = groupParams(scope);
  const machines = useBackendQuery('A25', { params });
  const disks = useBackendQuery('A39', { params: volumeParams(scope) });
  const metals = useBackendQuery('A28', { params });
  const clusters = useBackendQuery('A64', { params });
  const stores = useBackendQuery('A55', { params });
  const running = counted(
    machines,
    ({ data }) => data.filter(({ status }) => canonicalStatus(status) !== 'deleted').length,
  );
  const ofDisks = counted(disks, ({ data }) => data.filter((volume) => !isBoot(volume)).length);
  // A project without an object storage answers 404.
  const ofStore = isNotEnabled(stores.error?.problem)
    ? { count: 0, failed: false }
    : counted(stores, (data) => (data === null ? 0 : 1));
  return [
    { id: 'vms', href: paths.vms(scope), ...running },
    { id: 'volumes', href: paths.groupVolumes(scope), ...ofDisks },
    { id: 'baremetals', href: paths.baremetals(scope), ...counted(metals, all) },
    {
      id: 'clusters',
      href: paths.clusters(scope),
      ...counted(clusters, ({ data, page }) => page?.total ?? data.length),
    },
    { id: 'objectStorages', href: paths.buckets(scope), ...ofStore },
  ];
}
