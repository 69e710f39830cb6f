'use client';
/** What the palette finds by name, address or id. A new kind of thing is one `source` here. */
import { Globe, HardDrive, KeyRound, Network, Server } from 'lucide-react';
import { InstanceStatus } from '@/components/instances/instance-status';
import { nameOf as instanceName } from '@/components/instances/machine';
import { MachineStatus } from '@/components/machines/machine-status';
import { nameOf as vmName } from '@/components/vms/columns';
import { groupParams } from '@/components/vms/group';
import { allows } from '@/components/shell/nav-entries';
import { paths } from '@/lib/paths';
import { InstanceStep } from './instance-step';
import { source } from './source';

/** Rows that D02 gives at most. */
const mostInstances = 100;

/** An address or id, or a part of one: D02 searches hostnames alone. */
const isAddress = (q: string) => /^[0-9a-f]*[\d.:-][0-9a-f.:-]*$/i.test(q) && /[.:\d]/.test(q);

const present = (words: readonly (string | null | undefined)[]) =>
  words.filter((word) => typeof word === 'string');

const instances = source<'D02'>({
  id: 'instances',
  all: (scope) => {
    if (scope.kind !== 'account' || !scope.machines) return null;
    const query = { limit: mostInstances, page: 1, sort: 'create,desc' as const };
    return { ref: 'D02', input: { query }, account: scope.account };
  },
  more: (scope, q, { data, page }) => {
    const whole = (page?.total ?? data.length) <= data.length;
    if (scope.kind !== 'account' || whole || isAddress(q)) return null;
    const query = { limit: 20, page: 1, sort: 'create,desc' as const, search: q };
    return { ref: 'D02', input: { query }, account: scope.account };
  },
  blind: (q, { data, page }) => isAddress(q) && (page?.total ?? data.length) > data.length,
  entries: ({ data }, scope) => {
    if (scope.kind !== 'account') return [];
    const { account, label, key } = scope;
    return data.map((row) => ({
      id: `instance/${account}/${row.uuid}`,
      label: instanceName(row),
      detail: label,
      words: present([row.ip_address, row.uuid]),
      icon: <Server aria-hidden />,
      aside: <InstanceStatus machine={row} />,
      href: paths.instance(account, row.uuid),
      scope: key,
      step: {
        id: `${account}/${row.uuid}`,
        title: instanceName(row),
        view: (show) => <InstanceStep scope={scope} row={row} show={show} />,
      },
    }));
  },
});

const vms = source<'A25'>({
  id: 'vms',
  all: (scope) => {
    if (scope.kind === 'account' || !scope.machines) return null;
    return { ref: 'A25', input: { params: groupParams(scope.group) } };
  },
  entries: ({ data }, scope) => {
    if (scope.kind === 'account') return [];
    return data.map((vm) => ({
      id: `vm/${vm.uuid}`,
      label: vmName(vm),
      detail: scope.label,
      words: present([...vm.ip_addresses, vm.private_ip_address_v4, vm.hostname, vm.uuid]),
      icon: <Server aria-hidden />,
      aside: <MachineStatus status={vm.status} />,
      href: paths.vm(scope.group, vm.uuid),
      scope: scope.key,
    }));
  },
});

const sshKeys = source<'D70'>({
  id: 'ssh-keys',
  all: (scope) => {
    if (scope.kind !== 'account' || !scope.machines) return null;
    return { ref: 'D70', input: {}, account: scope.account };
  },
  entries: ({ data }, scope) => {
    if (scope.kind !== 'account') return [];
    const { account, label, key } = scope;
    return data.map((row) => ({
      id: `ssh-key/${account}/${row.id}`,
      label: row.title ?? String(row.id),
      detail: label,
      words: present([row.key?.split(' ')[2]]),
      icon: <KeyRound aria-hidden />,
      href: paths.sshKeys(account),
      scope: key,
    }));
  },
});

const networks = source<'D49'>({
  id: 'networks',
  all: (scope) => {
    if (scope.kind !== 'account' || !allows(scope, 'read_network')) return null;
    return { ref: 'D49', input: {}, account: scope.account };
  },
  entries: ({ data }, scope) => {
    if (scope.kind !== 'account') return [];
    const { account, label, key } = scope;
    return data.map((row) => ({
      id: `network/${account}/${row.uuid}`,
      label: row.name ?? row.uuid,
      detail: label,
      words: present([row.network_ip, row.tag === null ? null : `VLAN ${row.tag}`, row.uuid]),
      icon: <Network aria-hidden />,
      href: paths.network(account, row.uuid),
      scope: key,
    }));
  },
});

const addresses = source<'D58'>({
  id: 'addresses',
  all: (scope) => {
    if (scope.kind !== 'account' || !allows(scope, 'read_network')) return null;
    return { ref: 'D58', input: { query: { limit: 100, page: 1 } }, account: scope.account };
  },
  entries: ({ data }, scope) => {
    if (scope.kind !== 'account') return [];
    const { account, label, key } = scope;
    return data.map((row) => ({
      id: `address/${account}/${row.uuid}`,
      label: row.ip_address ?? row.uuid,
      detail: label,
      words: present([row.rdns, row.instance?.hostname]),
      icon: <Globe aria-hidden />,
      href: paths.addresses(account),
      scope: key,
    }));
  },
});

const volumes = source<'D64'>({
  id: 'volumes',
  all: (scope) => {
    if (scope.kind !== 'account' || !scope.machines) return null;
    return { ref: 'D64', input: { query: { limit: 100, page: 1 } }, account: scope.account };
  },
  entries: ({ data }, scope) => {
    if (scope.kind !== 'account') return [];
    const { account, label, key } = scope;
    return data.map((row) => ({
      id: `volume/${account}/${row.id}`,
      label: row.name ?? row.id,
      detail: label,
      words: present([row.attached_to?.hostname, row.id]),
      icon: <HardDrive aria-hidden />,
      href: paths.volumes(account),
      scope: key,
    }));
  },
});

export const sources = [instances, vms, sshKeys, networks, addresses, volumes] as const;
