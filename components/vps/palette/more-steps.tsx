'use client';
/** The lists of actions of volumes, addresses and SSH keys, which load when one is first shown. */
import type { ReactNode } from 'react';
import { actionStep } from '@/components/parts/palette/action-step';
import { ActionWords } from '@/components/parts/palette/action-words';
import { useAddressActions } from '@/components/vps/addresses/actions';
import { useMachines } from '@/components/vps/instances/use-machines';
import { useSshKeyActions } from '@/components/vps/ssh-keys/actions';
import { useVolumeActions } from '@/components/vps/volumes/actions';
import { addresses, sshKeys, volumes } from '@/lib/resources/vps';
import { InAccount } from './in-account';

const Around = ({ where, children }: { where: string; children: ReactNode }) => (
  <InAccount where={where}>
    <ActionWords>{children}</ActionWords>
  </InAccount>
);

export const VolumeStep = actionStep({
  identity: volumes,
  Around,
  useActions: () => useVolumeActions(useMachines().why),
});

export const AddressStep = actionStep({
  identity: addresses,
  Around,
  useActions: useAddressActions,
});

export const SshKeyStep = actionStep({ identity: sshKeys, Around, useActions: useSshKeyActions });
