'use client';
/** The palette's sources for organizations and projects. They are found by name, address or id. */
import { MachineStatus } from '@/components/parts/machines/machine-status';
import { entryOf } from '@/components/parts/palette/source-of';
import { source, type AnySource } from '@/components/parts/palette/source';
import { vms, volumes } from '@/lib/resources/awanio';
import { groupParams } from '../vms/group';
import { isBoot, volumeParams } from '../volumes/volume';

const virtualMachines = source<'A25'>({
  id: 'vms',
  all: (scope) => {
    if (scope.kind === 'account' || !scope.machines) return null;
    return { ref: 'A25', input: { params: groupParams(scope.group) } };
  },
  entries: ({ data }, scope) => {
    if (scope.kind === 'account') return [];
    return data.map((vm) => ({
      ...entryOf(vms, vm, scope, scope.group),
      aside: <MachineStatus status={vm.status} />,
    }));
  },
});

/** Volumes without boot disks, which are found as their machines. */
const groupVolumes = source<'A39'>({
  id: 'group-volumes',
  all: (scope) => {
    if (scope.kind === 'account' || !scope.machines) return null;
    return { ref: 'A39', input: { params: volumeParams(scope.group) } };
  },
  entries: ({ data }, scope) => {
    if (scope.kind === 'account') return [];
    return data
      .filter((volume) => !isBoot(volume))
      .map((volume) => entryOf(volumes, volume, scope, scope.group));
  },
});

/** The palette's sources of this area. */
export const organizationSources: readonly AnySource[] = [virtualMachines, groupVolumes];
