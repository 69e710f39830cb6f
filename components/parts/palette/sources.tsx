'use client';
/** What the palette finds by name, address or id. The resources of VPS accounts are a line each at the end. */
import type { ReactNode } from 'react';
import { InstanceStatus } from '@/components/vps/instances/instance-status';
import { MachineStatus } from '@/components/parts/machines/machine-status';
import { allows } from '@/components/parts/shell/nav-entries';
import { resourceIcons } from '@/components/parts/shell/kind-icons';
import type { Scope } from '@/components/parts/shell/scopes';
import { groupParams } from '@/components/organization/vms/group';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result, Row } from '@/lib/contract/types';
import { addresses, instances, networks, sshKeys, volumes } from '@/lib/resources/vps';
import type { AccountResource, Resource, Words } from '@/lib/resources/resource';
import { vms } from '@/lib/resources/awanio';
import type { Entry, Step } from './entry';
import { InstanceStep } from './instance-step';
import { source, type AnySource, type Source } from './source';

type AccountScope = Scope & { kind: 'account' };

/** What one kind of thing has besides its definition. */
interface Extras<Item> {
  aside?: (row: Item) => ReactNode;
  step?: (row: Item, scope: AccountScope) => Step;
}

/** An address or id, or a part of one: D02 searches hostnames alone. */
const isAddress = (q: string) => /^[0-9a-f]*[\d.:-][0-9a-f.:-]*$/i.test(q) && /[.:\d]/.test(q);

const present = (words: Words) => words.filter((word) => typeof word === 'string');

/** A row as the palette lists it. */
function entryOf<R extends ReadRef, Named, Place>(
  of: Resource<R, Named, Place> & { kind: keyof typeof resourceIcons },
  row: Row<R> & Named,
  { key, label }: Scope,
  place: Place,
): Entry {
  const Icon = resourceIcons[of.kind];
  const where = typeof place === 'string' ? `${place}/` : '';
  return {
    id: `${of.kind}/${where}${of.id(row)}`,
    label: of.name(row),
    detail: label,
    words: present(of.words(row)),
    icon: <Icon aria-hidden />,
    href: of.href(place, of.id(row)),
    scope: key,
  };
}

/** A resource of VPS accounts, as far as their keys may read it. */
function ofAccount<R extends ReadRef, Named>(
  of: AccountResource<R, Named> & { kind: keyof typeof resourceIcons },
  { aside, step }: Extras<Row<R> & Named> = {},
  rest: Pick<Source<R>, 'more' | 'blind'> = {},
): AnySource {
  const { pageSize: limit, sort } = of;
  const query = limit === undefined ? {} : { query: { limit, page: 1, ...(sort && { sort }) } };
  return source<R>({
    id: of.kind,
    all: (scope) =>
      scope.kind === 'account' && allows(scope, of.rights.read)
        ? { ref: of.ref, input: query as Input<R>, account: scope.account }
        : null,
    entries: (result, scope) => {
      if (scope.kind !== 'account') return [];
      const { data } = result as Result<R> & { data: (Row<R> & Named)[] };
      return data.map((row) => ({
        ...entryOf(of, row, scope, scope.account),
        aside: aside?.(row),
        step: step?.(row, scope),
      }));
    },
    ...rest,
  });
}

const machines = ofAccount(
  instances,
  {
    aside: (row) => <InstanceStatus machine={row} />,
    step: (row, scope) => ({
      id: `${scope.account}/${row.uuid}`,
      title: instances.name(row),
      view: (show) => <InstanceStep scope={scope} row={row} show={show} />,
    }),
  },
  {
    more: (scope, q, { data, page }) => {
      const whole = (page?.total ?? data.length) <= data.length;
      if (scope.kind !== 'account' || whole || isAddress(q)) return null;
      const query = { limit: 20, page: 1, sort: instances.sort, search: q };
      return { ref: 'D02', input: { query }, account: scope.account };
    },
    blind: (q, { data, page }) => isAddress(q) && (page?.total ?? data.length) > data.length,
  },
);

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

export const sources: readonly AnySource[] = [
  machines,
  virtualMachines,
  ofAccount(sshKeys),
  ofAccount(networks),
  ofAccount(addresses),
  ofAccount(volumes),
];
