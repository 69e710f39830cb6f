'use client';
/** What the palette finds in VPS accounts by name, address or id, one source for each kind of resource. */
import { ofAccount } from '@/components/parts/palette/source-of';
import type { AnySource } from '@/components/parts/palette/source';
import { lazyNamed } from '@/components/ui/lazy-named';
import { InstanceStatus } from '@/components/vps/instances/instance-status';
import { addresses, instances, networks, sshKeys, volumes } from '@/lib/resources/vps';
import { InstanceStep, instanceVerbs } from './instance-step';

const load = () => import('./more-steps');
const VolumeStep = lazyNamed(load, 'VolumeStep', 'quiet');
const AddressStep = lazyNamed(load, 'AddressStep', 'quiet');
const SshKeyStep = lazyNamed(load, 'SshKeyStep', 'quiet');

/** Whether the text looks like (a part of) an address or id. D02 can't search for those: it searches hostnames only. */
const isAddress = (q: string) => /^[0-9a-f]*[\d.:-][0-9a-f.:-]*$/i.test(q) && /[.:\d]/.test(q);

const machines = ofAccount(
  instances,
  {
    aside: (row) => <InstanceStatus machine={row} />,
    step: { Step: InstanceStep, list: 'instances', verbs: instanceVerbs },
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

/** The sources of the VPS backend, in the order of the palette's groups. */
export const vpsSources: readonly AnySource[] = [
  machines,
  ofAccount(sshKeys, { step: { Step: SshKeyStep, list: 'sshKeys', verbs: ['copy', 'delete'] } }),
  ofAccount(networks),
  ofAccount(addresses, {
    step: {
      Step: AddressStep,
      list: 'addresses',
      verbs: ['attach', 'detach', 'name', 'delete'],
    },
  }),
  ofAccount(volumes, {
    step: { Step: VolumeStep, list: 'volumes', verbs: ['attach', 'detach', 'grow', 'delete'] },
  }),
];
