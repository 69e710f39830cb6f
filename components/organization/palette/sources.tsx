'use client';
/** The palette's sources for organizations and projects. They are found by name, address or id. */
import { MachineStatus } from '@/components/parts/machines/machine-status';
import { lineOf } from '@/components/parts/palette/source-of';
import { source, type AnySource } from '@/components/parts/palette/source';
import { lazyNamed } from '@/components/ui/lazy-named';
import { addressPageSizes } from '@/lib/contract/page-sizes';
import { clusterStatus } from '@/lib/contract/states';
import {
  baremetals,
  clusters,
  members,
  reservedAddresses,
  vms,
  volumes,
} from '@/lib/resources/awanio';
import { groupParams } from '../vms/group';
import { isBoot, volumeParams } from '../volumes/volume';

const load = () => import('./steps');
const ClusterStep = lazyNamed(load, 'ClusterStep', 'quiet');
const MetalStep = lazyNamed(load, 'MetalStep', 'quiet');
const VolumeStep = lazyNamed(load, 'VolumeStep', 'quiet');

const vmLine = lineOf(vms, { aside: ({ status }) => <MachineStatus status={status} /> });

const virtualMachines = source<'A25'>({
  id: 'vms',
  all: (scope) => {
    if (scope.kind === 'account' || !scope.machines) return null;
    return { ref: 'A25', input: { params: groupParams(scope.group) } };
  },
  entries: ({ data }, scope) => {
    if (scope.kind === 'account') return [];
    return data.map((vm) => vmLine(vm, scope, scope.group));
  },
});

const clusterLine = lineOf(clusters, {
  aside: ({ status }) => <MachineStatus status={clusterStatus(status)} />,
  step: {
    Step: ClusterStep,
    list: 'clusters',
    verbs: ['rename', 'availability', 'delete', 'kubeconfig'],
  },
});

/** The first page of the clusters: A64 searches nothing, so the person is told if there are more. */
const kubernetes = source<'A64'>({
  id: 'clusters',
  all: (scope) => {
    if (scope.kind === 'account' || !scope.machines) return null;
    const query = { page: 1, per_page: clusters.pageSize };
    return { ref: 'A64', input: { params: groupParams(scope.group), query } };
  },
  blind: (_, { data, page }) => (page?.total ?? data.length) > data.length,
  entries: ({ data }, scope) => {
    if (scope.kind === 'account') return [];
    return data.map((cluster) => clusterLine(cluster, scope, scope.group));
  },
});

const metalLine = lineOf(baremetals, {
  step: { Step: MetalStep, list: 'baremetals', verbs: ['delete'] },
});

/** Bare-metal machines. A28 may show the newest alone, and has no way to ask for the others. */
const metals = source<'A28'>({
  id: 'baremetals',
  all: (scope) => {
    if (scope.kind === 'account' || !scope.machines) return null;
    return { ref: 'A28', input: { params: groupParams(scope.group) } };
  },
  entries: ({ data }, scope) => {
    if (scope.kind === 'account') return [];
    return data.map((metal) => metalLine(metal, scope, scope.group));
  },
});

const volumeLine = lineOf(volumes, {
  step: { Step: VolumeStep, list: 'groupVolumes', verbs: ['rename', 'grow', 'clone', 'delete'] },
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
      .map((volume) => volumeLine(volume, scope, scope.group));
  },
});

/** Most rows of a page of A37, which searches them itself. */
const per_page = Math.max(...addressPageSizes);

const addressLine = lineOf(reservedAddresses);

const addresses = source<'A37'>({
  id: 'reserved-addresses',
  all: (scope) => {
    if (scope.kind !== 'organization' || !scope.machines) return null;
    return { ref: 'A37', input: { params: { uuid: scope.group.org }, query: { per_page } } };
  },
  more: (scope, q, { data, page }) => {
    const whole = (page?.total ?? data.length) <= data.length;
    if (scope.kind !== 'organization' || whole) return null;
    const query = { per_page, search: q.slice(0, 100) };
    return { ref: 'A37', input: { params: { uuid: scope.group.org }, query } };
  },
  entries: ({ data }, scope) => {
    if (scope.kind !== 'organization') return [];
    return data.map((row) => addressLine(row, scope, scope.group));
  },
});

const memberLine = lineOf(members);

/** The members of organizations, in which every member of a project is, too. */
const people = source<'A10'>({
  id: 'members',
  all: (scope) => {
    if (scope.kind !== 'organization' || !scope.machines) return null;
    return { ref: 'A10', input: { params: { uuid: scope.group.org } } };
  },
  entries: ({ data }, scope) => {
    if (scope.kind !== 'organization') return [];
    return data.map((row) => memberLine(row, scope, scope.group));
  },
});

/** The palette's sources of this area. */
export const organizationSources: readonly AnySource[] = [
  virtualMachines,
  kubernetes,
  metals,
  groupVolumes,
  addresses,
  people,
];
