'use client';
/** What a project holds, counted when somebody asks. */
import type { QueryState } from '@/components/parts/answers/trouble';
import { canonicalStatus } from '@/lib/contract/states';
import { paths, type GroupScope } from '@/lib/paths';
import { useBackendQuery } from '@/lib/query';
import { groupParams } from '../vms/group';
import { isBoot, volumeParams } from '../volumes/volume';

/** One kind of thing in a project. */
export interface Content {
  id: 'vms' | 'volumes' | 'baremetals' | 'clusters' | 'objectStorages';
  /** How many; null while that isn't known. */
  count: number | null;
  /** Its list was asked for, and can't be read. */
  failed: boolean;
  /** The list of them, where the console has one. */
  href?: string;
}

function counted<Data>(
  id: Content['id'],
  { data, error }: QueryState<Data>,
  of: (data: Data) => number,
  href?: string,
): Content {
  return { id, count: data === undefined ? null : of(data), failed: Boolean(error), href };
}

const all = ({ data }: { data: readonly unknown[] }) => data.length;

/** Counts what is in a project, by one read a kind. All of it costs money. */
export function useContents(scope: GroupScope): readonly Content[] {
  const params = groupParams(scope);
  const machines = useBackendQuery('A25', { params });
  const disks = useBackendQuery('A39', { params: volumeParams(scope) });
  const metals = useBackendQuery('A28', { params });
  const clusters = useBackendQuery('A64', { params });
  const stores = useBackendQuery('A55', { params });
  return [
    counted(
      'vms',
      machines,
      ({ data }) => data.filter(({ status }) => canonicalStatus(status) !== 'deleted').length,
      paths.vms(scope),
    ),
    counted(
      'volumes',
      disks,
      ({ data }) => data.filter((volume) => !isBoot(volume)).length,
      paths.groupVolumes(scope),
    ),
    counted('baremetals', metals, all),
    counted('clusters', clusters, all),
    counted('objectStorages', stores, (data) => (data === null ? 0 : 1)),
  ];
}
