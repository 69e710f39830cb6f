'use client';
import { useTranslations } from 'use-intl';
import { nameOf } from '@/components/vps/instances/machine';
import type { Detail } from '@/components/vps/instances/use-instance';
import { Callout } from '@/components/ui/callout';

/** Warns that a machine leaves its network when it joins another one; shows nothing if it is in no network. */
export function LeavingNote({ machine, role }: { machine: Detail; role?: 'status' }) {
  const t = useTranslations('networks');
  const left = machine.private_network;
  if (!left) return null;
  return (
    <Callout tone="warn" role={role}>
      {t('attach.leavesNetwork', {
        name: nameOf(machine),
        network: left.name ?? left.uuid ?? '',
        address: left.ip_address ?? '–',
      })}
    </Callout>
  );
}
